import { readAllDocuments, requisiteValue } from '@obmen/codec'
import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { askOrders, readText } from '../../../test/support/sale-feed/asked-orders.js'
import { type Connected, connect } from '../../../test/support/sale-feed/connected.js'
import { payment } from '../../../test/support/sale-feed/order.js'
import type { Database } from '../../db/database.js'
import type { PaymentForm } from '../../integrations/connection/payment-form.js'
import { deleteIntegration } from '../../integrations/delete-integration.js'
import { updateIntegration } from '../../integrations/update-integration.js'
import { applySettings } from '../../orders/intake/apply-settings.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { forgetEntries } from '../../outbox/forget-integration.js'
import { sweepDrafts } from '../../outbox/payments/payment-export.js'
import type { OfferedOrders } from '../offer-orders.js'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `o-${index}`,
    payments: [payment({ id: `pay-${index}` })],
  }))

const read = ({ body }: OfferedOrders): Promise<string> => readText(body)

async function ask(
  connected: Connected,
  payments?: PaymentForm,
): Promise<OfferedOrders & { session: number }> {
  const session = await connected.session()
  return Object.assign(await askOrders(connected, session, payments), { session })
}

async function rename({ db, integration }: Connected, name: string): Promise<void> {
  const where = { locationId: integration.locationId, integrationId: integration.id, by: {} }
  const settings = { paymentrules: [{}], paymentmethodname: name }
  await updateIntegration(db, where, { settings }, applySettings)
}

async function count(db: Database, table: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`select count(*) as count from ${table}`)
  return rows[0]!.count
}

const methods = (xml: string): Set<string | undefined> =>
  new Set(readAllDocuments(xml).map(({ requisites }) => requisiteValue(requisites, 'Метод оплаты')))

describeOnNewestPostgres('two sessions of one 1C that tell the same payments differently', pg => {
  for (const orders of [3, 400]) {
    it(`6.10: the first that is sent to the end counts, the other is cut short (${orders} orders)`, async () => {
      const connected = await connect(await pg.freshDatabase(), { paymentmethodname: 'Прежний' })
      await connected.put(many(orders))
      const slow = await ask(connected)
      await rename(connected, 'Новый')
      const quick = await ask(connected)
      expect(methods(await read(quick))).toEqual(new Set(['Новый']))
      await expect(read(slow)).rejects.toMatchObject({ code: 'conflict' })
      const { db, integration } = connected
      const success = { integrationKey: integration.key, sessionId: slow.session }
      expect(await confirmBatch(db, success)).toMatchObject({ result: 'refused' })
      expect(methods(await read(await ask(connected)))).toEqual(new Set(['Новый']))
      await sweepDrafts(db)
      expect([await count(db, 'payment_export'), await count(db, 'payment_export_draft')]).toEqual([
        orders,
        0,
      ])
    })
  }

  it('documents beside requisites are such a difference, also of a payment that came in between', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put([{ id: 'a', payments: [payment({ id: 'first' })] }])
    const requisites = await ask(connected, 'requisites')
    await connected.put([{ id: 'a', payments: [payment({ id: 'second' })] }])
    await read(await ask(connected, 'documents'))
    await expect(read(requisites)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('both marked at the same moment, one is sent and no payment is kept twice', async () => {
    const connected = await connect(await pg.freshDatabase(), { paymentmethodname: 'Прежний' })
    await connected.put(many(20))
    const one = await ask(connected)
    await rename(connected, 'Новый')
    const other = await ask(connected, 'documents')
    const ends = await Promise.allSettled([read(one), read(other)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await connected.db.query('select distinct method, form from payment_export')
    expect(rows).toHaveLength(1)
  })

  it('that tell them alike are both sent', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(3))
    const [one, other] = [await ask(connected), await ask(connected)]
    await Promise.all([read(one), read(other)])
    expect(await count(connected.db, 'payment_export')).toBe(3)
  })
})

describeOnNewestPostgres('what a 1C was told of payments', pg => {
  it('does not count when the answer is cut: new settings name the method', async () => {
    const connected = await connect(await pg.freshDatabase(), { paymentmethodname: 'Прежний' })
    await connected.put(many(400))
    const answer = await ask(connected)
    for await (const _ of answer.body) break
    await rename(connected, 'Новый')
    expect(methods(await read(await ask(connected)))).toEqual(new Set(['Новый']))
  })

  it('is forgotten with its integration', async () => {
    const connected = await connect(await pg.freshDatabase())
    const { db, integration } = connected
    await connected.put(many(3))
    await read(await ask(connected))
    await deleteIntegration(db, integration.locationId, integration.id)
    await forgetEntries(db, integration.key, 0)
    expect(await count(db, 'payment_export')).toBe(0)
  })
})
