import type { FindingCode, Severity } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { FindingParams, OrderAtIntegration } from '../../findings/finding.js'
import { appliedClient } from '../../integrations/recognition/recognize-client.js'
import { entryJoin, isUpToDateSql } from '../../outbox/entries/entry-sql.js'

export interface StoredFinding extends OrderAtIntegration {
  integrationId: string
  client: ClientChoice
  code: FindingCode
  path: string
  severity: Severity
  params: FindingParams
  since: Date
  /** 1C has the newest revision of the order, so the finding is worded in the past tense. */
  done: boolean
}

/** Stored findings of these orders, by severity. */
export async function readFindings(db: Queryable, orderKeys: readonly number[]): Promise<StoredFinding[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await db.query<StoredFinding>(
    `select f.order_key as "orderKey", i.key as "integrationKey", i.id as "integrationId",
            ${appliedClient('i')} as client, f.code, f.path, f.severity, f.params, f.since,
            ${isUpToDateSql('e')} as done
       from sale_order o
       join integration i on i.company_id = o.company_id
       join order_finding f on f.integration_key = i.key and f.order_key = o.key
       left join ${entryJoin('e', 'i.key', 'o.key')}
      where o.key = any($1)
      order by o.key, i.key, f.severity, f.code, f.path`,
    [orderKeys],
  )
  return rows
}
