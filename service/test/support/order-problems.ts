import { expect } from 'vitest'
import type { AppError } from '../../src/errors/app-error.js'
import type { OrderBody } from '../../src/orders/intake/read/order-schema.js'
import { readOrder } from '../../src/orders/intake/read/read-order.js'
import { orderBody } from './place.js'

export const PLACE = { locationId: '', companyId: '7a0e8d52-8a7e-4a5c-9d3c-1f1f0c9d2a11' }

/** A valid order with changes. */
export const body = (changes: object = {}): OrderBody => ({ ...orderBody(PLACE), ...changes }) as OrderBody
export const [LINE] = body().lines
/** Lines of an order, each the usual one with changes. */
export const lines = (...changes: object[]) => ({ lines: changes.map(change => ({ ...LINE, ...change })) })

/** The messages of all invalid fields, by path. */
export function problems(value: unknown, pathId?: string): Record<string, string> {
  try {
    readOrder(value, pathId)
  } catch (error) {
    expect((error as AppError).code).toBe('invalid')
    return Object.fromEntries((error as AppError).errors!.map(({ path, message }) => [path, message]))
  }
  return {}
}
export const paths = (value: unknown, pathId?: string): string[] => Object.keys(problems(value, pathId))
