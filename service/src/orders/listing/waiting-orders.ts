import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { heldEntries, owedEntriesJoin } from '../../outbox/entries/entry-sql.js'
import { type ListedOrder, loadListed } from './list-orders.js'

export interface WaitingOrders {
  /** Orders that some 1C of the location is owed. */
  count: number
  /** Those waiting for more than an hour: a 1C on a schedule would have fetched them. */
  late: number
  /** Orders that are held back from some 1C. */
  held: number
  /** Since when the first of them has been waiting. */
  since: Date | null
  /** Those waiting longest. */
  orders: ListedOrder[]
}

/** What the 1C bases of a location, or of companies of it, are owed now. */
export async function loadWaitingOrders(db: Queryable, scope: Scope, limit: number): Promise<WaitingOrders> {
  const { rows } = await db.query<Omit<WaitingOrders, 'orders'> & { keys: number[] | null }>(
    `with owed as materialized (
       select e.order_key, min(e.owed_since) as since
         from integration i join ${owedEntriesJoin('e', 'i.key')}
        where i.location_id = $1 and ${companySeenSql('i.company_id', '$3')} group by e.order_key)
     select count(*) as count, count(*) filter (where since < now() - interval '1 hour') as late, min(since) as since,
            (select count(distinct e.order_key) from integration i cross join lateral ${heldEntries('i.key')} e
              where i.location_id = $1 and ${companySeenSql('i.company_id', '$3')} and e.held_since is not null) as held,
            array(select order_key from owed order by since, order_key limit $2) as keys
       from owed`,
    [locationIn(scope), limit, companiesIn(scope)],
  )
  const { keys, ...counts } = rows[0]!
  return { ...counts, orders: await loadListed(db, (keys ?? []).map(Number)) }
}
