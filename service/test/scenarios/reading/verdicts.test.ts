import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { CompleteReading } from '../../../src/reading/verdicts/complete-reading.js'
import { concludeReading } from '../../../src/reading/verdicts/conclude-reading.js'
import { newPlatform, oneC, sampleLine, samplePayment } from '../../support/app/test-server.js'
import { useFreshServer } from '../../support/app/use-server.js'
import { ordersFile, uploadedOrder } from '../../support/from-1c.js'
import { inspectMarked } from '../../support/place.js'

const server = useFreshServer()
const REF = 'b7a3c0de-0000-4000-8000-000000000001'
const OTHER = 'b7a3c0de-0000-4000-8000-000000000002'
const refund = { id: 'back', amount: '1000.00', refundedAt: '2026-11-20T10:00:00+05:00' }

interface Related {
  type: string
  ref: string
  number: string
  total: string
  posted?: boolean
  paymentNumber?: string
}

/** A Бухгалтерия whose readings find what the test says. */
async function begin(settings: object = {}) {
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'bp', paymentrules: [{}], ...settings })
  const base = oneC(server, one)
  const { db } = server
  const { rows } = await db.query<{ key: number }>('select key from integration where id = $1', [one.id])
  const { key } = rows[0]!
  let reading = 0
  return {
    id: one.id,
    exchange: () => base.exchange(),
    ask: base.ask,
    signIn: base.signIn,
    put: (payments: object[], changes = {}) => platform.put('olv-1', { payments, ...changes }),
    call: platform.call,
    /** A complete reading that sees these documents, each with what belongs to it. */
    async read(
      documents: ({ ref?: string; related?: Related[] } & Record<string, unknown>)[],
      changes: Partial<CompleteReading> = {},
    ): Promise<void> {
      reading++
      const order =
        'select key from sale_order where location_id = (select location_id from integration where key = $1)'
      for (const { ref = REF, related = [], ...facts } of documents) {
        const row = {
          ...{
            integration_key: key,
            ref,
            kind: 'СчетНаОплатуПокупателю',
            marked: true,
            number: '0000-000001',
          },
          ...{
            date: '2026-11-17T12:15:07',
            customer_agrees: true,
            posted: true,
            deleted: false,
            gone: false,
          },
          ...{
            total: '3000.00',
            status: 'Не оплачен',
            reading,
            seen_at: new Date(),
            earlier_versions: [],
            weak: false,
          },
          ...facts,
        }
        await db.query('delete from read_document where integration_key = $1 and ref = $2', [key, ref])
        await db.query(
          `insert into read_document select r.* from (${order}) o
             cross join lateral json_populate_record(null::read_document,
               ($2::jsonb || jsonb_build_object('order_key', o.key))::json) r`,
          [key, JSON.stringify(row)],
        )
        await db.query('delete from read_related where integration_key = $1 and document = $2', [key, ref])
        for (const { paymentNumber, posted = true, ...one } of related)
          await db.query(
            'insert into read_related select * from json_populate_record(null::read_related, $1)',
            [
              JSON.stringify({
                ...{ integration_key: key, document: ref, kind: 'ОплатаПлатежнойКартой', date: '2026-11-19' },
                ...{ ...one, posted, payment_number: paymentNumber, reading, seen_at: new Date() },
              }),
            ],
          )
      }
      await concludeReading(db, {
        ...{ integrationKey: key, reading, startedAt: new Date(), whole: true, partial: false },
        ...{ from: new Date('2026-01-01T00:00:00Z'), to: new Date('2100-01-01T00:00:00Z'), startDate: null },
        ...{ organization: null, unread: [] },
        ...changes,
      })
      await inspectMarked(db)
    },
    async state(): Promise<string> {
      const found = await db.query<{ state: string; differences: { what: string }[] }>(
        'select state, differences from reconciliation where integration_key = $1',
        [key],
      )
      const [row] = found.rows
      return [row?.state, ...(row?.differences ?? []).map(({ what }) => what)].join(' ')
    },
    async item() {
      return (await platform.call('GET', '/api/v1/orders/olv-1/accounting')).body.items[0]
    },
    async tasks(state = 'open') {
      const { body } = await platform.call('GET', `/api/v1/tasks?state=${state}`)
      return body.items.map(({ code, params, settledBy }: Record<string, unknown>) => ({
        code,
        params,
        settledBy,
      }))
    },
    async events(type: string) {
      const { body } = await platform.call('GET', '/api/v1/events?limit=100')
      return body.items.filter((event: { type: string }) => event.type === type)
    },
  }
}

