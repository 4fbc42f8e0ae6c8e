import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import {
  type Connected,
  client,
  connect1c,
  connectAnother,
  putOrder,
  signIn,
  startBackend,
} from '../../../test/support/exchange.js'
import {
  CARD,
  type ForeignBp,
  INVOICE,
  REALIZATION,
  refuse,
  serveForeignBp,
} from '../../../test/support/reading/foreign-bp.js'
import { secretsFor } from '../../../test/support/secrets.js'
import { readConfig } from '../../config.js'
import type { Database } from '../../db/database.js'
import { openQueuePool } from '../../db/queue-pool.js'
import { deleteIntegration } from '../../integrations/delete-integration.js'
import { getIntegration } from '../../integrations/integration.js'
import { findWork } from '../../jobs/find-work.js'
import type { Job } from '../../jobs/job.js'
import { read1c } from '../../jobs/read-1c.js'
import { runJobs } from '../../jobs/run-jobs.js'
import { createLog } from '../../log.js'
import { putReading } from '../connection.js'
import { FORGET_READINGS, sweepRemovedReadings } from '../forget-readings.js'
import { findReading, type StoredReading } from '../reading.js'
import { runReading } from './run-reading.js'

let db: Database
let one: Connected
let bp: ForeignBp
beforeAll(async () => {
  db = await freshDatabase()
}, 300_000)
afterAll(() => db[Symbol.asyncDispose]())

/** Orders o-1 to o-3 that a Бухгалтерия got under these numbers and confirmed. */
beforeEach(async () => {
  one = await connect1c(db, { client: 'bp', paymentrules: [{}] })
  for (const id of ['o-1', 'o-2', 'o-3'])
    await putOrder(db, one, id, { placedAt: '2026-11-20T10:00:00+05:00' })
  await using backend = await startBackend(db)
  const ask = client(backend, one)
  const cookie = await signIn(ask)
  await ask('query', { cookie })
  expect((await ask('success', { cookie })).text).toBe('success')
  bp = await serveForeignBp()
  await putUp()
  return () => bp[Symbol.asyncDispose]()
}, 120_000)

async function putUp(changes: object = {}): Promise<void> {
  const integration = await getIntegration(db, one.locationId as never, one.id)
  const input = { url: bp.url, login: 'reader', password: 'secret', everyMinutes: 15, enabled: true }
  await putReading(
    db,
    integration,
    { ...input, organization: null, ...changes },
    { by: {} as never, allowPrivate: true, secrets: await secretsFor(db) },
  )
}

const deps = async (signal = new AbortController().signal) => ({
  ...{ db, secrets: await secretsFor(db), allowPrivate: true, signal, pauseMs: 0 },
})

/** One reading, asked for by a person. */
async function read(signal = new AbortController().signal): Promise<StoredReading> {
  await db.query('update reading set requested = true, next_at = now() where integration_key = $1', [one.key])
  await runReading(await deps(signal), one.key)
  return (await findReading(db, one.key))!
}

/** What is stored of documents, by the orders' ids. */
async function documents(): Promise<Record<string, unknown>[]> {
  const { rows } = await db.query(
    `select o.id, d.ref, d.number, d.date::text, d.marked, d.posted, d.deleted, d.gone, d.total::text, d.status,
            d.shipping_status as shipping, d.customer_agrees as customer, d.organization
       from read_document d join sale_order o on o.key = d.order_key
      where d.integration_key = $1 order by o.id, d.number`,
    [one.key],
  )
  return rows
}
async function related(): Promise<Record<string, unknown>[]> {
  const { rows } = await db.query(
    `select type, kind, number, total::text, posted, payment_number as "paymentNumber" from read_related
      where integration_key = $1 order by type, number`,
    [one.key],
  )
  return rows
}

