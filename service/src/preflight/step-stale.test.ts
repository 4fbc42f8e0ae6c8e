import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { accepted, connect, makePlace, put } from '../../test/support/place.js'
import { listStaleLocations } from '../findings/recalculate.js'
import { stepStale } from './step-findings.js'

describeOnEachPostgres('a mark for new findings', pg => {
  it('is taken at once, however many others of its location and of others came before', async () => {
    const db = await pg.freshDatabase()
    const [one, place] = [await makePlace(db), await makePlace(db)]
    const { key } = await connect(db, one)
    const [second, third] = [await connect(db, place), await connect(db, place)]
    accepted(await put(db, one, { id: 'olv' }))
    const orderKey = (await db.query<{ key: number }>('select key from sale_order')).rows[0]!.key
    const mark = (of: number, count: number) =>
      db.query(
        'insert into finding_stale (integration_key, order_key) select $1, $2 from generate_series(1, $3)',
        [...[of, orderKey, count]],
      )
    const left = async () =>
      (
        await db.query<{ key: number }>(
          'select distinct integration_key as key from finding_stale order by 1',
        )
      ).rows.map(row => row.key)
    await mark(key, 1000)
    await mark(second.key, 1000)
    await mark(third.key, 1)
    expect(await stepStale(db)).toBe(true)
    expect(await left()).toEqual([key, second.key])
    expect((await listStaleLocations(db)).length).toBe(2)
    while (await stepStale(db, { locationId: place.locationId }));
    expect(await left()).toEqual([key])
    while (await stepStale(db));
    expect(await listStaleLocations(db)).toEqual([])
  })
})
