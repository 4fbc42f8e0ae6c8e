import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { Collisions, claimingAll, findNumbers, type Renumbered, requireShortNumbers } from './claim-all.js'

/** Orders renumbered in one statement. */
const ORDERS_AT_ONCE = 5_000

/**
 * Determines the number of each order of the company in an integration's 1C at once, when the integration is created, or changes its kind of
 * number while others change too much to stage it (stageNumbers). Numbers already sent stay; throws if two orders would become one document
 * there. Hold the company's `rules` lock exclusively. AppError `number-taken` or `numbers-exhausted`.
 */
export async function renumberIntegration(tx: Queryable, integration: Renumbered): Promise<void> {
  const { key, companyId } = integration
  await requireShortNumbers(tx, integration)
  // No page can be sent meanwhile; what an open batch holds counts as sent.
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  const numbers = await findNumbers(tx, key)
  await tx.query('delete from number_switch where integration_key = $1', [key])
  await tx.query('delete from order_number where integration_key = $1', [numbers.set])
  const found = new Collisions()
  const claimNext = await claimingAll(tx, integration, numbers, found)
  for (let step = { last: 0, more: true }; step.more && !found.enough(); )
    step = await claimNext(tx, step.last, ORDERS_AT_ONCE)
  await found.refuse(tx)
}