const card = (changes: Partial<Related> = {}): Related => ({
  ...{ type: 'payment', ref: randomUUID(), number: '0000-000005', total: '3000.00', paymentNumber: '1' },
  ...changes,
})

it('a document that is there agrees at once, and one that is lost is missing after two readings', async () => {
  const { id, call, put, exchange, read, state, item, tasks, events } = await begin()
  await put([])
  await exchange()
  await read([{}])
  expect(await state()).toBe('agrees')
  expect(await item()).toMatchObject({
    ...{ source: 'reading', sources: {}, documentNumber: '0000-000001', posted: true, total: '3000.00' },
    ...{ status: 'Не оплачен', paid: null, uploadId: null, money: { paid: '0.00', refunded: '0.00' } },
    ...{ state: 'current', linesDiffer: false },
  })
  expect(await events('order.accounting.updated')).toMatchObject([
    { data: { changed: ['document', 'posted', 'status'] } },
  ])
  await read([{ gone: true, posted: false }])
  expect(await state()).toBe('agrees')
  const { body } = await call('GET', `/api/v1/integrations/${id}/reconciliation`)
  expect(body.items[0].message).toMatch(/^Раньше всё сходилось, но последнее чтение документа не нашло/)
  expect(await tasks()).toEqual([])
  await read([{ gone: true, posted: false }])
  expect(await state()).toBe('missing')
  expect(await tasks()).toMatchObject([{ code: 'find-missing', params: { was: '0000-000001' } }])
  await read([{}])
  expect(await state()).toBe('agrees')
  expect(await tasks()).toEqual([])
  expect(await tasks('done')).toMatchObject([
    { settledBy: { kind: 'СчетНаОплатуПокупателю', number: '0000-000001', date: '2026-11-17' } },
  ])
  const changes = await events('reconciliation.changed')
  expect(
    changes.map(({ data }: { data: Record<string, unknown> }) => [data.previousState, data.state]),
  ).toEqual([
    ['agrees', 'missing'],
    ['missing', 'agrees'],
  ])
  expect(await events('order.accounting.updated')).toHaveLength(1)
})

it('an unchanged document is neither written nor told again', async () => {
  const { put, exchange, read, events } = await begin()
  await put([])
  await exchange()
  const paid = { status: 'Оплачен', related: [card()] }
  await read([paid])
  const version = async () =>
    (
      await server.db.query(
        'select xmin::text, read_facts from accounting_document order by order_key desc limit 1',
      )
    ).rows
  const before = await version()
  await read([paid])
  expect(await version()).toEqual(before)
  await exchange()
  await read([{ ...paid, status: null }], { unread: ['payment', 'shipment'] })
  expect(await version()).toEqual(before)
  expect(await events('order.accounting.updated')).toHaveLength(1)
})

it('a second document doubles it until one is marked for deletion', async () => {
  const { put, exchange, read, state, tasks, call } = await begin()
  await put([])
  await exchange()
  const second = { ref: OTHER, number: '0001-000001', date: '2027-01-11T09:00:00', marked: false }
  await read([{}, second])
  expect(await state()).toBe('unknown')
  await read([{}, second])
  expect(await state()).toBe('doubled')
  const [task] = await tasks()
  expect(task).toMatchObject({
    code: 'remove-double',
    params: { documents: '0000-000001 (17.11.2026), 0001-000001 (11.01.2027)' },
  })
  // A person has seen to it: the same two make no task again.
  const { body } = await call('GET', '/api/v1/tasks?state=open')
  await call('POST', `/api/v1/tasks/${body.items[0].id}/done`)
  await read([{}, second])
  expect(await tasks()).toEqual([])
  expect(await state()).toBe('doubled')
  await read([{}, { ...second, deleted: true, posted: false }])
  expect(await state()).toBe('agrees')
})

