import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { PutIntegration } from '../intake/put.js'
import { canBeFoundIn1C, PLATFORM_NUMBER_LIMIT, platformNumber } from './document-number.js'

/** A problem if an integration of the company uses the platform's numbers and its 1C could not find this one again. */
export function platformNumberProblem(
  order: { id: string; number?: string | undefined },
  integrations: readonly PutIntegration[],
): FieldProblem | undefined {
  if (!integrations.some(({ settings }) => settings.ordernumber === 'platform')) return undefined
  const number = platformNumber(order)
  if (canBeFoundIn1C(number)) return undefined
  return {
    path: order.number === undefined ? '/id' : '/number',
    ...describeProblem('number-not-kept', { number, limit: PLATFORM_NUMBER_LIMIT }),
  }
}
