import { AppError, type FieldProblem } from '../errors.js'
import { type CanonicalOrder, canonicalOrder } from './canonical.js'
import { checkOrder } from './check-order.js'
import { fieldProblems, issueMessage } from './field-problems.js'
import { ORDER_LIMITS } from './order-limits.js'
import { orderSchema } from './order-schema.js'
import { TEXTS } from './texts.js'
import { FIELD_TEXTS } from './texts-fields.js'

/**
 * Validates what the platform sent and brings it into canonical form. `pathId` is the id that the address names, if it names one.
 * Throws AppError `invalid` with every field that is wrong.
 */
export function readOrder(body: unknown, pathId?: string): CanonicalOrder {
  refuseHugeList(body)
  const result = orderSchema.safeParse(body, { error: issueMessage })
  const problems = result.success ? checkOrder(result.data) : fieldProblems(result.error.issues)
  if (!result.success) throw invalid(problems)

  const id = pathId ?? result.data.id
  if (id === undefined) problems.push({ path: '/id', message: FIELD_TEXTS.required })
  else if (result.data.id === undefined) checkPathId(id, problems)
  else if (result.data.id !== id)
    problems.push({ path: '/id', message: FIELD_TEXTS.idMismatch(result.data.id, id) })
  if (id === undefined || problems.length > 0) throw invalid(problems)
  return canonicalOrder(result.data, id)
}

export function invalid(problems: readonly FieldProblem[]): AppError {
  const told = problems.slice(0, ORDER_LIMITS.problems)
  return new AppError('invalid', TEXTS.invalidOrder(told), { errors: told })
}

/** A list far over its limit is not looked through first. */
function refuseHugeList(body: unknown): void {
  const { lines, payments } = (body ?? {}) as { lines?: unknown; payments?: unknown }
  if (Array.isArray(lines) && lines.length > ORDER_LIMITS.lines)
    throw invalid([{ path: '/lines', message: FIELD_TEXTS.tooMany(ORDER_LIMITS.lines) }])
  if (Array.isArray(payments) && payments.length > ORDER_LIMITS.payments)
    throw invalid([{ path: '/payments', message: FIELD_TEXTS.tooMany(ORDER_LIMITS.payments) }])
}

function checkPathId(id: string, problems: FieldProblem[]): void {
  const result = orderSchema.shape.id.safeParse(id)
  if (!result.success)
    problems.push({ path: '/id', message: result.error.issues[0]?.message ?? FIELD_TEXTS.id })
}
