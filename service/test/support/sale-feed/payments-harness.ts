import { readAllDocuments, requisiteValue, type SaleDocument } from '@obmen/codec'
import type { Payment } from '@obmen/contract'
import { fillSettings, type Settings } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { decidePaymentForm } from '../../../src/integrations/connection/payment-form.js'
import { createIntegration } from '../../../src/integrations/create-integration.js'
import type { Integration } from '../../../src/integrations/integration.js'
import { updateIntegration } from '../../../src/integrations/update-integration.js'
import { applySettings } from '../../../src/orders/intake/apply-settings.js'
import { stepRecalculation } from '../../../src/orders/routing/recalculation.js'
import { confirmBatch } from '../../../src/outbox/confirm-batch.js'
import { type OfferedOrders, offerOrders } from '../../../src/sale-feed/offer-orders.js'
import { type Connected, connect } from './connected.js'
import { line, payment } from './order.js'

const TWO_RULES = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }, { paymentmethodname: 'Прочее' }],
  paymentmethodname: 'Карта',
}
const SETTINGS: Settings[] = [
  TWO_RULES,
  { paymentrules: [{}], paymentmethodname: 'Новая' },
  { paymentrules: [{ gateway: 'СБП' }], paymentmethodname: 'СБП', payments: 'documents' },
  { ...TWO_RULES, payments: 'requisites' },
]
const STATUSES = ['purchased', 'done']
/** Paid; increased and paid again; replaced; refunded; paid in part; paid by two gateways. */
const PAYMENTS: Partial<Payment>[][] = [
  [{ id: 'a', amount: '3000.00' }],
  [{ id: 'a', amount: '3000.00' }, { id: 'b', amount: '1000.00' }], // biome-ignore format: a row an order
  [{ id: 'c', amount: '3000.00' }],
  [{ id: 'a', amount: '3000.00', status: 'refunded' }],
  [{ id: 'a', amount: '1000.00' }],
  [{ id: 'a', amount: '1000.00' }, { id: 'd', amount: '2000.00', gateway: 'СБП' }], // biome-ignore format: a row an order
]

const small = (max: number) => fc.nat({ max })
const at = { integration: fc.constantFrom(0, 0, 1), slot: small(1) }
const step = <Name extends string, Fields extends object>(
  name: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
) => fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<{ do: Name } & Fields>
export const paymentOperation = fc.oneof(
  step('put', { order: small(1), status: small(1), payments: small(PAYMENTS.length - 1) }),
  step('settings', { integration: fc.constantFrom(0, 0, 1), settings: small(SETTINGS.length - 1) }),
  step('query', { ...at, announces: fc.boolean() }),
  step('finish', at),
  step('download', { ...at, announces: fc.boolean() }),
  step('success', at),
)
type PaymentOperation = typeof paymentOperation extends fc.Arbitrary<infer T> ? T : never

interface EnteredPayment {
  key: string
  amount: string
  alone: boolean
}

/** One 1C: its latest answer in each of its sessions, and its books: by order, then by number and method. */
interface Client {
  integration: Integration
  settings: Settings
  slots: { session: number; answer: OfferedOrders | undefined }[]
  books: Map<string, Map<string, string>>
  /** Orders whose payments came in requisites: one payment each. */
  alone: Set<string>
}

/** Lets two Бухгалтерия download payments, as documents or in requisites, and checks their books. */
export class PaymentsHarness {
  private readonly clients: Client[] = []

  private constructor(private readonly connected: Connected) {}

  static async begin(db: Database): Promise<PaymentsHarness> {
    const connected = await connect(db, TWO_RULES)
    const harness = new PaymentsHarness(connected)
    const { locationId, companyId } = connected.integration
    const input = { locationId, companyId, name: 'Другая', settings: TWO_RULES, by: {} }
    const { integration } = await createIntegration(db, input, applySettings)
    while (await stepRecalculation(db, integration.key));
    for (const each of [connected.integration, integration])
      harness.clients.push({
        ...{ integration: each, settings: TWO_RULES, books: new Map(), alone: new Set() },
        slots: [0, 1].map(() => ({ session: 0, answer: undefined })),
      })
    return harness
  }

  async perform(operation: PaymentOperation): Promise<void> {
    if (operation.do === 'put') return this.put(operation.order, operation.status, operation.payments)
    const client = this.clients[operation.integration]!
    if (operation.do === 'settings') return this.settings(client, SETTINGS[operation.settings]!)
    if (operation.do === 'query' || operation.do === 'download')
      await this.query(client, operation.slot, operation.announces)
    if (operation.do === 'finish' || operation.do === 'download') await this.finish(client, operation.slot)
    if (operation.do === 'success') await this.success(client, operation.slot)
  }

