import { isCanceled, type Payment } from '@obmen/contract'
import { scaled } from '../../orders/decimal.js'
import type { PreflightInput, ReadMoney } from '../preflight-input.js'
import { isPaid, paymentFormRead, sumOf } from '../rules/payment-facts.js'
import {
  type BookEvent,
  type BookingForm,
  type Books,
  book,
  bookingFormOf,
  enteredNow,
  least,
  type SentPayment,
  sumInBooks,
  sumOfDocuments,
} from './books.js'
import { concerns, type ReturnedPayment, returnsOf } from './returns.js'
import { eventsOfTasks } from './task-events.js'

/** An order's money in one 1C: what its books hold, will hold, and should hold; in kopecks. */
export interface Ledger {
  /** 1C's own payments by number: what it has for certain, what it may have, and after the next exchange. */
  documents: Readonly<Record<'sure' | 'now' | 'after', Books['documents']>>
  /** It may have more or less, since it has not confirmed all that it was sent. */
  unsure: boolean
  /** The next exchange brings the order again, and will show what it has. */
  waits: boolean
  /** What a person has to look for if no exchange will show it; then it is as they say. */
  checks: readonly PaymentCheck[]
  /** Now, and of it what people entered. */
  inBooks: bigint
  entered: bigint
  /** What the next exchange adds by itself. */
  willBook: bigint
  /** What is paid and not returned, as far as it concerns this 1C. */
  due: bigint
  /** What is to be entered by hand. */
  missing: bigint
  /** What is to be returned or undone by hand. */
  returns: readonly ReturnedPayment[]
  /** The books hold so much more, and no payment explains it. */
  excess: bigint
  /**
   * All payments after the next exchange but those to be undone, and of it what people entered; refunds are
   * documents of their own.
   */
  kept: bigint
  enteredKept: bigint
  /** What the books lack of payments that no rule names. */
  unlisted: bigint
  /** All that was entered and undone by hand until now, which the events of tasks name. */
  enteredBefore: bigint
  undoneBefore: bigint
}

type PaymentCheck = BookEvent & { kind: 'checked' }

const known = new WeakMap<PreflightInput, Ledger>()

/** Calculates the ledger once for each input. */
export function ledgerOf(input: PreflightInput): Ledger {
  const found = known.get(input)
  if (found) return found
  const ledger = openLedger(input)
  known.set(input, ledger)
  return ledger
}

/** The same once a person has made sure of what is unsure. */
export function ledgerAfterChecks(input: PreflightInput): Ledger {
  const { checks } = ledgerOf(input)
  return checks.length === 0 ? ledgerOf(input) : openLedger(input, checks)
}

function openLedger(input: PreflightInput, checked: readonly PaymentCheck[] = []): Ledger {
  const { profile, order, included, history } = input
  const form = bookingFormOf(profile, paymentFormRead(input))
  const numberOf = (id: string): number | undefined =>
    history.payments.find(({ paymentId }) => paymentId === id)?.number
  const by = { profile, form, numberOf }
  const events = [...pastEvents(input).map(({ event }) => event), ...checked]
  const possible = book(by, events)
  const now = possible[0]
  const next: BookEvent = {
    kind: 'load',
    canceled: isCanceled(order),
    total: scaled(order.total, 2),
    paid: included.paid.map(({ payment, number }) => ({
      id: payment.id,
      number,
      amount: scaled(payment.amount, 2),
    })),
  }
  const arrives = history.owed && !history.reported?.skips
  const then = arrives ? book(by, [...events, next])[0] : now
  const [inBooks, after] = [sumInBooks(now), sumInBooks(then)]
  const own = order.payments.filter(payment => concerns(input, payment))
  const due = netOf(own)
  // What rules do not name need not be in the books, but may have been entered.
  const unlisted = netOf(order.payments.filter(payment => !own.includes(payment)))
  const excess = after - due - unlisted - paidOtherwise(input, enteredNow(then), due + unlisted)
  const lacking = unlisted - (after > due ? after - due : 0n)
  const kept: Books = { ...then, documents: new Map(then.documents) }
  const returns = excess > 0n ? returnsOf(input, { form, kept, numberOf }, excess) : []
  const unsure = possible.some(books => sumInBooks(books) !== inBooks)
  const isSure = ([number, amount]: [number, bigint]): boolean =>
    possible.every(({ documents }) => documents.get(number) === amount)
  const waits = arrives && !history.held && (unsure || after !== inBooks)
  return {
    documents: {
      sure: new Map([...now.documents].filter(isSure)),
      now: now.documents,
      after: then.documents,
    },
    unsure,
    waits,
    checks: unsure && !waits ? checksOf(input, form, possible) : [],
    inBooks,
    entered: enteredNow(now),
    willBook: after - inBooks,
    due,
    // What it will read once its settings are right need not be entered, unless it would ignore it anyway.
    missing: (form === 'none' && !isCanceled(order)) || due < after ? 0n : due - after,
    returns,
    excess: excess > 0n ? excess - returns.reduce((sum, { amount }) => sum + amount, 0n) : 0n,
    kept: sumOfDocuments(kept) + enteredNow(kept),
    enteredKept: enteredNow(kept),
    unlisted: lacking > 0n ? lacking : 0n,
    enteredBefore: now.entered,
    undoneBefore: now.undone,
  }
}

interface PastEvent {
  at: number
  event: BookEvent
}