it('a payment that was read settles the task, which names it, and unposting it shows after two readings', async () => {
  const { put, exchange, read, item, tasks, state } = await begin({ payments: 'requisites' })
  await put([samplePayment({ amount: '1000.00' })])
  await exchange()
  expect(await tasks()).toMatchObject([{ code: 'enter-payment', params: { amount: '1000.00' } }])
  await read([{}])
  expect(await tasks()).toMatchObject([{ code: 'enter-payment', params: { amount: '1000.00' } }])
  const bank = card({ number: '0000-000031', total: '1000.00', paymentNumber: undefined as never })
  await read([{ related: [{ ...bank, kind: 'ПоступлениеНаРасчетныйСчет' } as Related] }])
  expect(await tasks()).toEqual([])
  expect(await tasks('done')).toMatchObject([
    { settledBy: { kind: 'ПоступлениеНаРасчетныйСчет', number: '0000-000031', date: '2026-11-19' } },
  ])
  expect(await item()).toMatchObject({
    ...{ money: { paid: '1000.00', refunded: '0.00' }, paid: null },
    ...{ payments: [{ number: '0000-000031', date: '2026-11-19', amount: '1000.00', method: null }] },
    documents: [{ type: 'payment', number: '0000-000031', total: '1000.00', posted: true }],
  })
  // The status waits with the money.
  await read([{ status: 'Оплачен', related: [] }])
  expect(await item()).toMatchObject({ status: 'Не оплачен', money: { paid: '1000.00' } })
  await read([{ status: 'Оплачен', related: [] }])
  expect(await item()).toMatchObject({ status: 'Оплачен', money: { paid: '0.00' }, payments: [] })
  expect(await tasks()).toMatchObject([{ code: 'enter-payment' }])
  expect(await state()).toBe('agrees')
})

it('what a person says to have entered stays done, and the reconciliation shows that it is not there', async () => {
  const { put, exchange, read, tasks, state, call } = await begin()
  await put([samplePayment()])
  await exchange()
  await read([{ related: [card()] }])
  expect(await state()).toBe('agrees')
  await put([samplePayment({ refunds: [refund] })])
  await exchange()
  await read([{ related: [card()] }])
  const { body } = await call('GET', '/api/v1/tasks?state=open')
  expect(body.items).toMatchObject([{ code: 'enter-refund', params: { amount: '1000.00' } }])
  await call('POST', `/api/v1/tasks/${body.items[0].id}/done`)
  await read([{ related: [card()] }])
  await read([{ related: [card()] }])
  expect(await tasks()).toEqual([])
  expect(await state()).toBe('differs payments')
  await read([{ related: [card(), card({ type: 'refund', number: '0000-000006', total: '1000.00' })] }])
  expect(await state()).toBe('agrees')
})

it('a refund that was read settles its task', async () => {
  const { put, exchange, read, tasks, item } = await begin()
  await put([samplePayment()])
  await exchange()
  await put([samplePayment({ refunds: [refund] })])
  await exchange()
  expect(await tasks()).toMatchObject([{ code: 'enter-refund' }])
  const back = card({
    type: 'refund',
    number: '0000-000006',
    total: '1000.00',
    paymentNumber: undefined as never,
  })
  await read([{ status: 'Оплачен', related: [card(), back] }])
  expect(await tasks()).toEqual([])
  expect(await tasks('done')).toMatchObject([{ settledBy: { number: '0000-000006' } }])
  expect(await item()).toMatchObject({
    money: { paid: '3000.00', refunded: '1000.00' },
    paid: { number: '0000-000005', date: '2026-11-19' },
  })
})

it('a document that was found although its confirmation got lost settles what was to be checked', async () => {
  const { put, ask, signIn, read, tasks, state, call } = await begin()
  await put([samplePayment()])
  const cookie = await signIn()
  await ask('query', { cookie })
  const exported = async () => (await call('GET', '/api/v1/orders/olv-1/exports')).body.items[0]
  expect(await exported()).toMatchObject({ loaded: null })
  await read([])
  expect(await state()).toBe('unknown')
  expect(await exported()).toMatchObject({ loaded: false })
  await read([{ related: [card()] }])
  expect(await state()).toBe('agrees')
  expect(await exported()).toMatchObject({ loaded: true, state: 'offered' })
  expect(await tasks()).toEqual([])
})

