import type { Queryable } from '../../db/database.js'
import { owedEntriesJoin } from '../../outbox/entries/entry-sql.js'
import { LOCATION_COLUMNS, type Location } from './location.js'

export interface LocationSummary extends Location {
  companyCount: number
  integrationCount: number
  orderCount: number
  /** Orders that some 1C is owed now. */
  owed: number
}

/** Every location of the system by name, for its operator. */
export async function listLocations(db: Queryable): Promise<LocationSummary[]> {
  const { rows } = await db.query<LocationSummary>(
    `select ${LOCATION_COLUMNS},
            (select count(*) from company c where c.location_id = location.id) as "companyCount",
            (select count(*) from integration i where i.location_id = location.id) as "integrationCount",
            (select coalesce(sum(n.next_order_number - 1 - n.skipped_order_numbers), 0)::bigint
               from company c join company_counter n on n.company_id = c.id
              where c.location_id = location.id) as "orderCount",
            (select count(distinct e.order_key) from integration i
               join ${owedEntriesJoin('e', 'i.key')}
              where i.location_id = location.id) as owed
       from location order by name, id`,
  )
  return rows
}
