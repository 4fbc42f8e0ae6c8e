import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { routingSettings } from '../../integrations/routing-settings.js'
import { everSentSql } from '../../outbox/batches/offer-status.js'
import { alignEntries } from '../../outbox/entries/enqueue-orders.js'
import { isOfEarlierMonth } from '../../outbox/entries/entry-sql.js'
import { type Condition, rulesCondition } from './rules.js'

/** An integration with everything that decides which orders it gets. */
export interface RoutingTarget {
  key: number
  companyId: string
  settings: Settings
  timezone: string
}

/**
 * Recalculates which of these orders the integration is owed: one that it was never sent is owed if and only
 * if it matches the rules now; those ever sent stay as they are (O7). The caller prevents changes of the
 * orders and the rules meanwhile.
 */
export async function recalculateOrders(
  tx: Queryable,
  integration: RoutingTarget,
  orderKeys: readonly number[],
): Promise<void> {
  const routing = routingCondition(integration, 5)
  await alignEntries(tx, integration.key, {
    sql: `select o.key, o.revision, ${routing.sql} as matches,
                 ${isOfEarlierMonth('o.placed_at', '$4::text')} as risky
            from sale_order o
           where o.key = any($2::bigint[]) and o.company_id = $3`,
    values: [orderKeys, integration.companyId, integration.timezone, ...routing.values],
  })
}

/** routeOrder as a condition on `sale_order o`; its own parameters begin at `$<first>`. */
export function routingCondition(
  { settings, timezone }: Pick<RoutingTarget, 'settings' | 'timezone'>,
  first: number,
): Condition {
  const rules = rulesCondition(routingSettings(settings), timezone, first)
  return {
    sql: `(${rules.sql} and (not o.canceled or ${everSentSql('o.key', 'o.company_id')}))`,
    values: rules.values,
  }
}
