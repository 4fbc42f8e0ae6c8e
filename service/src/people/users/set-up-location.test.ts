import { RIGHTS } from '@obmen/contract'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import type { Database } from '../../db/database.js'
import { findToken } from '../api-tokens.js'
import { type CreatedLocation, type LocationSetup, setUpLocation } from '../set-up-location.js'
import { signIn } from '../sign-in/sign-in.js'

const SETUP: LocationSetup = {
  locationName: 'Технопарк «Заречный»',
  timezone: 'Asia/Yekaterinburg',
  companyName: 'ООО «Ромашка»',
  inn: '7707083893',
  kpp: '773601001',
  adminEmail: 'Anna@Example.ru',
  adminPassword: 'надёжный пароль',
}
const RULE = signInRule()

describeOnEachPostgres('setting up a location', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const setUp = (setup: LocationSetup): Promise<CreatedLocation> => setUpLocation(db, setup, CHEAP_HASHES)
  const count = async (table: string): Promise<number> =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count

  it('a setup makes the location, its company, an administrator and a token with every right', async () => {
    const made = await setUp(SETUP)
    const token = await findToken(db, made.apiToken, new Date())
    expect(token).toMatchObject({ locationId: made.locationId, rights: RIGHTS })
    const { rows } = await db.query('select id, location_id, inn, kpp from company')
    expect(rows).toEqual([
      { id: made.companyId, location_id: made.locationId, inn: '7707083893', kpp: '773601001' },
    ])
    const input = { email: ' anna@example.RU ', password: 'надёжный пароль', address: '::1', userAgent: '' }
    expect((await signIn(db, input, RULE, new Date())).secret).toHaveLength(43)
    const roles = await db.query('select role, location_id from user_role')
    expect(roles.rows).toEqual([{ role: 'location-administrator', location_id: made.locationId }])
  })

  it('a second time with the same name is refused, whatever its case, and leaves nothing behind', async () => {
    const again = {
      ...SETUP,
      locationName: SETUP.locationName.toUpperCase(),
      adminEmail: 'other@example.ru',
    }
    await expect(setUp(again)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Локация «ТЕХНОПАРК «ЗАРЕЧНЫЙ»» уже есть'),
    })
    expect(await count('location')).toBe(1)
    expect(await count('user_account')).toBe(1)
    expect(await count('company_counter')).toBe(1)
  })

  it('twice at once makes one location', async () => {
    const setup = { ...SETUP, locationName: 'Вторая' }
    const results = await Promise.allSettled([setUp(setup), setUp(setup)])
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it("another location's administrator is known by the password, or is another person", async () => {
    await setUp({ ...SETUP, locationName: 'Третья' })
    expect(await count('user_account')).toBe(1)
    await setUp({ ...SETUP, locationName: 'Четвёртая', adminPassword: 'другой пароль' })
    expect(await count('user_account')).toBe(2)
    expect(await count('user_role')).toBe(4)
  })

  it.each([
    [{ locationName: ' ' }, ['/locationName']],
    [{ companyName: 'x'.repeat(201), inn: '123' }, ['/companyName', '/inn']],
    [{ timezone: 'Asia/Ekaterinburg' }, ['/timezone']],
    [{ timezone: '+05:00' }, ['/timezone']],
    [{ inn: '500100732259' }, ['/kpp']],
    [{ kpp: '12345' }, ['/kpp']],
    [{ adminEmail: 'anna', adminPassword: '' }, ['/adminEmail', '/adminPassword']],
    [{ locationName: 'a\u0000b' }, ['/locationName']],
  ])('%j is refused, naming the fields', async (wrong, paths) => {
    const before = await count('location')
    await expect(setUp({ ...SETUP, locationName: 'Новая', ...wrong })).rejects.toMatchObject({
      code: 'invalid',
      errors: paths.map(path => expect.objectContaining({ path })),
    })
    expect(await count('location')).toBe(before)
  })
})
