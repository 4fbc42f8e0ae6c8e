import type { Queryable } from '../../db/database.js'
import { contentSize } from '../intake/read/content-size.js'
import { owedCondition } from './pending-recalculation.js'

export interface FittingOrders {
  /** How many of the first owed orders fit; one always does. */
  fitting: number
  /** Whether it is owed more. */
  more: boolean
}

/** How many of the first `limit` orders that the integration is owed fit into this many bytes of JSON. */
export async function countFittingOrders(
  db: Queryable,
  integrationKey: number,
  limit: number,
  bytes: number,
): Promise<FittingOrders> {
  const owed = await owedCondition(db, integrationKey, 4)
  const { rows } = await db.query<FittingOrders>(
    `with owed as materialized (
       select e.order_key from ${owed.sql} order by e.order_key limit $2::int + 1),
     fitting as (
       select count(*) as count
         from (select sum(${contentSize('o')}) over (order by o.key) - ${contentSize('o')} as bytes_before
                 from (select order_key from owed order by order_key limit $2) w
                 join sale_order o on o.key = w.order_key) sized
        where bytes_before < $3)
     select count as fitting, count < (select count(*) from owed) as more from fitting`,
    [integrationKey, limit, bytes, ...owed.values],
  )
  return rows[0]!
}
