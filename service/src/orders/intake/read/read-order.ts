import { type Customer, describeProblem, type FieldProblem, isCanceled, type Order } from '@obmen/contract'
import { AppError } from '../../../errors/app-error.js'
import { searchWords } from '../../listing/search-words.js'
import type { NameParts } from '../../names/parse-name.js'
import { ruleFacts } from '../../routing/rules.js'
import { buyerOf } from '../../warnings/buyers.js'
import { itemsOf } from '../../warnings/item-names.js'
import { warningsOfOrder } from '../../warnings/order-warnings.js'
import type { IncomingOrder, OrderInput, ReadOrder, RefusedOrder } from '../put.js'
import { type CanonicalOrder, canonicalOrder } from './canonical.js'
import { checkOrder } from './check-order.js'
import { fieldProblems, issueMessage } from './field-problems.js'
import { listedName, ORDER_LIMITS } from './order-limits.js'
import { decodeProblem, type OrderBody, orderSchema, type ReadOnlyFields } from './order-schema.js'

/** Reads an input whose body is a value of JSON, or the error of parsing it. */
export function readInput({ body, id, precondition, origin }: OrderInput): IncomingOrder | RefusedOrder {
  try {
    if (body instanceof AppError) throw body
    return { order: readOrder(body, id), precondition, origin }
  } catch (error) {
    if (error instanceof AppError) return { id: id ?? idOf(body), error }
    throw error
  }
}

function idOf(body: unknown): string | undefined {
  const id = (body as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}

/** Validates an order and brings it into canonical form. @throws AppError `invalid`, `too-large` */
export function readOrder(body: unknown, pathId?: string): ReadOrder {
  const { order, content } = validate(body, pathId)
  const size = Buffer.byteLength(content)
  if (size > ORDER_LIMITS.bytes)
    throw new AppError(
      'too-large',
      describeProblem('order-too-large', { bytes: size, limit: ORDER_LIMITS.bytes }),
    )
  return {
    ...ruleFacts(order),
    id: order.id,
    companyId: order.companyId,
    number: order.number,
    canceled: isCanceled(order),
    isPaid: order.payments.some(({ status, amount }) => status === 'paid' && Number(amount) > 0),
    currency: order.currency,
    total: order.total,
    customerName: listedName(order.customer),
    search: searchVector(order),
    content,
    size,
    paymentIds: order.payments.map(({ id }) => id),
    items: itemsOf(order),
    buyer: buyerOf(order.customer),
    nameParts: parsedName(body, order.customer),
    broughtBack: broughtBack(body as OrderBody),
    warnings: warningsOfOrder(order, content),
  }
}

/** A tsvector as text. */
function searchVector(order: Order): string {
  return searchWords(order)
    .map(word => `'${word.replace(/['\\]/g, '$&$&')}'`)
    .join(' ')
}

/** The fields of Obmen's own that the platform sent back; their values are judged beside the stored order. */
function broughtBack(body: OrderBody): ReadOnlyFields | undefined {
  const { numberIn1c, revision, createdAt, updatedAt, owedTo } = body
  const given = { numberIn1c, revision, createdAt, updatedAt, owedTo }
  return Object.values(given).every(value => value === undefined) ? undefined : given
}

function parsedName(body: unknown, customer: Customer): NameParts | undefined {
  if (customer.kind !== 'person' || (body as OrderBody).customer.name === undefined) return undefined
  const { lastName, firstName, middleName } = customer
  if (lastName === undefined || firstName === undefined) return undefined
  return { lastName, firstName, ...(middleName !== undefined && { middleName }) }
}

function validate(body: unknown, pathId: string | undefined): CanonicalOrder {
  refuseHugeList(body)
  const { success, error } = orderSchema.safeParse(body, { error: issueMessage })
  if (!success) throw invalidOrder(fieldProblems(error.issues))
  const order = body as OrderBody
  const problems = checkOrder(order)
  const id = pathId ?? order.id
  if (id === undefined) problems.push({ path: '/id', ...describeProblem('field-required') })
  else if (order.id === undefined) checkPathId(id, problems)
  else if (order.id !== id)
    problems.push({ path: '/id', ...describeProblem('id-mismatch', { inBody: order.id, inPath: id }) })
  if (id === undefined || problems.length > 0) throw invalidOrder(problems)
  return canonicalOrder(order, id)
}

export function invalidOrder(problems: readonly FieldProblem[]): AppError {
  const shown = problems.slice(0, ORDER_LIMITS.problems)
  const summary = describeProblem('order-invalid', { first: shown[0]!, count: shown.length })
  return new AppError('invalid', summary, { errors: shown })
}

/** A list far over its limit is refused without checking its items. */
function refuseHugeList(body: unknown): void {
  const { lines, payments, attributes } = (body ?? {}) as Record<string, unknown>
  if (Array.isArray(lines) && lines.length > ORDER_LIMITS.lines)
    throw invalidOrder([
      { path: '/lines', ...describeProblem('too-many-items', { limit: ORDER_LIMITS.lines }) },
    ])
  if (Array.isArray(payments) && payments.length > ORDER_LIMITS.payments)
    throw invalidOrder([
      { path: '/payments', ...describeProblem('too-many-items', { limit: ORDER_LIMITS.payments }) },
    ])
  if (typeof attributes === 'object' && Object.keys(attributes ?? {}).length > ORDER_LIMITS.attributes)
    throw invalidOrder([
      { path: '/attributes', ...describeProblem('too-many-attributes', { limit: ORDER_LIMITS.attributes }) },
    ])
}

function checkPathId(id: string, problems: FieldProblem[]): void {
  const result = orderSchema.shape.id.safeParse(id)
  if (!result.success) problems.push({ path: '/id', ...decodeProblem(result.error.issues[0]!.message) })
}