it('documents of orders are found by their numbers and confirmed by their sums; others are not kept', async () => {
  const invoice = bp.addInvoice('0000-000001')
  bp.addInvoice('0000-000002', { СуммаДокумента: 5 })
  bp.addInvoice('0000-000099')
  bp.setStatus(invoice, 'Оплачен', 'Отгружен')
  const { lastReading, failure, progress, touchedAt } = await read()
  expect({ failure, progress, touchedAt }).toEqual({ failure: null, progress: null, touchedAt: null })
  expect(lastReading).toMatchObject({ whole: true, partial: false, documents: 3, unpublished: [] })
  expect(lastReading!.totals).toMatchObject({ orders: 3, in1c: { total: '100.00' } })
  expect(await documents()).toMatchObject([
    {
      id: 'o-1',
      ref: invoice.Ref_Key,
      status: 'Оплачен',
      shipping: 'Отгружен',
      marked: false,
      total: '100.00',
    },
  ])
})

it('the records of a register are read if the register is published', async () => {
  const invoice = bp.addInvoice('0000-000001')
  bp.pay(invoice, 60)
  bp.listed = Object.keys(bp.sets).map(name => name.replace('_RecordType', ''))
  expect((await read()).lastReading!.unpublished).toEqual([])
  expect(await related()).toMatchObject([{ total: '60.00' }])
})

it('an invoice that has no row of statuses is not paid', async () => {
  bp.addInvoice('0000-000001')
  await read()
  expect(await documents()).toMatchObject([{ status: 'Не оплачен', shipping: 'Не отгружен' }])
})

it('a mark is enough, whatever the number, the year and the organization are', async () => {
  const invoice = bp.addInvoice('ABВ-777', {
    ...{ Date: '2023-01-01T00:00:00', СуммаДокумента: 5, Организация_Key: crypto.randomUUID() },
  })
  bp.mark(invoice, 'o-2')
  await read()
  expect(await documents()).toMatchObject([{ id: 'o-2', number: 'ABВ-777', marked: true, total: '5.00' }])
})

it('renumbered, moved by a year, gone: a known document is followed by its key', async () => {
  const [first, second, third] = ['1', '2', '3'].map(digit => bp.addInvoice(`0000-00000${digit}`))
  await read()
  Object.assign(first!, { Number: '0000-000003', DataVersion: 'B1' })
  Object.assign(third!, { Number: '0000-000009', DataVersion: 'B2', Date: '2029-01-01T00:00:00' })
  bp.sets[`Document_${INVOICE}`] = [first!, third!]
  await read()
  expect(await documents()).toMatchObject([
    { id: 'o-1', ref: first!.Ref_Key, number: '0000-000003', gone: false },
    { id: 'o-2', ref: second!.Ref_Key, gone: true },
    { id: 'o-3', ref: third!.Ref_Key, number: '0000-000009', date: '2029-01-01 00:00:00', gone: false },
  ])
})

it('under another prefix only sum and customer together make a double', async () => {
  const customer = bp.addCustomer('КИМ  Анна')
  bp.addInvoice('0000-000001', { Контрагент_Key: customer })
  bp.addInvoice('00ИМ-000001', { Контрагент_Key: customer })
  bp.addInvoice('0000-000002', { Контрагент_Key: customer })
  bp.addInvoice('00ИМ-000002', { Контрагент_Key: bp.addCustomer('Пак Анна') })
  await read()
  expect((await documents()).map(({ id, number }) => [id, number])).toEqual([
    ['o-1', '0000-000001'],
    ['o-1', '00ИМ-000001'],
    ['o-2', '0000-000002'],
  ])
})

