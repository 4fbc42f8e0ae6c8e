import type { Order } from '@obmen/contract'
import type { DocumentOutcome, ExchangeResult, OneC, StoredDocument } from '@obmen/simulator'
import { kopecksOf } from './odd-orders.js'

const LOSING_SEVERITIES = new Set(['batch', 'queue', 'silent'])

/** An order, the books of the 1C that it was sent to, and what the exchange reported. */
export interface Arrival {
  order: Order
  number: string
  base: OneC
  result: ExchangeResult
  /** Documents of the base by the site's number. */
  documents: ReadonlyMap<string, StoredDocument[]>
}

/**
 * How the books of 1C differ from an order, in words. No rule is used: what a configuration never reads
 * counts if the order has it.
 */
export function lossesOf(arrival: Arrival): string[] {
  const { order, number, base, result, documents } = arrival
  const made = documents.get(number) ?? []
  const [stored] = made
  if (isCanceled(order)) {
    // Other changes of a canceled order are no loss.
    if (!stored) return []
    return [...(stored.outcome.canceled ? [] : ['not canceled']), ...paymentLosses(arrival, stored)]
  }
  const losses = result.findings
    .filter(finding => finding.order === number && LOSING_SEVERITIES.has(finding.severity))
    .map(({ code }) => code as string)
  if (made.length > 1) losses.push('several documents')
  if (!stored) return [...losses, 'no document']
  if (stored.outcome.canceled) losses.push('canceled')
  losses.push(...paymentLosses(arrival, stored))
  const { outcome } = stored
  if (outcome.total !== order.total) losses.push(`total ${outcome.total}`)
  if (outcome.currency !== order.currency) losses.push('currency')
  if (outcome.vatIncluded !== order.vatIncluded) losses.push('vat included')
  losses.push(
    ...buyerLosses(order, outcome),
    ...lineLosses(order, outcome),
    ...textLosses(order, outcome, base.client),
  )
  return losses
}

function isCanceled({ canceled, status }: Pick<Order, 'canceled' | 'status'>): boolean {
  return canceled || status === 'canceled'
}

function paymentLosses({ order, base }: Arrival, stored: StoredDocument): string[] {
  if (base.client === 'rt') return []
  const booked = [...base.payments.values()].filter(({ documentId }) => documentId === stored.id)
  const sum = booked.reduce((all, { outcome }) => all + kopecksOf(outcome.amount ?? '0'), 0)
  const paid = (order.payments ?? []).filter(({ status }) => status === 'paid')
  const net = paid.reduce(
    (all, { amount, refunds = [] }) =>
      all + kopecksOf(amount) - refunds.reduce((back, refund) => back + kopecksOf(refund.amount), 0),
    0,
  )
  const losses = sum === net ? [] : [`paid ${net}, booked ${sum}`]
  if (base.client === 'bp' && sum === net && booked.length === paid.length && !isCanceled(order)) {
    // Both places are five hours east of Greenwich, and no payment is made at night.
    const days = paid.map(({ paidAt = '' }) => paidAt.slice(0, 10)).sort()
    const kept = booked.map(({ outcome }) => outcome.date?.slice(0, 10) ?? '').sort()
    if (days.join() !== kept.join()) losses.push(`paid on ${days}, booked on ${kept}`)
  }
  return losses
}

function buyerLosses({ customer }: Order, { customer: buyer }: DocumentOutcome): string[] {
  const name = customer.name ?? ('lastName' in customer ? `${customer.lastName} ${customer.firstName}` : '')
  if (!buyer || buyer.action === 'missing') return ['no buyer']
  const losses = buyer.name === name ? [] : [`buyer ${buyer.name}`]
  if ((customer.inn ?? null) !== buyer.inn) losses.push('inn')
  if (buyer.legal !== (customer.kind === 'organization')) losses.push('kind of buyer')
  return losses
}

function lineLosses(order: Order, { lines }: DocumentOutcome): string[] {
  return order.lines.flatMap((line): string[] => {
    const parts = lines.filter(({ siteId }) => siteId === line.id)
    if (parts.length === 0) return [`no line ${line.id}`]
    const losses: string[] = []
    const quantity = parts.reduce((sum, part) => sum + Number(part.quantity), 0)
    if (Math.abs(quantity - Number(line.quantity)) > 1e-9) losses.push('quantity')
    const amount = parts.reduce((sum, part) => sum + kopecksOf(part.amount), 0)
    if (amount !== kopecksOf(line.amount)) losses.push('amount of a line')
    const rate = line.vat === 'none' ? 'Без НДС' : line.vat.includes('/') ? line.vat : `${line.vat}%`
    if (parts.some(part => part.vat !== rate)) losses.push('vat of a line')
    if (parts.some(part => part.name !== line.name)) losses.push('name of a line')
    return losses
  })
}

function textLosses(order: Order, outcome: DocumentOutcome, client: string): string[] {
  const losses: string[] = []
  if (order.comment !== undefined && !outcome.comment?.includes(order.comment.trim())) losses.push('comment')
  const values = Object.values(outcome.requisites)
  for (const value of Object.values(order.attributes ?? {}))
    if (!values.includes(value)) losses.push('attribute')
  const address = order.delivery?.address
  const reads = client === 'bp' || client === 'unf' || client === 'ut'
  if (address !== undefined && (!reads || outcome.deliveryAddress !== address.trim())) losses.push('address')
  return losses
}
