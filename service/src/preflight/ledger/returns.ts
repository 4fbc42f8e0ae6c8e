import type { Payment } from '@obmen/contract'
import { scaled } from '../../orders/decimal.js'
import type { PreflightInput } from '../preflight-input.js'
import { isPaid, sumOf } from '../rules/payment-facts.js'
import { type BookingForm, type Books, enteredNow, least, numberOfSum, takeBack } from './books.js'

/** A payment, or a part of one, that is in the books of 1C although it was refunded or never arrived. */
export interface ReturnedPayment {
  id: string
  amount: bigint
  reason: 'part' | 'refunded' | 'failed' | 'gone'
  path: string
  /** It is to be taken from what was entered, or is a part of 1C's own payments; undefined: one of these. */
  from: 'hand' | 'part' | undefined
  /** The number of 1C's own payment, if it has those of the site, and the day. */
  number: number | undefined
  date: string | undefined
  /** So much of it was returned, or taken back, by hand before. */
  before: bigint
}

export const isMoneyBack = (reason: ReturnedPayment['reason']): boolean =>
  reason === 'part' || reason === 'refunded'

/** Whether a payment is sent to this 1C, or was. */
export function concerns({ gateways, history }: PreflightInput, { id, gateway }: Payment): boolean {
  return (gateways?.has(gateway) ?? true) || history.payments.some(({ paymentId }) => paymentId === id)
}

interface Returning {
  form: BookingForm
  /** The books without the payments that are to be undone. */
  kept: Books
  numberOf(id: string): number | undefined
}

/** The payments that explain why the books hold so much too much; takes those to be undone out of `kept`. */
export function returnsOf(
  input: PreflightInput,
  { form, kept, numberOf }: Returning,
  excess: bigint,
): ReturnedPayment[] {
  const { order, history } = input
  const returns: ReturnedPayment[] = []
  let left = excess
  const add = (id: string, whole: bigint, of: Pick<ReturnedPayment, 'reason' | 'path'>): void => {
    const asDocument = form === 'documents'
    const back = (kept.refunded.get(id) ?? 0n) + (asDocument ? 0n : (kept.removed.get(id) ?? 0n))
    const amount = least(whole - back, left)
    if (amount <= 0n) return
    left -= amount
    const before = (isMoneyBack(of.reason) ? kept.refunded : kept.removed).get(id) ?? 0n
    const paidAt = paymentBefore(input, id)?.paidAt
    const date = paidAt === undefined ? undefined : input.dayOf(paidAt)
    const key = form === 'left' ? numberOfSum(kept, amount) : numberOf(id)
    const has = key === undefined ? 0n : (kept.documents.get(key) ?? 0n)
    const byHand = has !== amount && !(asDocument && has > 0n) && enteredNow(kept) >= amount
    const from = has === amount ? undefined : byHand ? 'hand' : 'part'
    const number = has >= amount && !byHand && form !== 'left' ? key : undefined
    returns.push({ id, amount, ...of, from, number, date, before })
    if (!isMoneyBack(of.reason)) takeBack(kept, amount, byHand ? undefined : key)
  }
  for (const [index, payment] of order.payments.entries()) {
    if (!concerns(input, payment)) continue
    const { id, status, refunds = [] } = payment
    const path = `/payments/${index}`
    const amount = scaled(payment.amount, 2)
    if (status === 'refunded') add(id, amount, { reason: 'refunded', path: `${path}/status` })
    else if (isPaid(payment)) {
      if (refunds.length > 0)
        add(id, sumOf(refunds), { reason: 'part', path: `${path}/refunds/${refunds.length - 1}` })
    } else add(id, sentAmount(input, kept, id), { reason: 'failed', path: `${path}/status` })
  }
  for (const { paymentId: id } of history.payments)
    if (!order.payments.some(payment => payment.id === id))
      add(id, sentAmount(input, kept, id), { reason: 'gone', path: '/payments' })
  return returns
}

/** How much of a payment the books got from what was sent. */
function sentAmount(input: PreflightInput, books: Books, id: string): bigint {
  const sent = input.history.payments.find(({ paymentId }) => paymentId === id)
  if (!sent) return 0n
  if (sent.form === 'documents') return books.documents.get(sent.number) ?? 0n
  return scaled(paymentBefore(input, id)?.amount ?? '0.00', 2)
}

/** A payment as it was last sent as paid. */
function paymentBefore({ history, order }: PreflightInput, id: string): Payment | undefined {
  const sent = history.loads.flatMap(({ payments }) => payments)
  return (
    sent.findLast(payment => payment.id === id && isPaid(payment)) ??
    order.payments.find(payment => payment.id === id)
  )
}
