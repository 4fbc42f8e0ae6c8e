import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/db/database.js'
import { hashPassword } from '../../src/people/sign-in/password-hash.js'
import { type CreatedLocation, setUpLocationFor } from '../../src/people/users/set-up-location.js'

/** The password of the administrator in every location that tests make. */
const ADMIN_PASSWORD = 'dolgiy-parol-1'

/** Hashed once: hashing it for each location would add minutes to a run. */
let passwordHash: Promise<string> | undefined

/** A location of its own with a company, an administrator and a token, as `obmen setup` makes it. */
export async function makeLocation(db: Database): Promise<CreatedLocation> {
  passwordHash ??= hashPassword(ADMIN_PASSWORD)
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
