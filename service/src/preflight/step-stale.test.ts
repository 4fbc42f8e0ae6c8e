import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { accepted, connect, makePlace, put } from '../../test/support/place.js'
import { listStaleLocations, markStale } from '../findings/recalculate.js'
import { stepStale } from './step-findings.js'

describeOnEachPostgres('a mark for new findings', pg => {
  it('is taken for its location, however many marks of others came before', async () => {
    const db = await pg.freshDatabase()
    const places = [await makePlace(db), await makePlace(db)]
    for (const place of places) {
      const { key } = await connect(db, place)
      accepted(await put(db, place))
      const { rows } = await db.query<{ key: number }>('select max(key) as key from sale_order')
      await markStale(db, key, [rows[0]!.key])
    }
    expect((await listStaleLocations(db)).length).toBe(2)
    const { locationId } = places[1]!
    while (await stepStale(db, { locationId }));
    expect(await listStaleLocations(db)).toEqual([places[0]!.locationId])
    while (await stepStale(db));
    expect(await listStaleLocations(db)).toEqual([])
  })
})
