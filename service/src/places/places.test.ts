import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import type { Database } from '../db/database.js'
import { createCompany, getCompany, listCompanies, updateCompany } from './companies.js'
import { listPlaces } from './list-places.js'
import { createLocation, getLocation, listLocations, updateLocation } from './locations.js'

describeOnEachPostgres('locations and companies', pg => {
  let db: Database
  let locationId: string
  beforeEach(async () => {
    db ??= await pg.freshDatabase()
    locationId = (await createLocation(db, { name: `Локация ${Math.random()}`, timezone: 'Europe/Moscow' }))
      .id
  })
  const company = (name: string, inn = '7707083893') => createCompany(db, locationId, { name, inn })
  const order = async (
    companyId: string,
    id: string,
    placedAt: string,
    place?: { id: string; name: string },
  ) => {
    const { rows } = await db.query<{ key: number }>(
      `insert into sale_order (location_id, id, company_id, sequence_number, revision, content, payment_numbers,
                               status, canceled, gateways, placed_at, total, customer_name, search, content_size, currency)
       select $1, $2, $3, count(*) + 1, 1, $4, '{}', 'new', false, '{}', $5, 1, '', '', 2, 'RUB' from sale_order returning key`,
      [locationId, id, companyId, JSON.stringify({ id, place }), placedAt],
    )
    return rows[0]!.key
  }
  const offer = async (companyId: string, orderKey: number) => {
    const integration = await db.query<{ key: number }>(
      `insert into integration (location_id, company_id, class, name, settings, login, password_hash)
       values ($1, $2, 'CommerceML', 'Касса', '{}', $3, '') returning key`,
      [locationId, companyId, `login-${Math.random()}`],
    )
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, first_sent_at)
       values ($1, $2, 1, 1, now())`,
      [integration.rows[0]!.key, orderKey],
    )
  }

  it('the time zone changes, and what is owed is recalculated, until an order was offered', async () => {
    const { id } = await company('Одна')
    const key = await order(id, 'o-1', '2026-11-17T12:00:00Z')
    const recalculated: string[] = []
    const move = (timezone: string, name?: string) =>
      updateLocation(
        db,
        locationId,
        { timezone, name },
        { recalculate: async (_tx, location) => void recalculated.push(location) },
      )
    expect(await move('asia/omsk', 'Омск')).toMatchObject({ timezone: 'Asia/Omsk', name: 'Омск' })
    await move('Asia/Omsk')
    expect(recalculated).toEqual([locationId])
    await expect(move('Asia/Omskk')).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/timezone' }],
    })

    await offer(id, key)
    await expect(move('Europe/Moscow')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('по её часам'),
    })
    expect(await move('Asia/Omsk', 'Томск')).toMatchObject({ timezone: 'Asia/Omsk', name: 'Томск' })
    await createLocation(db, { name: 'Занято', timezone: 'UTC' }).catch(() => {})
    await expect(move('Asia/Omsk', 'занято')).rejects.toMatchObject({ code: 'conflict' })
    expect((await getLocation(db, locationId)).name).toBe('Томск')
  })

  it('a zone that only Node.js knows would be refused: the database calculates days, too', async () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const { rows } = await db.query<{ name: string }>('select name from pg_timezone_names')
    const known = new Set(rows.map(row => row.name))
    expect(zones.filter(zone => !known.has(zone)).length).toBeLessThan(zones.length / 10)
  })

  it('companies are made, changed, archived and brought back', async () => {
    const made = await createCompany(db, locationId, {
      name: ' ООО «Ромашка» ',
      inn: ' 7707083893 ',
      kpp: '',
    })
    expect(made).toMatchObject({
      name: 'ООО «Ромашка»',
      inn: '7707083893',
      kpp: null,
      orderCount: 0,
      integrationCount: 0,
      notes: [],
    })
    const changed = await updateCompany(
      db,
      { locationId, companyId: made.id },
      { inn: '7707083894', kpp: '773601001' },
    )
    expect(changed).toMatchObject({ name: 'ООО «Ромашка»', inn: '7707083894', kpp: '773601001' })
    expect(changed.notes).toEqual([expect.stringContaining('не сходятся')])
    expect(
      await updateCompany(db, { locationId, companyId: made.id }, { kpp: null, archived: true }),
    ).toMatchObject({
      kpp: null,
      archivedAt: expect.any(Date),
    })
    expect(await updateCompany(db, { locationId, companyId: made.id }, { archived: false })).toMatchObject({
      archivedAt: null,
    })
    await expect(
      updateCompany(db, { locationId, companyId: made.id }, { inn: '12', name: '' }),
    ).rejects.toMatchObject({
      errors: [{ path: '/name' }, { path: '/inn' }],
    })
  })

  it("another location's company is not found", async () => {
    const { id } = await company('Своя')
    const elsewhere = (await createLocation(db, { name: `Чужая ${Math.random()}`, timezone: 'UTC' })).id
    await expect(getCompany(db, elsewhere, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      updateCompany(db, { locationId: elsewhere, companyId: id }, { name: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(getCompany(db, locationId, 'x')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('companies are searched by name and ИНН and listed by name, each once', async () => {
    for (const name of ['Берёза', 'Астра', 'Берёза', '100%']) await company(name)
    const found = await company('Ландыш', '7736050003')
    await updateCompany(db, { locationId, companyId: found.id }, { archived: true })
    const names = async (request: object) =>
      (await listCompanies(db, locationId, { limit: 100, ...request })).items.map(one => one.name)
    expect(await names({})).toEqual(['100%', 'Астра', 'Берёза', 'Берёза', 'Ландыш'])
    expect(await names({ q: 'БЕРЁ' })).toEqual(['Берёза', 'Берёза'])
    expect(await names({ q: '7736' })).toEqual(['Ландыш'])
    expect(await names({ q: '%' })).toEqual(['100%'])
    expect(await names({ archived: true })).toEqual(['Ландыш'])
    expect(await names({ archived: false })).toHaveLength(4)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listCompanies(db, locationId, { limit: 2, cursor })
      ids.push(...page.items.map(one => one.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(ids).size).toBe(5)
    expect(ids).toHaveLength(5)
  })

  it('places are those that the newest orders name, under their newest names', async () => {
    const { id } = await company('Одна')
    await order(id, 'p-1', '2026-11-17T10:00:00Z', { id: 'b1', name: 'Корпус 1' })
    await order(id, 'p-2', '2026-11-17T12:00:00Z', { id: 'b1', name: 'Корпус А' })
    await order(id, 'p-3', '2026-11-17T11:00:00Z', { id: 'b2', name: 'Корпус Б' })
    await order(id, 'p-4', '2026-11-17T13:00:00Z')
    const all = await listPlaces(db, locationId, { limit: 10 })
    expect(all).toEqual({
      items: [
        { id: 'b1', name: 'Корпус А', orderCount: 2, lastOrderAt: new Date('2026-11-17T12:00:00Z') },
        { id: 'b2', name: 'Корпус Б', orderCount: 1, lastOrderAt: new Date('2026-11-17T11:00:00Z') },
      ],
      next: null,
    })
    const first = await listPlaces(db, locationId, { limit: 1 })
    expect((await listPlaces(db, locationId, { limit: 1, cursor: first.next! })).items).toMatchObject([
      { id: 'b2' },
    ])
    expect((await listPlaces(db, locationId, { limit: 5, q: 'корпус б' })).items).toMatchObject([
      { id: 'b2' },
    ])
  })

  it('an operator sees every location with what it holds', async () => {
    const { id } = await company('Одна')
    await db.query(
      'update company_counter set next_order_number = 510, skipped_order_numbers = 500 where company_id = $1',
      [id],
    )
    const mine = (await listLocations(db)).find(location => location.id === locationId)
    expect(mine).toMatchObject({ companyCount: 1, integrationCount: 0, orderCount: 9, owed: 0 })
    expect((await getCompany(db, locationId, id)).orderCount).toBe(9)
  })
})
