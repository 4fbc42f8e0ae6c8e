import type { Queryable } from '../db/database.js'
import type { Settings } from '../integrations/settings.js'
import { everSentSql } from '../outbox/ever-given.js'
import { type Condition, rulesCondition } from './rules.js'

/** A new integration, or one whose rules changed. */
export interface Reckoned {
  key: number
  companyId: string
  settings: Settings
}

/**
 * Reckons anew what the integration is owed, over all orders of its company: one that it was never sent is owed if and only if it goes
 * by the rules now; those ever sent stay as they are. Hold the company's `rules` lock exclusively, in the transaction that
 * changes the integration.
 */
export async function reckonIntegration(tx: Queryable, integration: Reckoned): Promise<void> {
  const { key, companyId } = integration
  // Over a million orders this takes longer than any request's statement may.
  await tx.query('set local statement_timeout = 0')
  const { rows } = await tx.query<{ timezone: string }>(
    'select l.timezone from company c join location l on l.id = c.location_id where c.id = $1',
    [companyId],
  )
  const goes = goesCondition(integration, rows[0]?.timezone ?? 'UTC')
  // In one statement, so that it locks the entries in the order of their keys.
  await tx.query(
    `insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision)
     select $1, o.key, o.revision, case when o.goes then o.revision else 0 end
       from (select o.key, o.revision, ${goes.sql} as goes from sale_order o where o.company_id = $2) o
       left join outbox_entry n on n.integration_key = $1 and n.order_key = o.key
      where case when n.order_key is null then o.goes
                 else n.first_sent_at is null and (n.pending_revision > 0) <> o.goes end
      order by o.key
     on conflict (integration_key, order_key) do update
        set pending_revision = excluded.pending_revision, owed_since = now()
      where e.first_sent_at is null`,
    [key, companyId, ...goes.values],
  )
}

/** decideOwings as a condition on `sale_order o`; its own parameters begin at `$3`. */
function goesCondition({ settings }: Reckoned, timezone: string): Condition {
  const rules = rulesCondition(settings, timezone, 3)
  return {
    sql: `(${rules.sql} and (not o.canceled or ${everSentSql('o.key', 'o.company_id')}))`,
    values: rules.values,
  }
}
