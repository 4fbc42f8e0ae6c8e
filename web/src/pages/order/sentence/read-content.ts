import { isCanceled } from '@obmen/contract'
import type { AccountingSummary, Integration, OrderExport, StoredOrder } from '@obmen/contract/rest'
import { hasText } from '../../../texts/catalogue.js'
import type { Formats } from '../../../texts/format.js'
import { type texts as documentTexts, MONEY_OF_STATUSES } from '../../../texts/texts-documents.js'
import type { texts } from './texts-sentence.js'

type Words = (typeof texts)['ru']
type Documents = (typeof documentTexts)['ru']

interface About {
  order: Pick<StoredOrder, 'currency' | 'status' | 'canceled'>
  orderExport: Pick<OrderExport, 'numberIn1c'>
  integration: Pick<Integration, 'recognition'> | undefined
}

/**
 * «счёт 0000-000017 от 17.11.2026, оплачен 3 000,00 ₽ картой; акт № 12 от 30.11.2026»: what was read in 1C.
 * Its status is told where it disagrees with the money, which is what counts.
 */
export function readContent(
  reported: AccountingSummary,
  { order, orderExport, integration }: About,
  t: Words,
  documents: Documents,
  formats: Formats,
): string {
  const day = (date: string | null) => (date === null ? '' : t.of(formats.day(date.slice(0, 10))))
  const isInvoice = integration?.recognition?.applied === 'bp'
  const number = reported.documentNumber ?? orderExport.numberIn1c
  const shipments = reported.documents.filter(({ type, posted }) => type === 'shipment' && posted)
  const order1c = [
    number && (isInvoice ? t.read.invoice(number) : t.document(number)) + day(reported.documentDate),
    ...moneyOf(reported, order.currency, t, documents, formats),
    !reported.posted && !reported.deleted && t.read.unposted,
    (isCanceled(order) || reported.canceled) && t.canceled,
    reported.deleted && t.deleted,
  ]
  const shipped = shipments.map(({ kind, number, date }) => {
    const name = hasText(kind, documents.kinds) ? documents.kinds[kind] : kind
    return name + (number === null ? '' : t.read.number(number)) + day(date)
  })
  return [order1c.filter(Boolean).join(', '), ...shipped].join('; ')
}

function moneyOf(
  reported: AccountingSummary,
  currency: string,
  t: Words,
  documents: Documents,
  { money }: Formats,
): (string | false)[] {
  const { total, status, money: read } = reported
  if (read === null) return [reported.paid !== null && t.paid]
  const paid = Number(read.paid)
  const has = paid <= 0 ? 'none' : total !== null && paid < Number(total) ? 'part' : 'whole'
  const kinds = new Set(
    reported.documents.flatMap(({ type, kind, posted }) => (type === 'payment' && posted ? [kind] : [])),
  )
  const [kind = null] = kinds.size === 1 ? kinds : []
  const by = hasText(kind, documents.by) ? documents.by[kind] : ''
  const words = {
    none: t.read.unpaid,
    part: t.read.partly(money(read.paid, currency), money(total ?? read.paid, currency), by),
    whole: t.read.paid(money(read.paid, currency), by),
  }
  const told = hasText(status, MONEY_OF_STATUSES) ? MONEY_OF_STATUSES[status] : has
  return [
    words[has],
    Number(read.refunded) > 0 && t.read.refunded(money(read.refunded, currency)),
    told !== has && t.read.status(hasText(status, documents.statuses) ? documents.statuses[status] : ''),
  ]
}
