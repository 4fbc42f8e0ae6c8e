import { describeProblem, type FieldProblem, sumInWords } from '@obmen/contract'
import { divideRounded, moneyText, scaled, vatOf } from '../../decimal.js'
import { isUnitCode } from './okei.js'
import { ORDER_LIMITS } from './order-limits.js'
import type { OrderBody } from './order-schema.js'

/** Checks what the schema can't express: sums add up, days exist, ids of payments are unique. */
export function checkOrder(order: OrderBody): FieldProblem[] {
  const problems: FieldProblem[] = []
  checkDay(order.placedAt, '/placedAt', problems)
  checkPerson(order.customer, problems)
  checkPayments(order, problems)
  checkAttributes(order, problems)
  checkSums(order, problems)
  return problems
}

function checkSums(order: OrderBody, problems: FieldProblem[]): void {
  // In kopecks. The total as 1C will calculate it: VAT is added to net amounts line by line.
  let expected = 0n
  const sum = (kopecks: bigint): string => sumInWords(moneyText(kopecks), order.currency)
  const add = (amount: bigint, vat: string): void => {
    expected += order.vatIncluded ? amount : amount + vatOf(amount, vat, false)
  }
  order.lines.forEach((line, index) => {
    if (line.unit !== undefined && !isUnitCode(line.unit))
      problems.push({
        path: `/lines/${index}/unit`,
        ...describeProblem('unit-unknown', { line: index + 1, code: line.unit }),
      })
    const amount = scaled(line.amount, 2)
    add(amount, line.vat)
    // A millionth of a rouble is the unit of quantity × price; half a kopeck is 5,000 of them.
    const calculated =
      scaled(line.quantity, 4) * scaled(line.price, 2) - scaled(line.discount ?? '0', 2) * 10_000n
    const difference = calculated - amount * 10_000n
    if (difference > 5_000n || difference < -5_000n)
      problems.push({
        path: `/lines/${index}/amount`,
        ...describeProblem('line-sum-differs', {
          line: index + 1,
          calculated: sum(divideRounded(calculated, 10_000n)),
          given: sum(amount),
        }),
      })
  })
  if (order.delivery) add(scaled(order.delivery.amount, 2), order.delivery.vat)
  const total = scaled(order.total, 2)
  if (total === expected) return
  const code = order.vatIncluded ? 'total-differs' : 'net-total-differs'
  const delivery = order.delivery !== undefined
  problems.push({
    path: '/total',
    ...describeProblem(code, { expected: sum(expected), given: sum(total), delivery }),
  })
}

/** A person has either a whole name or its parts. */
function checkPerson(customer: OrderBody['customer'], problems: FieldProblem[]): void {
  if (customer.kind !== 'person') return
  const { name, firstName, lastName, middleName } = customer
  if (name !== undefined) {
    if (firstName !== undefined || lastName !== undefined || middleName !== undefined)
      problems.push({ path: '/customer/name', ...describeProblem('name-and-parts') })
    return
  }
  if (firstName === undefined)
    problems.push({ path: '/customer/firstName', ...describeProblem('person-name-missing') })
  if (lastName === undefined)
    problems.push({ path: '/customer/lastName', ...describeProblem('person-name-missing') })
}

function checkPayments({ payments = [], currency }: OrderBody, problems: FieldProblem[]): void {
  const ids = new Set<string>()
  payments.forEach((payment, index) => {
    const { id, status, paidAt } = payment
    const path = `/payments/${index}`
    if (ids.has(id)) problems.push({ path: `${path}/id`, ...describeProblem('payment-twice', { id }) })
    ids.add(id)
    if (paidAt !== undefined) checkDay(paidAt, `${path}/paidAt`, problems)
    else if (status === 'paid')
      problems.push({ path: `${path}/paidAt`, ...describeProblem('paid-without-date') })
    checkRefunds(payment, currency, path, problems)
  })
}

type PaymentBody = NonNullable<OrderBody['payments']>[number]

/** Only a paid payment may have refunds, and not more than was paid. */
function checkRefunds(
  { status, amount, paidAt, refunds = [] }: PaymentBody,
  currency: string,
  path: string,
  problems: FieldProblem[],
): void {
  if (refunds.length === 0) return
  if (status !== 'paid' && status !== 'refunded')
    problems.push({ path: `${path}/refunds`, ...describeProblem('refund-of-unpaid') })
  const ids = new Set<string>()
  let sum = 0n
  refunds.forEach((refund, index) => {
    const at = `${path}/refunds/${index}`
    if (ids.has(refund.id))
      problems.push({ path: `${at}/id`, ...describeProblem('refund-twice', { id: refund.id }) })
    ids.add(refund.id)
    checkDay(refund.refundedAt, `${at}/refundedAt`, problems)
    if (scaled(refund.amount, 2) === 0n)
      problems.push({ path: `${at}/amount`, ...describeProblem('refund-of-nothing') })
    if (paidAt !== undefined && Date.parse(refund.refundedAt) < Date.parse(paidAt))
      problems.push({ path: `${at}/refundedAt`, ...describeProblem('refund-before-payment') })
    sum += scaled(refund.amount, 2)
  })
  if (sum > scaled(amount, 2))
    problems.push({
      path: `${path}/refunds`,
      ...describeProblem('refunds-over-payment', {
        sum: sumInWords(moneyText(sum), currency),
        amount: sumInWords(amount, currency),
      }),
    })
}

function checkAttributes({ attributes }: OrderBody, problems: FieldProblem[]): void {
  // zod skips this name.
  if (attributes && Object.hasOwn(attributes, '__proto__'))
    problems.push({
      path: '/attributes/__proto__',
      ...describeProblem('reserved-name', { name: '__proto__' }),
    })
  if (attributes && Object.keys(attributes).length > ORDER_LIMITS.attributes)
    problems.push({
      path: '/attributes',
      ...describeProblem('too-many-attributes', { limit: ORDER_LIMITS.attributes }),
    })
}

const MS_A_YEAR = 366 * 24 * 3_600_000

/** `Date.parse` would turn February 30 into March 2. */
function checkDay(text: string, path: string, problems: FieldProblem[]): void {
  const day = Number(text.slice(8, 10))
  if (day > 28 && new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() !== day)
    problems.push({ path, ...describeProblem('no-such-day', { text }) })
  else if (text < '2000' || Date.parse(text) > Date.now() + MS_A_YEAR)
    problems.push({ path, ...describeProblem('date-absurd', { text }) })
}
