import type { CopyBuffer } from '../../../db/values/copy-binary.js'
import { AppError } from '../../../errors/app-error.js'
import type { OrderInput, ReadInput, RefusedOrder } from '../save-types.js'
import { type PredictFindings, type ReadOrder, readOrder } from './read-order.js'

export function readInput({ body, id, precondition, origin }: OrderInput): ReadInput {
  const read = readBody(body, id)
  return 'error' in read ? read : { order: read, precondition, origin }
}

/** `body`: parsed JSON, or the error of parsing it. `rows`: where the rows of its group are encoded. */
export function readBody(
  body: unknown | AppError,
  id: string | undefined,
  predict?: PredictFindings,
  rows?: CopyBuffer,
): ReadOrder | RefusedOrder {
  try {
    if (body instanceof AppError) throw body
    return readOrder(body, id, predict, rows)
  } catch (error) {
    if (error instanceof AppError) return { id: id ?? idOf(body), error }
    throw error
  }
}

function idOf(body: unknown): string | undefined {
  const id = (body as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
