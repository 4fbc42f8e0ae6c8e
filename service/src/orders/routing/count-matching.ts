import type { Queryable } from '../../db/database.js'
import { routingSettings } from '../../integrations/routing-settings.js'
import { everSentSql } from '../../outbox/batches/offer-status.js'
import { type RuleSettings, rulesCondition } from './rules.js'

/** How many of a company's newest orders are checked. */
const NEWEST_ORDERS = 20_000

export interface MatchCount {
  count: number
  /** How many were checked: all, or with `complete: false` the newest NEWEST_ORDERS. */
  of: number
  complete: boolean
}

/** How many orders of a company these settings would export; a canceled one only if it was ever sent. */
export async function countMatching(
  db: Queryable,
  companyId: string,
  settings: RuleSettings,
): Promise<MatchCount> {
  const { rows: locations } = await db.query<{ timezone: string }>(
    'select l.timezone from company c join location l on l.id = c.location_id where c.id = $1',
    [companyId],
  )
  const rules = rulesCondition(routingSettings(settings), locations[0]?.timezone ?? 'UTC', 3)
  const { rows } = await db.query<MatchCount>(
    `with taken as materialized (
       select key, status, gateways, placed_at, canceled from sale_order
        where company_id = $1 order by sequence_number desc limit $2::int + 1),
     newest as (select * from taken limit $2)
     select count(*) as of, (select count(*) <= $2 from taken) as complete,
            count(*) filter (where ${rules.sql}
              and (not o.canceled or ${everSentSql('o.key', '$1')})) as count
       from newest o`,
    [companyId, NEWEST_ORDERS, ...rules.values],
  )
  return rows[0]!
}
