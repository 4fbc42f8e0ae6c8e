import { fillSettings } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import type { Queryable } from '../../db/database.js'
import type { Integration } from '../../integrations/integration.js'
import { withAppliedClient } from '../../integrations/recognition/recognize-client.js'
import { wasQueried } from '../../outbox/batches/batch-sql.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'

/** How many of a company's newest orders are checked. */
const NEWEST_ORDERS = 5000

/**
 * Whether to suggest `"payments":"documents"`: a Бухгалтерия that announces no version (kind of site
 * «Другая») gets one payment per order, although it could read separate documents, and some order was paid
 * several times.
 */
export async function proposeDocuments(
  db: Queryable,
  integration: Pick<Integration, 'key' | 'companyId' | 'settings' | 'lastCmlVersion' | 'recognizedClient'>,
): Promise<boolean> {
  const { client, payments, paymentrules } = fillSettings(
    withAppliedClient(integration.settings, integration.recognizedClient),
  )
  if (
    !PROFILES[client].readsUnannouncedDocuments ||
    payments !== 'auto' ||
    integration.lastCmlVersion !== null
  )
    return false
  const gateways = paymentrules.map(({ gateway }) => gateway ?? null)
  const { rows } = await db.query<{ proposed: boolean }>(
    `with newest as materialized (
       select key, payment_numbers::text like '%,%' as several from sale_order
        where company_id = $2 order by sequence_number desc limit $3)
     select ${wasQueried('$1')}
        and exists (
          select from newest n
            join ${entryJoin('e', '$1', 'n.key')} and e.pending_revision > 0
            join sale_order o on o.key = n.key
           where n.several
             and (select count(*) > 1 from json_array_elements(o.content->'payments') p
                   where p->>'status' = 'paid'
                     and ($4::text[] is null or p->>'gateway' = any($4)))) as proposed`,
    [integration.key, integration.companyId, NEWEST_ORDERS, gateways.includes(null) ? null : gateways],
  )
  return rows[0]!.proposed
}