it("people's own invoices of the number, the sum and the customer are no doubles, nor what is gone", async () => {
  delete bp.sets.InformationRegister_НастройкиОбменаСИнтернетМагазином
  const own = bp.addCustomer('Ким Анна')
  const other = bp.addCustomer('Пак Анна')
  const [first, second] = ['1', '2'].map(digit =>
    bp.addInvoice(`0000-00000${digit}`, { Контрагент_Key: own }),
  )
  bp.addInvoice('00БП-000001', { Контрагент_Key: own, Date: '2026-11-27T12:00:00' })
  bp.addInvoice('0000-000001', { Контрагент_Key: own, Date: '2027-01-11T12:00:00' })
  const manual = bp.addInvoice('00БП-000002', { Контрагент_Key: other, Date: '2026-11-27T12:00:00' })
  await read()
  const both = [first, second].map((row, at) => ({ id: `o-${at + 1}`, ref: row!.Ref_Key, gone: false }))
  expect(await documents()).toMatchObject(both)
  bp.sets[`Document_${INVOICE}`]!.splice(1, 3)
  for (const _ of 'ab') await read()
  expect(await documents()).toMatchObject([both[0], { ...both[1], gone: true }])
  manual.Контрагент_Key = own
  await read()
  expect(await documents()).toHaveLength(2)
  const again = bp.addInvoice('0000-000002', { Контрагент_Key: own })
  await read()
  expect(await documents()).toContainEqual(
    expect.objectContaining({ id: 'o-2', ref: again.Ref_Key, gone: false }),
  )
})

it('without customers, the day tells the invoice of the exchange from one of people', async () => {
  delete bp.sets.InformationRegister_НастройкиОбменаСИнтернетМагазином
  delete bp.sets.Catalog_Контрагенты
  bp.addInvoice('00БП-000001', { Date: '2026-11-27T12:00:00' })
  const { Ref_Key } = bp.addInvoice('0000-000001')
  await read()
  expect(await documents()).toMatchObject([{ id: 'o-1', ref: Ref_Key }])
})

it('without a known prefix, what one sign alone speaks for gives way', async () => {
  delete bp.sets.InformationRegister_НастройкиОбменаСИнтернетМагазином
  const foreign = bp.addCustomer('Пак Анна')
  bp.addInvoice('00АА-000001', { Контрагент_Key: foreign, Date: '2026-11-20T00:00:00' })
  await read()
  expect(await documents()).toMatchObject([{ id: 'o-1', number: '00АА-000001' }])
  bp.addInvoice('00ИМ-000001', { Контрагент_Key: bp.addCustomer('Ким Анна') })
  await read()
  expect(await documents()).toMatchObject([{ id: 'o-1', number: '00ИМ-000001' }])
})

it("last year's invoice of the number is not of this year's order", async () => {
  const customer = bp.addCustomer('Ким Анна')
  bp.addInvoice('0000-000001', { Контрагент_Key: customer, Date: '2025-11-20T12:00:00', СуммаДокумента: 7 })
  const moved = bp.addInvoice('0000-000002', { Контрагент_Key: customer, Date: '2027-01-09T12:00:00' })
  await read()
  expect(await documents()).toMatchObject([{ id: 'o-2', ref: moved.Ref_Key }])
})

it('orders of two years that have one number have an invoice each', async () => {
  await db.query("update outbox_entry set sent_number = '7' where integration_key = $1", [one.key])
  await db.query(
    `update sale_order o set placed_at = placed_at - interval '1 year' from outbox_entry e
      where o.key = e.order_key and e.integration_key = $1 and o.id = 'o-1'`,
    [one.key],
  )
  await db.query("delete from outbox_entry e using sale_order o where o.key = e.order_key and o.id = 'o-3'")
  const customer = bp.addCustomer('Ким Анна')
  for (const year of [2025, 2026])
    bp.addInvoice('0000-000007', { Контрагент_Key: customer, Date: `${year}-11-20T12:00:00` })
  await read()
  expect((await documents()).map(({ id, date }) => [id, date])).toEqual([
    ['o-1', '2025-11-20 12:00:00'],
    ['o-2', '2026-11-20 12:00:00'],
  ])
})

