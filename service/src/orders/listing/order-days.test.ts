import { beforeAll, expect, it } from 'vitest'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace, orderBody, put, type TestPlace } from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { orderDays } from './order-days.js'

const ZONE = 'Asia/Yekaterinburg'
const DAYS = 5

describeOnEachPostgres('orders by the day they were received', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    await awayFromMidnight(ZONE)
    db = await pg.freshDatabase()
    place = await makePlace(db)
    for (const id of ['olv-1', 'olv-2', 'olv-3', 'olv-4']) await put(db, place, orderBody(place, { id }))
    await cameAgo('olv-1', 2)
    await cameAgo('olv-2', 2)
    await cameAgo('olv-3', 4)
  })
  /** On the noon of an earlier day, by the location's clock. */
  const cameAgo = (id: string, days: number) =>
    db.query(
      `update sale_order set received_at = ((now() at time zone '${ZONE}')::date - $2::int + time '12:00') at time zone '${ZONE}'
        where location_id = $1 and id = $3`,
      [place.locationId, days, id],
    )
  const counts = async (zone = ZONE, of = place): Promise<number[]> =>
    (await orderDays(db, of.locationId, zone, DAYS)).map(({ ordersReceived }) => ordersReceived)

  it('are counted, days without any included', async () => {
    expect(await counts()).toEqual([1, 0, 2, 0, 1])
    expect(await counts()).toEqual([1, 0, 2, 0, 1])
    expect(await counts(ZONE, await makePlace(db))).toEqual([0, 0, 0, 0, 0])
  })

  it('of days that are over are not looked through again; those of today are', async () => {
    // Nothing of ours moves an order to another day: who is not seen there was not looked for.
    await cameAgo('olv-3', 3)
    await put(db, place, orderBody(place, { id: 'olv-5' }))
    expect(await counts()).toEqual([1, 0, 2, 0, 2])
  })

  it('are counted anew by another clock, each on its day there', async () => {
    // West of Greenwich, the noon of the location is another day.
    for (const zone of ['Pacific/Honolulu', 'Europe/Moscow', ZONE]) {
      await awayFromMidnight(zone)
      const expected = await receivedOn(zone)
      expect(await counted(zone)).toEqual(expected)
      expect(await counted(zone)).toEqual(expected)
    }
    expect(await receivedOn('Pacific/Honolulu')).not.toEqual(await receivedOn(ZONE))
  })

  /** How many came on which day of this clock, of days with any. */
  async function receivedOn(zone: string): Promise<Record<string, number>> {
    const { rows } = await db.query<{ at: Date }>(
      'select received_at as at from sale_order where location_id = $1',
      [place.locationId],
    )
    const found: Record<string, number> = {}
    for (const { at } of rows) {
      const date = at.toLocaleDateString('sv', { timeZone: zone })
      found[date] = (found[date] ?? 0) + 1
    }
    return found
  }

  async function counted(zone: string): Promise<Record<string, number>> {
    const days = await orderDays(db, place.locationId, zone, DAYS)
    return Object.fromEntries(
      days.filter(day => day.ordersReceived > 0).map(day => [day.date, day.ordersReceived]),
    )
  }
})
