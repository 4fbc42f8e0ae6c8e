import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import {
  Collisions,
  findNumberSet,
  type NumberedIntegration,
  openClaims,
  requireShortNumbers,
} from './claim-all.js'

/** Orders renumbered in one statement. */
const ORDERS_AT_ONCE = 5_000

/**
 * Claims the numbers of all orders of the company at an integration while the company waits: when the integration is created, or
 * changes its kind of number and staging (stageNumbers) did not succeed. Numbers already sent stay. Hold the company's `rules` lock
 * exclusively. Throws AppError `number-taken` if two orders would become one document, or `numbers-exhausted`.
 */
export async function renumberIntegration(tx: Queryable, integration: NumberedIntegration): Promise<void> {
  const { key, companyId } = integration
  await requireShortNumbers(tx, integration)
  // No page can be sent meanwhile; what an open batch contains counts as sent.
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  const numbers = await findNumberSet(tx, key)
  await tx.query('delete from number_switch where integration_key = $1', [key])
  await tx.query('delete from order_number where integration_key = $1', [numbers.set])
  const found = new Collisions()
  const claimNext = await openClaims(tx, integration, numbers, found)
  for (let step = { last: 0, more: true }; step.more && !found.isFull(); )
    step = await claimNext(tx, step.last, ORDERS_AT_ONCE)
  await found.throwIfAny(tx)
}