it('money is what the books moved, refunds come by their payments, bank receipts by the movements', async () => {
  const invoice = bp.addInvoice('0000-000001')
  const card = bp.pay(invoice, 60)
  bp.pay(invoice, 10, {
    ...{ ВидОперации: 'ВозвратПокупателю', Number: '0000-000006', ДокументОснование: card.Ref_Key },
    ...{ ДокументОснование_Type: `StandardODATA.Document_${CARD}`, НомерЧекаЭТ: '8' },
  })
  const bank = { Ref_Key: crypto.randomUUID(), Number: '0000-000044', Date: '2026-11-21T00:00:00' }
  bp.sets.Document_ПоступлениеНаРасчетныйСчет!.push({ ...bank, Posted: true, DeletionMark: false })
  const [movement] = bp.sets.AccumulationRegister_ОплатаСчетов_RecordType!
  for (const [LineNumber, Сумма] of [
    ['1', 30],
    ['2', 10.5],
  ])
    bp.sets.AccumulationRegister_ОплатаСчетов_RecordType!.push({
      ...{ ...movement, LineNumber, Сумма, Recorder: bank.Ref_Key, Period: bank.Date },
      Recorder_Type: 'StandardODATA.Document_ПоступлениеНаРасчетныйСчет',
    })
  await read()
  const receipt = { kind: 'ПоступлениеНаРасчетныйСчет', number: '0000-000044', total: '40.50', posted: true }
  expect(await related()).toMatchObject([
    { type: 'payment', kind: CARD, total: '60.00', posted: true, paymentNumber: '7' },
    { type: 'payment', ...receipt },
    { type: 'refund', total: '10.00', posted: true, paymentNumber: '7' },
  ])

  // Unposted: the movements go. The bank's receipt now pays another invoice.
  Object.assign(card, { Posted: false })
  bp.sets.AccumulationRegister_ОплатаСчетов_RecordType = []
  await read()
  expect(await related()).toMatchObject([
    { type: 'payment', kind: CARD, posted: false },
    { type: 'refund', posted: true },
  ])
})

it('without the register of money, payments count with their own sums', async () => {
  delete bp.sets.AccumulationRegister_ОплатаСчетов_RecordType
  const invoice = bp.addInvoice('0000-000001')
  bp.sets.AccumulationRegister_ОплатаСчетов_RecordType = []
  bp.pay(invoice, 60)
  delete bp.sets.AccumulationRegister_ОплатаСчетов_RecordType
  const { lastReading } = await read()
  expect(lastReading!.unpublished).toEqual(['AccumulationRegister_ОплатаСчетов_RecordType'])
  expect(await related()).toMatchObject([{ type: 'payment', total: '60.00', posted: true }])
})

it('acts are found by their header, or by their lines once the invoice says that it is shipped', async () => {
  const invoice = bp.addInvoice('0000-000001')
  const other = bp.addInvoice('0000-000002')
  bp.ship(invoice)
  const act = bp.ship(other, {
    [`${INVOICE}_Key`]: '00000000-0000-0000-0000-000000000000',
    Number: '0000-000013',
  })
  bp.setStatus(other, 'НеОплачен', 'Отгружен')
  bp.sets[`Document_${REALIZATION}_Услуги`]!.push({
    ...{ Ref_Key: act.Ref_Key, LineNumber: '1', [`${INVOICE}_Key`]: other.Ref_Key },
  })
  await read()
  expect(await related()).toMatchObject([
    { type: 'shipment', kind: 'Акт', number: '0000-000012', total: '100.00' },
    { type: 'shipment', kind: 'Акт', number: '0000-000013' },
  ])
})

it('two orders may have one invoice', async () => {
  const invoice = bp.addInvoice('0000-000001')
  bp.mark(invoice, 'o-1')
  bp.mark(invoice, 'o-2')
  await read()
  expect((await documents()).map(({ id, ref }) => [id, ref])).toEqual([
    ['o-1', invoice.Ref_Key],
    ['o-2', invoice.Ref_Key],
  ])
})

