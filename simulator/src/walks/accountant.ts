import { documentOf, type OneC, type StoredPayment } from '../base/base.js'
import { statusAfterPosting } from '../clients/bp/bp-status.js'
import { formatMoney, parseDecimal } from '../reading/decimal.js'

/**
 * What an accountant does with the payments of an order's document. `undo` takes the sum from the payment of
 * that number, or else from one of just that sum; `undo-by-hand` from what was entered, `delete-by-hand`
 * deletes all of that.
 */
type ByHand = { amount: string; number?: string | undefined } & {
  /** Check: a payment of that number is to have that amount, without a number all of them together. */
  act: 'enter' | 'refund' | 'undo' | 'undo-by-hand' | 'delete-by-hand' | 'check'
  /** To enter: 1C itself made it before of what a site sent. */
  made?: { number: string; method: string } | undefined
}

/** Does it as a task says; false if the order has no document. */
export function actByHand(base: OneC, siteNumber: string, { act, amount, number, made }: ByHand): boolean {
  const document = documentOf(base, siteNumber)
  if (!document) return false
  const sum = parseDecimal(amount) ?? 0n
  if (act === 'check') {
    const found = ({ outcome, documentId }: StoredPayment): boolean =>
      documentId === document.id && amountOf({ outcome }) > 0n && (!number || outcome.number === number)
    const has = [...base.payments.values()].filter(found).reduce((all, one) => all + amountOf(one), 0n)
    const [less, more] = [formatMoney(sum - has), formatMoney(has - sum)]
    if (has > sum) return actByHand(base, siteNumber, { act: 'undo', amount: more, number })
    if (has === sum) return true
    if (number && has > 0n) actByHand(base, siteNumber, { act: 'undo', amount: formatMoney(has), number })
    return actByHand(base, siteNumber, { act: 'enter', amount: number ? amount : less, made })
  }
  const before = sumOf(base, siteNumber)
  if (act === 'undo' || act === 'undo-by-hand') takeBack(base, document.id, sum, { number, act })
  else if (act === 'delete-by-hand')
    for (const payment of enteredFor(base, document.id)) remove(base, payment)
  else enter(base, document.id, { siteNumber, sum: act === 'enter' ? sum : -sum, made })
  if (base.client === 'bp') base.statuses.set(document.id, statusAfterPosting(base, document.id))
  if (base.client === 'ut') {
    const paid = `paid:${document.id}`
    base.index.set(paid, (base.index.get(paid) ?? 0) + Number((sumOf(base, siteNumber) - before) / 100n))
  }
  return true
}

/** What the books hold for an order, refunds subtracted. */
export function sumInBooks(base: OneC, siteNumber: string): string {
  return formatMoney(sumOf(base, siteNumber))
}

function sumOf(base: OneC, siteNumber: string): bigint {
  const own = [...base.payments.values()].filter(({ outcome }) => outcome.siteNumber === siteNumber)
  return own.reduce((all, payment) => all + amountOf(payment), 0n)
}

function enteredFor(base: OneC, documentId: number): StoredPayment[] {
  return [...base.payments.values()].filter(
    payment => payment.documentId === documentId && isByHand(payment) && amountOf(payment) > 0n,
  )
}

const isByHand = ({ key }: StoredPayment): boolean => key.startsWith('by-hand:')

function enter(
  base: OneC,
  documentId: number,
  { siteNumber, sum, made }: { siteNumber: string; sum: bigint } & Pick<ByHand, 'made'>,
): void {
  const id = ++base.lastId
  const last = `last-payment-of:${documentId}`
  const isPayment = sum > 0n
  const outcome: StoredPayment['outcome'] = {
    kind: isPayment ? 'Поступление' : 'Возврат',
    action: 'created',
    reason: null,
    siteNumber,
    documentNumber: null,
    number: null,
    date: null,
    method: null,
    methodId: null,
    conditions: [],
    ...made,
    amount: formatMoney(sum),
  }
  const own = made && (base.client === 'bp' ? `${made.method}:${made.number}` : made.number)
  if (own !== undefined) base.index.set(`payment:${documentId}:${own}`, id)
  // A refund is no payment: УНФ does not refuse another one because of it.
  const previousId = isPayment ? base.index.get(last) : undefined
  base.payments.set(id, { id, documentId, key: own ?? `by-hand:${id}`, previousId, outcome })
  if (isPayment) base.index.set(last, id)
}

/** Reduces the payment that is meant, then others, and deletes what is left empty. */
function takeBack(
  base: OneC,
  documentId: number,
  sum: bigint,
  { number, act }: Pick<ByHand, 'number' | 'act'>,
): void {
  let left = sum
  const isMeant = (payment: StoredPayment): boolean => {
    if (act === 'undo-by-hand') return isByHand(payment)
    return number === undefined ? amountOf(payment) === sum : payment.outcome.number === number
  }
  const rank = (payment: StoredPayment): number => (isMeant(payment) ? 0 : isByHand(payment) ? 1 : 2)
  const own = [...base.payments.values()]
    .filter(payment => payment.documentId === documentId && amountOf(payment) > 0n)
    .sort((a, b) => rank(a) - rank(b))
  for (const payment of own) {
    if (left <= 0n) return
    const has = amountOf(payment)
    if (has <= left) remove(base, payment)
    else {
      const outcome = { ...payment.outcome, amount: formatMoney(has - left) }
      base.payments.set(payment.id, { ...payment, outcome })
    }
    left -= has
  }
}

function remove(base: OneC, { id, documentId, key, previousId }: StoredPayment): void {
  base.payments.delete(id)
  base.index.delete(`payment:${documentId}:${key}`)
  const last = `last-payment-of:${documentId}`
  if (base.index.get(last) === id) {
    if (previousId === undefined) base.index.delete(last)
    else base.index.set(last, previousId)
  }
  for (const other of base.payments.values())
    if (other.previousId === id) base.payments.set(other.id, { ...other, previousId })
}

function amountOf({ outcome }: Pick<StoredPayment, 'outcome'>): bigint {
  return parseDecimal(outcome.amount ?? '0') ?? 0n
}