it('what a file told and what was read stand side by side, the newer of each field', async () => {
  const { id, put, exchange, ask, signIn, read, item, call } = await begin({ client: 'ut' })
  await put([])
  await exchange()
  await read([{ number: 'УТ-000001', status: 'КОтгрузке' }])
  expect(await item()).toMatchObject({ source: 'reading', linesDiffer: false })
  // Without lines nothing is said of them: УТ has not canceled them all.
  await put([samplePayment()])
  const preflight = await call('GET', `/api/v1/orders/olv-1/preflight?integrationId=${id}`)
  const codes = preflight.body.items.map(({ code }: { code: string }) => code)
  expect(codes).not.toContain('update-will-be-ignored')

  const tell = async (requisites: Record<string, string>) => {
    const lines = [{ name: 'Аренда переговорной', quantity: '2', price: '1500', amount: '3000' }]
    const body = ordersFile(uploadedOrder({ number: '1', lines, requisites }))
    await ask('file&filename=orders-1.xml', { cookie: await signIn(), body })
    await inspectMarked(server.db)
  }
  await tell({ 'Статус заказа': 'Закрыт', 'Номер по 1С': 'УТ-000001' })
  const told = await item()
  expect(told).toMatchObject({
    ...{ source: 'upload', status: 'Закрыт', posted: true, uploadId: expect.any(Number) },
    sources: { posted: 'reading' },
  })
  expect(told.sources).not.toHaveProperty('status')

  await read([{ number: 'УТ-000001', status: 'КОтгрузке', posted: false }])
  expect(await item()).toMatchObject({ source: 'reading', status: 'КОтгрузке', posted: true })
  await read([{ number: 'УТ-000001', status: 'КОтгрузке', posted: false }])
  expect(await item()).toMatchObject({
    ...{ posted: false, uploadId: told.uploadId, sources: { customer: 'upload' } },
    withdrawn: [{ what: 'posted', before: true }],
  })
})

it('what was sent after a reading began is not judged by it', async () => {
  const { put, exchange, read, state } = await begin()
  const startedAt = new Date()
  await put([])
  await exchange()
  await read([], { startedAt })
  await read([], { startedAt: new Date(startedAt.getTime() + 1) })
  expect(await state()).toBe('')
  const changed = { lines: [sampleLine({ quantity: '1', amount: '1500.00' })], total: '1500.00' }
  await put([], changed)
  const again = new Date()
  await exchange()
  await read([{}], { startedAt: again })
  expect(await state()).toBe('')
})

it('an order that was paid to the bank account is paid, and nobody is asked to undo that', async () => {
  const { put, exchange, read, state, item, tasks } = await begin()
  await put([])
  await exchange()
  const receipt = (ref: string) =>
    ({
      type: 'payment',
      ref,
      number: '0000-000007',
      total: '3000.00',
      kind: 'ПоступлениеНаРасчетныйСчет',
    }) as Related
  const [first, second] = [receipt(randomUUID()), receipt(randomUUID())]
  await read([{ status: 'Оплачен', related: [first] }])
  expect(await item()).toMatchObject({ paid: { number: '0000-000007' }, money: { paid: '3000.00' } })
  expect([await state(), await tasks()]).toEqual(['agrees', []])
  // What is more than the order's total is too much all the same.
  await read([{ status: 'Оплачен', related: [first, second] }])
  await read([{ status: 'Оплачен', related: [first, second] }])
  expect(await state()).toBe('differs payments')
  expect(await tasks()).toMatchObject([
    { code: 'undo-payment', params: { amount: '3000.00', byHand: 'receipt' } },
  ])
})

it('a payment in full that is no more in 1C is asked for, and not as the rest of one', async () => {
  const { put, exchange, read, tasks } = await begin()
  await put([samplePayment()])
  await exchange()
  await read([{ related: [card()] }])
  for (const _ of 'ab') await read([{ related: [] }])
  expect(await tasks()).toMatchObject([{ code: 'enter-payment', params: { rest: 'none' } }])
})
