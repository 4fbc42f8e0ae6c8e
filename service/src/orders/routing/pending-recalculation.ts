import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { routingSettings } from '../../integrations/routing-settings.js'
import { everSentSql } from '../../outbox/batches/offer-status.js'
import { alignEntries } from '../../outbox/entries/enqueue-orders.js'
import { entryJoin, isOfEarlierMonth, owedEntries, owedSql } from '../../outbox/entries/entry-sql.js'
import { type Condition, rulesCondition } from './rules.js'

/** An integration with everything that decides which orders it gets. */
export interface RoutingTarget {
  key: number
  companyId: string
  settings: Settings
  timezone: string
}

/** An integration whose recalculation is not finished. */
export interface PendingRecalculation extends RoutingTarget {
  /** Orders above this sequence number, up to `lastNumber`, are still to be recalculated. */
  doneNumber: number
  lastNumber: number
}

const SELECT = `
  select i.key, i.company_id as "companyId", i.settings, l.timezone, r.done_number as "doneNumber",
         r.last_number as "lastNumber"
    from integration_recalculation r
    join integration i on i.key = r.integration_key
    join location l on l.id = i.location_id`

/** The integration's unfinished recalculation; undefined if its entries agree with its rules. */
export async function findRecalculation(
  db: Queryable,
  integrationKey: number,
): Promise<PendingRecalculation | undefined> {
  const { rows } = await db.query<PendingRecalculation>(`${SELECT} where r.integration_key = $1`, [
    integrationKey,
  ])
  return rows[0]
}

export async function listRecalculations(
  db: Queryable,
  companyIds: readonly string[],
): Promise<PendingRecalculation[]> {
  const { rows } = await db.query<PendingRecalculation>(
    `${SELECT} where r.company_id = any($1::uuid[]) order by i.key`,
    [companyIds],
  )
  return rows
}

/** Whether `o` is not recalculated yet; parameters from `$<first>`: `doneNumber`, `lastNumber`. */
const isNotRecalculated = (first: number): string =>
  `(o.sequence_number > $${first} and o.sequence_number <= $${first + 1})`

/**
 * Whether an order may be sent during a recalculation, as a condition on `sale_order o` and its entry `e`:
 * new rules apply at once, even to orders that are not recalculated yet. Parameters begin at `$<first>`.
 */
export function offerCondition(recalculating: PendingRecalculation, first: number): Condition {
  const routing = routingCondition(recalculating, first + 2)
  return {
    sql: `(e.first_sent_at is not null or not ${isNotRecalculated(first)} or ${routing.sql})`,
    values: [recalculating.doneNumber, recalculating.lastNumber, ...routing.values],
  }
}

/** Clauses `from` and `where` for the entries `e` that `$1` would be sent now; parameters from `$<first>`. */
export async function owedCondition(
  db: Queryable,
  integrationKey: number,
  first: number,
): Promise<Condition> {
  const recalculating = await findRecalculation(db, integrationKey)
  if (!recalculating) return { sql: `${owedEntries('$1')} e where true`, values: [] }
  const offerable = offerCondition(recalculating, first)
  return {
    sql: `${owedEntries('$1')} e join sale_order o on o.key = e.order_key where ${offerable.sql}`,
    values: offerable.values,
  }
}

/** Which of these orders, if of its company, the integration will be owed once it is recalculated. */
export async function listOwedAfterRecalculation(
  db: Queryable,
  integration: PendingRecalculation,
  orderKeys: readonly number[],
): Promise<number[]> {
  const routing = routingCondition(integration, 6)
  const { rows } = await db.query<{ key: number }>(
    `select o.key from sale_order o
       left join ${entryJoin('e', '$1', 'o.key')}
      where o.key = any($2::bigint[]) and o.company_id = $3
        and case when e.first_sent_at is null and ${isNotRecalculated(4)}
                 then ${routing.sql} and e.held_since is null else ${owedSql('e')} end`,
    [
      integration.key,
      orderKeys,
      integration.companyId,
      integration.doneNumber,
      integration.lastNumber,
      ...routing.values,
    ],
  )
  return rows.map(({ key }) => key)
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
function routingCondition(
  { settings, timezone }: Pick<RoutingTarget, 'settings' | 'timezone'>,
  first: number,
): Condition {
  const rules = rulesCondition(routingSettings(settings), timezone, first)
  return {
    sql: `(${rules.sql} and (not o.canceled or ${everSentSql('o.key', 'o.company_id')}))`,
    values: rules.values,
  }
}
