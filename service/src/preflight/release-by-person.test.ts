import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { changeSettings, connect, makePlace, orderBody, type TestPlace } from '../../test/support/place.js'
import type { Database } from '../db/database.js'
import { markStale } from '../findings/recalculate.js'
import { holdOrder } from '../orders/hold-order.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { releaseOrder } from './by-person.js'
import { inspectPuts } from './inspect-orders.js'
import { stepFindings } from './step-findings.js'

const SETTINGS = { client: 'bp' as const, paymentrules: [{}], paymentmethodname: 'Карта' }

describeOnEachPostgres("a person's hold that is lifted", pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
  })

  it.each(['marked', 'not come to by a recalculation'])(
    'of an order whose findings are outdated (%s) goes by new ones',
    async why => {
      const { id: integrationId, key } = await connect(db, place, SETTINGS)
      while (await stepFindings(db, key));
      const id = `olv ${why}`
      await saveOrders(db, place.locationId, [{ body: orderBody(place, { id }) }], { inspect: inspectPuts })
      await holdOrder(db, place.locationId, id, { integrationId, by: {}, reason: 'Ждём договор' })
      await changeSettings(db, place, key, { ...SETTINGS, closedbefore: '2027-01-01' })
      if (why === 'marked')
        await db.query('delete from finding_recalculation where integration_key = $1', [key])
      const { rows } = await db.query<{ key: number }>('select key from sale_order where id = $1', [id])
      if (why === 'marked') await markStale(db, key, [rows[0]!.key])
      await releaseOrder(db, place.locationId, id, { integrationId, by: {} })
      const held = await db.query<{ kind: string | null }>(
        'select held_kind as kind from outbox_entry where integration_key = $1 and order_key = $2',
        [key, rows[0]!.key],
      )
      expect(held.rows).toEqual([{ kind: 'finding' }])
    },
  )
})
