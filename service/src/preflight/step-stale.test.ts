import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { accepted, connect, makePlace, put } from '../../test/support/place.js'
import { listStaleLocations, markStale } from '../findings/recalculate.js'
import { stepStale } from './step-findings.js'

describeOnEachPostgres('a mark for new findings', pg => {
  it('is taken at once, however many others of its location and of others came before', async () => {
    const db = await pg.freshDatabase()
    const [one, place] = [await makePlace(db), await makePlace(db)]
    const { key } = await connect(db, one)
    const [second, third] = [await connect(db, place), await connect(db, place)]
    for (const id of ['olv-1', 'olv-2', 'olv-3']) accepted(await put(db, one, { id }))
    const orders = (await db.query<{ key: number }>('select key from sale_order order by key')).rows
    const mark = (of: number, count: number) =>
      markStale(
        db,
        of,
        orders.slice(0, count).map(order => order.key),
      )
    const left = async () =>
      (
        await db.query<{ key: number }>(
          'select distinct integration_key as key from finding_stale order by 1',
        )
      ).rows.map(row => row.key)
    await mark(key, 3)
    await mark(second.key, 3)
    await mark(third.key, 1)
    expect(await stepStale(db, { orders: 6 })).toBe(true)
    expect(await left()).toEqual([key, second.key])
    expect((await listStaleLocations(db)).length).toBe(2)
    while (await stepStale(db, { locationId: place.locationId }));
    expect(await left()).toEqual([key])
    while (await stepStale(db));
    expect(await listStaleLocations(db)).toEqual([])
  })
})
