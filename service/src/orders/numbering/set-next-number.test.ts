import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { accepted, connect, makePlace, PAID_BY_CARD, put, recalculate } from '../../../test/support/place.js'
import { pauseRestored } from '../../integrations/record-decisions.js'
import { updateIntegration } from '../../integrations/update-integration.js'
import { applySettings } from '../intake/apply-settings.js'
import { setNextNumber } from './set-next-number.js'

describeOnNewestPostgres('the next number after a restore', pg => {
  it('lets a recalculation that began before come to the orders that it lifts', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { id, key } = await connect(db, place)
    const where = { locationId: place.locationId, integrationId: id, by: {} }
    await db.transaction(pauseRestored)
    for (const again of ['a', 'b']) accepted(await put(db, place, { id: again, status: 'shipped' }))
    const settings = { ...PAID_BY_CARD, paymentrules: [{ status: 'shipped' }] }
    await updateIntegration(db, where, { settings }, applySettings)
    await db.transaction(tx => setNextNumber(tx, where, 1500, false))
    await recalculate(db, key)
    const { rows } = await db.query<{ number: number }>(
      `select o.sequence_number as number from outbox_entry e join sale_order o on o.key = e.order_key
        where e.integration_key = $1 and e.pending_revision > 0 order by 1`,
      [key],
    )
    expect(rows.map(({ number }) => number)).toEqual([1500, 1501])
  })
})
