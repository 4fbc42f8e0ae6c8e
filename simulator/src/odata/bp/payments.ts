import type { ManagedPayment, OneC, StoredDocument, StoredPayment } from '../../base/base.js'
import { isRefund } from '../../clients/bp/bp-status.js'
import {
  dataVersion,
  documentSets,
  type EntitySet,
  type FieldType,
  guidOf,
  type Row,
  reference,
} from '../sets.js'
import { counterpartyOf, methodOf } from './catalogues.js'
import { currentInvoice, INVOICE, invoiceGuid } from './invoices.js'

export const CARD = 'Document_ОплатаПлатежнойКартой'
export const BANK = 'Document_ПоступлениеНаРасчетныйСчет'

/** A payment, or a refund of one, with its document in 1C. */
export interface BookedPayment {
  invoice: StoredDocument
  guid: string
  set: typeof CARD | typeof BANK
  number: string
  date: string
  /** Without its sign. */
  amount: string
  posted: boolean
  method: string | null
  /** The site's number, `НомерЧекаЭТ`. */
  receipt: string
  /** The payment that is given back. */
  refunded?: { set: typeof CARD | typeof BANK; guid: string } | undefined
}

/** All of an invoice: what the site told and what people entered. */
function paymentsOfInvoice(
  base: OneC,
  invoice: StoredDocument,
  own: readonly StoredPayment[],
): BookedPayment[] {
  const entered = base.managed.get(invoice.id)?.payments ?? []
  const payments = [
    ...own.filter(({ outcome }) => !isRefund(outcome.amount)).map(payment => toldOrEntered(invoice, payment)),
    ...entered.map(payment => byBank(invoice, payment)),
  ]
  const [first] = payments
  const refunds = own
    .filter(({ outcome }) => isRefund(outcome.amount))
    .map(payment => ({ ...toldOrEntered(invoice, payment), set: CARD, refunded: first }) as const)
  return [...payments, ...refunds]
}

/** All payments of the base, by one pass over its invoices. */
export function bookedPayments(base: OneC): BookedPayment[] {
  const own = new Map<number, StoredPayment[]>()
  for (const payment of base.payments.values())
    own.set(payment.documentId, [...(own.get(payment.documentId) ?? []), payment])
  return [...base.documents.values()].flatMap(invoice =>
    paymentsOfInvoice(base, invoice, own.get(invoice.id) ?? []),
  )
}

function toldOrEntered(invoice: StoredDocument, payment: StoredPayment): BookedPayment {
  const { id, outcome, unposted } = payment
  return {
    invoice,
    guid: guidOf('payment', id, outcome.number, outcome.siteNumber),
    // What people enter comes by the bank, unless it stands for one that a site told.
    set: outcome.method === null ? BANK : CARD,
    number: `0000-${String(id).padStart(6, '0')}`,
    date: outcome.date ?? invoice.outcome.date ?? '0001-01-01T00:00:00',
    amount: (outcome.amount ?? '0').replace('-', ''),
    posted: !unposted,
    method: outcome.method,
    receipt: outcome.number ?? '',
  }
}

const byBank = (invoice: StoredDocument, payment: ManagedPayment): BookedPayment => ({
  invoice,
  guid: payment.guid,
  set: BANK,
  number: payment.number,
  date: payment.date,
  amount: payment.amount,
  posted: !payment.unposted,
  method: null,
  receipt: '',
})

const PART = {
  РасшифровкаПлатежа: {
    СчетНаОплату_Key: 'guid',
    СуммаПлатежа: 'number',
    СтавкаНДС: 'text',
    СуммаНДС: 'number',
    Сделка: 'composite',
  },
} as const satisfies Record<string, Record<string, FieldType>>

const COMMON = {
  Организация_Key: 'guid',
  ВидОперации: 'text',
  СуммаДокумента: 'number',
  Контрагент: 'composite',
  Комментарий: 'text',
  РучнаяКорректировка: 'boolean',
} as const

export function paymentSets(): EntitySet[] {
  const rowsOf = (set: string) => (base: OneC) =>
    bookedPayments(base)
      .filter(payment => payment.set === set)
      .map(payment => paymentRow(base, payment))
  const card = {
    ...COMMON,
    ДокументОснование: 'composite',
    ВидОплаты_Key: 'guid',
    НомерЧекаЭТ: 'text',
    НомерЧекаККМ: 'text',
    СсылочныйНомер: 'text',
    СуммаКомиссии: 'number',
  } as const
  const bank = {
    ...COMMON,
    НомерВходящегоДокумента: 'text',
    ДатаВходящегоДокумента: 'date',
    НазначениеПлатежа: 'text',
    СуммаУслуг: 'number',
  } as const
  return [
    ...documentSets('ОплатаПлатежнойКартой', card, PART, rowsOf(CARD)),
    ...documentSets('ПоступлениеНаРасчетныйСчет', bank, PART, rowsOf(BANK)),
    // Nobody pays in cash here.
    ...documentSets('ПриходныйКассовыйОрдер', COMMON, PART, () => []),
  ]
}

function paymentRow(base: OneC, payment: BookedPayment): Row {
  const { invoice, guid, amount, refunded, set } = payment
  const bill = invoiceGuid(invoice)
  const basis = refunded
    ? reference('ДокументОснование', refunded.set, refunded.guid)
    : reference('ДокументОснование', INVOICE, bill)
  const told = `Онлайн-оплата по заказу №${(invoice.outcome.siteNumber ?? '').slice(0, 11)} от ${invoice.outcome.date?.slice(0, 10) ?? ''}`
  return {
    Ref_Key: guid,
    DataVersion: dataVersion(guid, amount, payment.posted),
    Number: payment.number,
    Date: payment.date,
    Posted: payment.posted,
    Организация_Key: currentInvoice(base, invoice).organization,
    ВидОперации: refunded ? 'ВозвратПокупателю' : 'ОплатаПокупателя',
    СуммаДокумента: Number(amount),
    ...reference('Контрагент', 'Catalog_Контрагенты', counterpartyOf(base, invoice.outcome.customer)),
    ...(set === CARD
      ? { ...basis, ВидОплаты_Key: methodOf(payment.method), НомерЧекаЭТ: payment.receipt, Комментарий: told }
      : { НазначениеПлатежа: `Оплата по счету ${invoice.outcome.number ?? ''}` }),
    РасшифровкаПлатежа: [
      {
        Ref_Key: guid,
        LineNumber: '1',
        СчетНаОплату_Key: bill,
        СуммаПлатежа: Number(amount),
        СтавкаНДС: 'БезНДС',
      },
    ],
  }
}