const JSON_TYPE = { 'content-type': 'application/json' }
it.each([
  ['cut', 'cut', { status: 200, type: JSON_TYPE, body: '{"value":[{"Ref_Key":' }],
  ['a page to sign in', 'html', { status: 200, type: { 'content-type': 'text/html' }, body: '<html>' }],
  ['away', 'unavailable', { status: 503, type: { 'retry-after': '7200' }, body: '' }],
])('an answer that is %s changes nothing that was known', async (_what, code, { status, type, body }) => {
  bp.addInvoice('0000-000001')
  await read()
  const before = await documents()
  bp.sets[`Document_${INVOICE}`] = []
  bp.fault = address =>
    address.includes(`Document_${INVOICE}?`)
      ? response => response.writeHead(status, type).end(body)
      : undefined
  const failed = await read()
  expect(failed.failure).toMatchObject({ code, count: 1 })
  expect(failed.touchedAt).toBeNull()
  expect((await read()).failure).toMatchObject({ code, count: 2 })
  expect(await documents()).toEqual(before)
  const minutes = (failed.nextAt!.getTime() - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(code === 'unavailable' ? 119 : 29)
})

it('what rights hide is left out, and the reading says that it is partial', async () => {
  bp.addInvoice('0000-000001')
  bp.fault = address =>
    address.includes(`Document_${INVOICE}?`) && !address.includes('allowedOnly')
      ? response => refuse(response, 401, 20)
      : address.includes('СтатусыДокументов')
        ? response => refuse(response, 401, 20)
        : undefined
  const { lastReading, failure } = await read()
  expect(failure).toBeNull()
  expect(lastReading).toMatchObject({
    ...{ partial: true, unpublished: ['InformationRegister_СтатусыДокументов'] },
  })
  expect(await documents()).toMatchObject([{ id: 'o-1', status: null }])
})

it('a copy of the base of an earlier day is noticed, until a person says that this is the base', async () => {
  const invoices = ['1', '2', '3'].map(digit => bp.addInvoice(`0000-00000${digit}`))
  await read()
  Object.assign(invoices[0]!, { DataVersion: 'B1', Posted: false })
  await read()
  // Of its newest documents, none is there.
  bp.sets[`Document_${INVOICE}`] = []
  expect((await read()).failure).toMatchObject({ code: 'older-copy' })
  // Or one is as it was before.
  bp.sets[`Document_${INVOICE}`] = invoices
  Object.assign(invoices[0]!, { DataVersion: 'AAAA1=', Posted: true })
  expect((await read()).failure).toMatchObject({ code: 'older-copy' })
  expect((await documents()).every(({ gone }) => gone === false)).toBe(true)
  await putUp()
  expect((await read()).failure).toBeNull()
})

it('documents that vanish together, the ones loaded last, are not gone: it is an older copy', async () => {
  const invoices = ['1', '2', '3'].map(digit => bp.addInvoice(`0000-00000${digit}`))
  const others = [7, 8, 9].map(digit => bp.addInvoice(`0000-70000${digit}`, { Date: '2026-11-30T10:00:00' }))
  await db.query(
    `update outbox_entry e set first_sent_at = first_sent_at + interval '1 hour'
       from sale_order o where o.key = e.order_key and o.id <> 'o-1' and e.integration_key = $1`,
    [one.key],
  )
  await read()
  bp.sets[`Document_${INVOICE}`] = [invoices[0]!, ...others]
  for (const _ of [1, 2]) {
    expect((await read()).failure).toMatchObject({ code: 'older-copy' })
    expect((await documents()).map(({ gone }) => gone)).toEqual([false, false, false])
  }
  // A person says that this is the base from now on.
  await putUp()
  expect((await read()).failure).toBeNull()
  expect((await documents()).map(({ gone }) => gone)).toEqual([false, true, true])
})

it('one document that a person deletes is gone, and no older copy', async () => {
  const invoices = ['1', '2', '3'].map(digit => bp.addInvoice(`0000-00000${digit}`))
  await read()
  bp.sets[`Document_${INVOICE}`] = invoices.slice(0, 2)
  expect((await read()).failure).toBeNull()
  expect((await documents()).map(({ gone }) => gone)).toEqual([false, false, true])
  // Once that is known, a list is enough.
  bp.calls.length = 0
  await read()
  expect(bp.calls.filter(call => call.includes(`Document_${INVOICE}(`))).toEqual([])
  expect((await documents()).map(({ gone }) => gone)).toEqual([false, false, true])
})

it('of a register that is too long the rest is not read, and the reading says so', async () => {
  const [invoice] = Array.from({ length: 101 }, () => bp.addInvoice(''))
  for (const row of bp.sets[`Document_${INVOICE}`]!) bp.mark(row, 'o-1')
  bp.setStatus(invoice!, 'Оплачен')
  const rows = bp.sets.InformationRegister_СтатусыДокументов!
  const filler = JSON.stringify({ ...rows[0], Документ: 1, Статус: 'x'.repeat(120_000) })
  bp.fault = address =>
    address.includes('СтатусыДокументов?')
      ? response => {
          response.writeHead(200, JSON_TYPE).write(`{"value":[${JSON.stringify(rows[0])}`)
          for (let row = 0; row < 600; row++) response.write(`,${filler}`)
          response.end(']}')
        }
      : undefined
  const { lastReading, failure } = await read()
  expect({ failure, cutOff: lastReading!.cutOff }).toEqual({
    failure: null,
    cutOff: ['InformationRegister_СтатусыДокументов'],
  })
  expect((await documents()).filter(({ status }) => status !== null)).toMatchObject([{ status: 'Оплачен' }])
  expect(bp.calls.filter(call => call.includes('СтатусыДокументов?'))).toHaveLength(1)
})

it('a reading that a stop of the server cut short goes on where it was', async () => {
  bp.addInvoice('0000-000001')
  const stopping = new AbortController()
  bp.fault = address => {
    if (address.includes(CARD)) stopping.abort(new Error('stopping'))
    return undefined
  }
  const { progress, touchedAt, lastReading, number } = await read(stopping.signal)
  expect({ touchedAt, lastReading }).toEqual({ touchedAt: null, lastReading: null })
  expect(progress).toMatchObject({ phase: 'payments', documents: 1 })
  bp.fault = undefined
  bp.calls.length = 0
  // A long one is as old as that; one that comes no further begins anew.
  await db.query(
    `update reading set progress = progress || '{"startedAt":"2026-01-01T00:00:00Z"}' where integration_key = $1`,
    [one.key],
  )
  const resumed = await read()
  expect(resumed).toMatchObject({ number, lastReading: { documents: 1 }, requested: true })
  expect(bp.calls.filter(call => call.includes(`Document_${INVOICE}?`))).toEqual([])
  await db.query(
    `update reading set progress = $2::jsonb || '{"savedAt":"2026-01-01T00:00:00Z"}' where integration_key = $1`,
    [one.key, JSON.stringify(progress)],
  )
  expect(await read()).toMatchObject({ number: number + 1 })
})

it('a base is read by one at a time, and a reading that a person changed meanwhile ends', async () => {
  bp.addInvoice('0000-000001')
  let held: (() => void) | undefined
  bp.fault = address => {
    if (!address.includes('Catalog_Организации')) return undefined
    bp.fault = undefined
    return response => {
      held = () => response.destroy()
    }
  }
  const first = read()
  while (!held) await delay(5)
  const calls = bp.calls.length
  await read()
  // Nor for another 1C that has the same base.
  const first1c = one
  one = await connectAnother(db, first1c, { client: 'bp' })
  await putUp()
  expect(await read()).toMatchObject({ number: 0, progress: null })
  one = first1c
  expect(bp.calls.length).toBe(calls)
  await putUp()
  held()
  const { failure, lastReading } = await first
  expect({ failure, lastReading }).toEqual({ failure: null, lastReading: null })
})

it.each(['settings', 'signs'])(
  'a client that is not read fails the reading in words: by its %s',
  async by => {
    const client =
      by === 'settings' ? `settings = '{"client":"rt"}'` : `settings = '{}', recognized_client = 'rt'`
    await db.query(`update integration set ${client} where key = $1`, [one.key])
    expect((await read()).failure).toMatchObject({ code: 'client-not-read', count: 1 })
    await db.query(`update integration set settings = '{"client":"bp"}' where key = $1`, [one.key])
    expect(await read()).toMatchObject({ failure: null, lastReading: { documents: 0 } })
  },
)

it('more documents than an answer takes come by halved windows, those of one second page by page', async () => {
  const customer = bp.addCustomer('Пак Анна')
  for (let at = 0; at < 2500; at++)
    bp.addInvoice(`0000-1${String(at).padStart(5, '0')}`, { Контрагент_Key: customer })
  for (let day = 1; day < 28; day++)
    for (let at = 0; at < 100; at++)
      bp.addInvoice('', { Date: `2026-12-${String(day).padStart(2, '0')}T00:00:00` })
  const invoice = bp.addInvoice('0000-000002', { Ref_Key: 'ffffffff-ffff-4fff-8fff-ffffffffffff' })
  const { lastReading } = await read()
  expect(lastReading).toMatchObject({ documents: 5201 })
  expect(await documents()).toMatchObject([{ id: 'o-2', ref: invoice.Ref_Key }])
})

/** As if the base were so large that it is read whole at night alone. */
async function readAsLarge(): Promise<StoredReading> {
  await db.query(
    `update reading set next_at = now(), last_reading = last_reading::jsonb || '{"wholeCalls":300,"marks":50000}'
      where integration_key = $1`,
    [one.key],
  )
  await runReading(await deps(), one.key)
  return (await findReading(db, one.key))!
}

it('of a large base the newest documents are read, and what is known of others stays', async () => {
  const old = bp.addInvoice('0000-000001')
  bp.pay(old, 60)
  const date = new Date(Date.now() - 86_400_000).toISOString().slice(0, 19)
  await db.query("update sale_order set placed_at = now() - interval '1 day' where id <> 'o-1'")
  await db.query("update sale_order set placed_at = now() - interval '99 days' where id = 'o-1'")
  const ninety = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 19)
  for (const row of Object.values(bp.sets).flat()) {
    if ('Date' in row) row.Date = ninety
    if ('Period' in row) row.Period = ninety
  }
  const fresh = bp.addInvoice('0000-000002', { Date: date })
  bp.pay(fresh, 5, { Date: ninety })
  await read()
  const known = await related()
  const before = await documents()
  expect(before.map(({ id }) => id)).toEqual(['o-1', 'o-2'])
  Object.assign(old, { DataVersion: 'B1', Posted: false })
  Object.assign(fresh, { DataVersion: 'B2', Posted: false, Date: ninety })
  bp.calls.length = 0
  const { lastReading } = await readAsLarge()
  expect(lastReading).toMatchObject({ whole: false, wholeCalls: 300 })
  expect(bp.calls.filter(call => call.includes('ДополнительныеСведения'))).toEqual([])
  expect((await documents()).map(({ id, posted }) => [id, posted])).toEqual([
    ['o-1', true],
    ['o-2', false],
  ])
  expect(await related()).toEqual(known)
})

