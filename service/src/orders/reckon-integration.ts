import type { Queryable } from '../db/database.js'
import type { Settings } from '../integrations/settings.js'
import { type Condition, rulesCondition } from './rules.js'

/** A new integration, or one whose rules changed. */
export interface Reckoned {
  key: number
  companyId: string
  settings: Settings
}

/**
 * Reckons anew what the integration is owed, over all orders of its company: one never confirmed is owed if and only if it goes by
 * the rules now; those ever confirmed stay as they are. Hold the company's `rules` lock exclusively, in the transaction that
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
  await tx.query(
    `update outbox_entry e set pending_revision = 0
      where e.integration_key = $1 and e.confirmed_at is null and e.pending_revision > 0
        and not exists (select from sale_order o where o.key = e.order_key and o.company_id = $2 and ${goes.sql})`,
    [key, companyId, ...goes.values],
  )
  await tx.query(
    `insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision)
     select $1, o.key, o.revision, o.revision from sale_order o
      where o.company_id = $2 and ${goes.sql}
      order by o.key
     on conflict (integration_key, order_key) do update
        set pending_revision = excluded.pending_revision, owed_since = now()
      where e.confirmed_at is null and e.pending_revision = 0`,
    [key, companyId, ...goes.values],
  )
}

/** decideOwings as a condition on `sale_order o`, for the integration `$1`; its own parameters begin at `$3`. */
function goesCondition({ settings }: Reckoned, timezone: string): Condition {
  const rules = rulesCondition(settings, timezone, 3)
  const toAny = 'exists (select from outbox_batch_item i where i.order_key = o.key)'
  const toThis = `exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
                           where i.order_key = o.key and b.integration_key = $1)`
  return {
    sql: `case when o.canceled then ${toThis} or (${toAny} and ${rules.sql}) else ${rules.sql} end`,
    values: rules.values,
  }
}