  /** Without interference, every client loads the newest of everything. */
  async settle(): Promise<void> {
    for (const client of this.clients) {
      await this.query(client, 0, true)
      expect(await this.finish(client, 0)).toBe('loaded')
      await this.success(client, 0)
    }
  }

  private async put(order: number, status: number, variant: number): Promise<void> {
    const id = `o-${order}`
    const payments = PAYMENTS[variant]!.map(each => payment({ ...each, id: `${id}-${each.id}` }))
    const total = variant === 1 ? '4000.00' : '3000.00'
    const lines = [line({ quantity: '1', price: total, amount: total })]
    await this.connected.put([{ id, status: STATUSES[status]!, payments, total, lines }])
  }

  private async settings(client: Client, settings: Settings): Promise<void> {
    const { id: integrationId, locationId } = client.integration
    const where = { locationId, integrationId, by: {} }
    await updateIntegration(this.connected.db, where, { settings }, applySettings)
    while (await stepRecalculation(this.connected.db, client.integration.key));
    client.settings = settings
  }

  private async query(client: Client, slot: number, announces: boolean): Promise<void> {
    const { key } = client.integration
    const session = await this.session(key)
    const payments = decidePaymentForm(fillSettings(client.settings), announces ? '2.10' : undefined)
    const query = { integrationKey: key, sessionId: session, payments }
    client.slots[slot] = {
      session,
      answer: await offerOrders(this.connected.db, query, new AbortController().signal),
    }
  }

  /** An answer must be complete if and only if all its payments agree with the books; then it is loaded. */
  private async finish(client: Client, slot: number): Promise<'nothing' | 'loaded' | 'cut'> {
    const { answer } = client.slots[slot]!
    if (!answer) return 'nothing'
    client.slots[slot]!.answer = undefined
    let xml = ''
    let cut = false
    try {
      for await (const piece of answer.body) xml += String(piece)
    } catch (error) {
      expect(error).toMatchObject({ code: 'conflict' })
      cut = true
    }
    const documents = readAllDocuments(cut ? `${xml}</КоммерческаяИнформация>` : xml)
    const agrees = documents.every(document => this.agrees(client, document as SaleDocument))
    expect(agrees).toBe(!cut)
    if (cut) return 'cut'
    for (const document of documents) this.load(client, document as SaleDocument)
    return 'loaded'
  }

  private async success(client: Client, slot: number): Promise<void> {
    const { session } = client.slots[slot]!
    if (session === 0) return
    await confirmBatch(this.connected.db, { integrationKey: client.integration.key, sessionId: session })
  }

  /** O8: a number has one method; a payment in an order's requisites is the order's only one. */
  private agrees(client: Client, document: SaleDocument): boolean {
    const before = client.books.get(document.number)
    if (!before) return true
    return paymentsIn(document).every(({ key, alone }) => {
      if (alone || client.alone.has(document.number))
        return alone === client.alone.has(document.number) && before.has(key)
      const [number] = key.split(' ')
      return [...before.keys()].every(other => other.split(' ')[0] !== number || other === key)
    })
  }

  private load(client: Client, document: SaleDocument): void {
    const payments = paymentsIn(document)
    if (payments.length === 0) return
    const books = client.books.get(document.number) ?? new Map<string, string>()
    client.books.set(document.number, books)
    for (const { key, amount, alone } of payments) {
      books.set(key, amount)
      if (alone) client.alone.add(document.number)
    }
    if (client.alone.has(document.number)) expect([...books.values()]).toEqual([document.total])
  }

  private async session(key: number): Promise<number> {
    const { rows } = await this.connected.db.query<{ id: number }>(
      `insert into exchange_session (token_hash, integration_key) values (sha256(gen_random_uuid()::text::bytea), $1) returning id`,
      [key],
    )
    return rows[0]!.id
  }
}

/** The payments that Бухгалтерия would enter: those of its documents, or one for the whole order. */
function paymentsIn({ subordinateDocuments, requisites, total }: SaleDocument): EnteredPayment[] {
  if (subordinateDocuments)
    return subordinateDocuments.map(({ number, total: amount, requisites: own }) => ({
      key: `${number} ${requisiteValue(own, 'Метод оплаты')}`,
      ...{ amount: amount!, alone: false },
    }))
  const number = requisiteValue(requisites, 'Номер платежного документа')
  if (number === undefined) return []
  return [{ key: `${number} ${requisiteValue(requisites, 'Метод оплаты')}`, amount: total!, alone: true }]
}
