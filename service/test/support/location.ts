import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/db/database.js'
import { type CreatedLocation, setUpLocationFor } from '../../src/people/set-up-location.js'
import { hashPassword } from '../../src/people/sign-in/password-hash.js'

/** The password of the administrator in every location that tests make. */
const ADMIN_PASSWORD = 'dolgiy-parol-1'

/** Of test servers, unless passwords are what is tested: a tenth of a second for each sign-in would add minutes to a run. */
export const CHEAP_HASH_COST = '10'

/** The same for people whom tests add without a server. */
export const CHEAP_HASHES = Number(CHEAP_HASH_COST)

/** Hashed once for all locations. */
let passwordHash: Promise<string> | undefined

/** A location of its own with a company, an administrator and a token, as `obmen setup` makes it. */
export async function makeLocation(db: Database): Promise<CreatedLocation> {
  passwordHash ??= hashPassword(ADMIN_PASSWORD, CHEAP_HASHES)
  const setup = {
    ...{ locationName: `Технопарк ${randomUUID()}`, timezone: 'Asia/Yekaterinburg' },
    ...{ companyName: 'ООО «Ромашка»', inn: '7707083893', kpp: '773601001' },
  }
  return setUpLocationFor(db, setup, {
    email: `${randomUUID()}@example.ru`,
    name: '',
    passwordHash: await passwordHash,
  })
}
