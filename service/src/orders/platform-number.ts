import type { FieldProblem } from '../errors.js'
import type { GroundIntegration } from './load-ground.js'
import { FIELD_TEXTS } from './texts-fields.js'

/** УТ and Розница look a number up in a column of 11 characters: a longer one is a new order at every exchange. */
export const PLATFORM_NUMBER_LIMIT = 11

interface NamedOrder {
  id: string
  number?: string | undefined
}

/** The number that a 1C gets which wants the platform's own. */
export function platformNumber(order: NamedOrder): string {
  return order.number ?? order.id
}

/** Where an integration of the company asks for the platform's numbers, and this one is longer than 1C can find again. */
export function platformNumberProblem(
  order: NamedOrder,
  integrations: readonly GroundIntegration[],
): FieldProblem | undefined {
  const number = platformNumber(order)
  if (number.length <= PLATFORM_NUMBER_LIMIT) return undefined
  if (!integrations.some(({ settings }) => settings.ordernumber === 'platform')) return undefined
  return {
    path: order.number === undefined ? '/id' : '/number',
    message: FIELD_TEXTS.platformNumber(number, PLATFORM_NUMBER_LIMIT),
  }
}