it('after this database was restored, everything is read, and nothing shows an older copy', async () => {
  for (const digit of ['1', '2', '3']) bp.addInvoice(`0000-00000${digit}`)
  await read()
  bp.sets[`Document_${INVOICE}`] = []
  await db.query('update integration set restored_at = now() where key = $1', [one.key])
  expect(await readAsLarge()).toMatchObject({ failure: null, lastReading: { whole: true } })
})

it('what was read is forgotten with its integration', async () => {
  bp.pay(bp.addInvoice('0000-000001'), 60)
  await read()
  for (const forget of FORGET_READINGS) while ((await forget(db, one.key, 1)) > 0);
  expect([await documents(), await related()]).toEqual([[], []])
})

it('what a reading stores after its integration was removed is swept', async () => {
  bp.addInvoice('0000-000001')
  await read()
  const { locationId, id } = one
  await deleteIntegration(db, locationId as never, id)
  expect(await documents()).toHaveLength(1)
  expect(await sweepRemovedReadings(db)).toBeGreaterThan(0)
  expect(await documents()).toEqual([])
})

it('a job reads what is due, and the next reading is due after the minutes that are set', async () => {
  bp.addInvoice('0000-000001')
  const queue = openQueuePool({ url: db.url })
  const config = { ...readConfig({}), allowPrivateAddresses: 'yes' } as const
  const log = createLog('silent')
  const helpers = { config, db, log, version: '1', secrets: await secretsFor(db), publicUrl: () => '' }
  const jobs = runJobs(queue, helpers, [read1c, findWork] as Job[])
  const last = async () => (await findReading(db, one.key))!
  await expect.poll(async () => (await last()).lastReading?.documents, { timeout: 60_000 }).toBe(1)
  await jobs[Symbol.asyncDispose]()
  await queue.end()
  const { nextAt, lastReading } = await last()
  expect(nextAt!.getTime() - Date.parse(lastReading!.finishedAt)).toBeGreaterThan(14 * 60_000)
}, 120_000)