/** What was sent, done by people and reported so far, in its order. */
function pastEvents(input: PreflightInput): PastEvent[] {
  const { history } = input
  const { reported } = history
  const numbers = new Map(history.payments.map(({ paymentId, number }) => [paymentId, number]))
  const first = history.payments[0]
  const loads = history.loads
    .filter(({ revision }) => !(reported?.skips && reported.basis !== null && revision > reported.basis))
    .map(({ at, revision, confirmed, total, canceled, payments }) => ({
      at,
      event: {
        kind: 'load' as const,
        confirmed: confirmed || revision <= (reported?.basis ?? 0),
        canceled,
        total: scaled(total, 2),
        paid: payments.filter(isPaid).flatMap((payment): SentPayment[] => {
          const { id, amount } = payment
          const shared = first?.form === 'requisites' && concerns(input, payment) ? first.number : undefined
          const number = shared ?? numbers.get(id)
          return number === undefined ? [] : [{ id, number, amount: scaled(amount, 2) }]
        }),
      },
    }))
  const said: PastEvent[] = []
  if (history.read) said.push({ at: history.read.at, event: readEvent(input, history.read) })
  if (reported && !reported.paymentsRead && input.profile.readsPayments !== 'never') {
    const paid = reported.paid ? scaled(reported.total ?? input.order.total, 2) : 0n
    const all = input.profile.reportsPayments === true && reported.listsPayments
    const listed = all ? scaled(reported.payments, 2) : 0n
    const sum = paid > listed ? paid : listed
    if (sum > 0n || all) said.push({ at: reported.at, event: { kind: 'reported', sum, all } })
  }
  return [...loads, ...eventsOfTasks(input), ...said].sort((a, b) => a.at - b.at)
}

/** What was read of its books. Of refunds only as much as the platform knows of: no task asks for others. */
function readEvent({ order, history }: PreflightInput, { paid, documents }: ReadMoney): BookEvent {
  const own = new Map<number, bigint>()
  const refunded = new Map<string, bigint>()
  let unnamed = 0n
  const add = <Key>(sums: Map<Key, bigint>, key: Key, sum: bigint): void =>
    void sums.set(key, (sums.get(key) ?? 0n) + sum)
  for (const { type, posted, total, paymentNumber } of documents) {
    const sum = scaled(total ?? '0.00', 2)
    if (!posted || sum === 0n) continue
    const told = history.payments.filter(({ number }) => number === Number(paymentNumber ?? ''))
    if (type === 'payment' && told[0]) add(own, told[0].number, sum)
    if (type !== 'refund') continue
    if (told.length === 1) add(refunded, told[0]!.paymentId, sum)
    else unnamed += sum
  }
  for (const { id, status, amount, refunds = [] } of order.payments) {
    const back = status === 'refunded' ? scaled(amount, 2) : sumOf(refunds)
    const rest = least(back - (refunded.get(id) ?? 0n), unnamed)
    if (rest <= 0n) continue
    add(refunded, id, rest)
    unnamed -= rest
  }
  return { kind: 'read', documents: own, sum: scaled(paid, 2), refunded }
}

/**
 * What was read in the books and people entered beside what the platform knows, up to the order's total: it was
 * paid by other means, to the bank account perhaps, and that is no mistake unless money went back.
 */
function paidOtherwise({ order, history }: PreflightInput, entered: bigint, known: bigint): bigint {
  const wentBack = order.payments.some(
    ({ status, refunds = [] }) => status === 'refunded' || refunds.length > 0,
  )
  if (!history.read || isCanceled(order) || wentBack) return 0n
  const open = scaled(order.total, 2) - known
  return open > 0n ? least(entered, open) : 0n
}

function netOf(payments: readonly Payment[]): bigint {
  return (
    sumOf(payments.filter(isPaid)) - sumOf(payments.filter(isPaid).flatMap(({ refunds }) => refunds ?? []))
  )
}

/** What is to be found in the books that may be like any of these. */
function checksOf(input: PreflightInput, form: BookingForm, possible: readonly Books[]): PaymentCheck[] {
  const { order, history } = input
  const arrived = order.payments.filter(({ status }) => status === 'paid' || status === 'refunded')
  const own = arrived.filter(payment => concerns(input, payment))
  const paidIn = (books: Books): bigint => sumOfDocuments(books) + enteredNow(books)
  const gross = sumOf(own)
  const distance = (books: Books): bigint => {
    const more = paidIn(books) - gross
    return more < 0n ? -more : more
  }
  const nearest = possible.reduce((best, books) => (distance(books) < distance(best) ? books : best))
  const numbers = new Set(possible.flatMap(({ documents }) => [...documents.keys()]))
  const open = [...numbers].filter(
    number => new Set(possible.map(({ documents }) => documents.get(number))).size > 1,
  )
  if (form === 'left' || open.length === 0) {
    const [due, most] = [netOf(own), sumOf(arrived)]
    const sum = paidIn(possible[0]!)
    return [{ kind: 'checked', number: undefined, sum: sum < due ? due : least(sum, most) }]
  }
  return open.map(number => {
    const id = history.payments.find(payment => payment.number === number)?.paymentId
    const has = possible.find(({ documents }) => documents.has(number))!
    const sum =
      form !== 'documents'
        ? nearest.documents.get(number)
        : own.some(payment => payment.id === id)
          ? has.documents.get(number)
          : undefined
    return { kind: 'checked', number, sum: sum ?? 0n }
  })
}
