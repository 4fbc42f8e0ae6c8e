import { setTimeout as delay } from 'node:timers/promises'
import type { Order } from '@obmen/sdk'
import {
  documentOf,
  manageInvoice,
  type OneC,
  type ServedOData,
  type StoredDocument,
  serveOData,
} from '@obmen/simulator'
import { AppError } from '../../errors/app-error.js'
import type { Platform } from './platform.js'
import { DEMO_TEXTS as TEXTS } from './texts.js'

/** An accountant's 1C, and how the demo tells of it. */
interface Reading {
  platform: Platform
  print: (text: string) => void
  expect: (kept: boolean, promise: string) => void
  orders: readonly Order[]
  base: OneC
  integrationId: string
  exchange: () => Promise<unknown>
}

const CONNECTION = { login: 'obmen', password: 'obmen' }
const POLL_MS = 250
const TIMEOUT_MS = 60_000

/**
 * Obmen reads what people did in a Бухгалтерия, which tells nothing by itself: a payment, and an invoice that is
 * gone. Returns what publishes the base, for whoever goes on looking.
 */
export async function readBack(reading: Reading): Promise<ServedOData> {
  const { platform, print, expect, orders, base, integrationId } = reading
  const served = await serveOData(base, { port: 0, ...CONNECTION })
  const unpaid = { ...orders.find(({ status }) => status === 'new')!, status: 'purchased' }
  await platform.put(unpaid)
  await reading.exchange()
  const invoice = await invoiceOf(reading, unpaid)
  const { number, total } = invoice.outcome
  manageInvoice(base, invoice, 'pay', new Date())
  print(TEXTS.paidByHand(number ?? '', TEXTS.sum(total)))
  await platform.read(integrationId, { url: served.url, ...CONNECTION })
  let last = await nextReading(reading)
  const told = (await platform.accounting(unpaid.id)).find(item => item.integrationId === integrationId)
  const payment = told?.documents.find(({ type }) => type === 'payment')
  const isPaid = told?.documentNumber === number && told?.money?.paid === total && payment !== undefined
  expect(isPaid, TEXTS.promisePaidRead(number ?? '', payment?.number ?? '—'))

  const [lost] = orders as [Order]
  const removed = await invoiceOf(reading, lost)
  manageInvoice(base, removed, 'remove', new Date())
  print(TEXTS.removedByHand(removed.outcome.number ?? ''))
  for (const [promise, missing] of [
    [TEXTS.promiseNotYetMissing, ''],
    [TEXTS.promiseMissing(lost.id), lost.id],
  ] as const) {
    await platform.readNow(integrationId)
    last = await nextReading(reading, last.startedAt)
    const items = await platform.missing(integrationId)
    expect(items.map(({ orderId }) => orderId).join() === missing, promise)
  }
  return served
}

async function invoiceOf({ platform, base }: Reading, { id }: Order): Promise<StoredDocument> {
  return documentOf(base, (await platform.exportOf(id)).numberIn1c ?? '')!
}

type LastReading = NonNullable<Awaited<ReturnType<Platform['reading']>>['lastReading']>

/** The first complete reading that began after that one. */
async function nextReading({ platform, print, integrationId }: Reading, after = ''): Promise<LastReading> {
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; await delay(POLL_MS)) {
    const { failure, lastReading } = await platform.reading(integrationId)
    if (failure) throw new AppError('internal', failure.message)
    if (!lastReading || lastReading.startedAt <= after) continue
    print(TEXTS.wasRead(lastReading.documents))
    return lastReading
  }
  throw new AppError('internal', TEXTS.notRead)
}
