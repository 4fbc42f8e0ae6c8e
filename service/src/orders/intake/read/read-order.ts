import { type Customer, describeProblem, type FieldProblem, isCanceled, type Order } from '@obmen/contract'
import { CopyBuffer } from '../../../db/values/copy-binary.js'
import { AppError } from '../../../errors/app-error.js'
import type { Finding } from '../../../findings/finding.js'
import type { TaskOfOrder } from '../../../tasks/task.js'
import type { NameParts } from '../../names/parse-name.js'
import { type RuleFacts, ruleFacts } from '../../routing/rules.js'
import { type Buyer, buyerOf } from '../../warnings/buyer-keys.js'
import { type ItemName, itemsOf } from '../../warnings/item-names.js'
import type { OrderWarning } from '../../warnings/order-warning.js'
import { warningsOfOrder } from '../../warnings/warnings-of-order.js'
import { type CanonicalOrder, canonicalOrder } from './canonical.js'
import { checkOrder } from './check-order.js'
import { fieldProblems, issueMessage } from './field-problems.js'
import { decodeProblem } from './issue-message.js'
import { ORDER_LIMITS } from './order-limits.js'
import { appendRow, type OrderRow } from './order-row.js'
import { type OrderBody, orderSchema } from './order-schema.js'
import { hasOrderShape } from './order-shape.generated.js'

/** What saving needs of an order; small, since hundreds of them are in memory at a time. */
export interface ReadOrder extends RuleFacts {
  id: string
  companyId: string
  number: string | undefined
  canceled: boolean
  paymentIds: string[]
  /** The row that is stored. */
  row: OrderRow
  items: ItemName[]
  buyer: Buyer
  /** The parts of a person's name that came in one string. */
  nameParts: NameParts | undefined
  /** Warnings that follow from the order alone. */
  warnings: OrderWarning[]
  /** Bytes of the content. */
  size: number
  prediction: Prediction | undefined
}

/** Findings computed while the order was read (preflight/). Valid if the order is new and each integration still has its profile. */
export interface Prediction {
  profiles: readonly string[]
  found: readonly PredictedFindings[]
}

export interface PredictedFindings {
  /** Index into `profiles`. */
  profile: number
  findings: Finding[]
  tasks: TaskOfOrder[]
}

/** Predicts the findings of an order while it is read. */
export type PredictFindings = (order: Order, facts: RuleFacts) => Prediction

/**
 * Validates what the platform sent and brings it into canonical form. `pathId`: the id in the URL, if there is one. `rows`: where the rows
 * of its group are encoded. Throws AppError `invalid` with all invalid fields.
 */
export function readOrder(
  body: unknown,
  pathId?: string,
  predict?: PredictFindings,
  rows = new CopyBuffer(),
): ReadOrder {
  const { order, content } = validate(body, pathId)
  const facts = ruleFacts(order)
  const { status, gateways, placedAt } = facts
  const canceled = isCanceled(order)
  const { row, size } = appendRow(rows, order, content, canceled, facts)
  if (size > ORDER_LIMITS.bytes) {
    rows.end = row.start
    throw new AppError(
      'too-large',
      describeProblem('order-too-large', { bytes: size, limit: ORDER_LIMITS.bytes }),
    )
  }
  return {
    status,
    gateways,
    placedAt,
    id: order.id,
    companyId: order.companyId,
    number: order.number,
    canceled,
    paymentIds: order.payments.map(({ id }) => id),
    row,
    items: itemsOf(order),
    buyer: buyerOf(order.customer),
    nameParts: parsedName(body, order.customer),
    warnings: warningsOfOrder(order, content),
    size,
    prediction: predict?.(order, facts),
  }
}

function parsedName(body: unknown, customer: Customer): NameParts | undefined {
  if (customer.kind !== 'person' || (body as OrderBody).customer.name === undefined) return undefined
  const { lastName, firstName, middleName } = customer
  if (lastName === undefined || firstName === undefined) return undefined
  return { lastName, firstName, ...(middleName !== undefined && { middleName }) }
}

function validate(body: unknown, pathId: string | undefined): CanonicalOrder {
  refuseHugeList(body)
  // Messages are expensive, so they are only built for a body that is refused.
  if (!hasOrderShape(body)) {
    const problems = shapeProblems(body)
    if (problems.length > 0) throw invalidOrder(problems)
  }
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

function shapeProblems(body: unknown): FieldProblem[] {
  const result = orderSchema.safeParse(body, { error: issueMessage })
  return result.success ? [] : fieldProblems(result.error.issues)
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