it.each([
  ['a day that does not exist', { Date: '2026-02-31T00:00:00' }],
  ['a sum without bounds', { СуммаДокумента: 1e300 }],
])('%s fails the reading in words', async (_, changes) => {
  bp.addInvoice('0000-000001', changes)
  bp.mark(bp.sets[`Document_${INVOICE}`]![0]!, 'o-1')
  expect((await read()).failure).toMatchObject({ code: 'unexpected-answer', count: 1 })
})

it('an object twice in one answer fails the reading in words', async () => {
  const invoice = bp.addInvoice('0000-000001')
  bp.sets[`Document_${INVOICE}`]!.push(invoice)
  expect((await read()).failure).toMatchObject({ code: 'unexpected-answer' })
})

it('half a character, and NUL, in any text of 1C harm nothing', async () => {
  bp.addInvoice('0000-000001', { DataVersion: 'A\0\ud800' })
  bp.sets.Catalog_Организации![0]!.Description = 'ООО \ud83d\0'
  const { failure, lastReading } = await read()
  expect({ failure, organization: lastReading!.organizationName }).toEqual({
    failure: null,
    organization: 'ООО \uFFFD',
  })
})

it('a known document that comes without its fields fails the reading in words', async () => {
  const invoice = bp.addInvoice('0000-000001')
  await read()
  bp.sets[`Document_${INVOICE}`] = []
  bp.fault = address => (address.includes(`(guid'${invoice.Ref_Key}')`) ? sendEmpty : undefined)
  const { failure } = await read()
  expect(failure).toMatchObject({ code: 'unexpected-answer', params: { field: 'Ref_Key' } })
})

const sendEmpty = (response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end('{}')

it('a long reading leaves its place to others, and goes on where it was', async () => {
  bp.addInvoice('0000-000001')
  let ms = performance.now()
  const now = vi.spyOn(performance, 'now').mockImplementation(() => (ms += 11 * 60_000))
  try {
    expect(await runReading(await deps(), one.key)).toBe(false)
  } finally {
    now.mockRestore()
  }
  expect(await findReading(db, one.key)).toMatchObject({ touchedAt: null, number: 1, failure: null })
  bp.calls.length = 0
  expect(await runReading(await deps(), one.key)).toBe(true)
  expect((await findReading(db, one.key))!.lastReading).toMatchObject({ documents: 1 })
  expect(bp.calls.some(address => /standard\.odata\/?\?/.test(address))).toBe(false)
})
