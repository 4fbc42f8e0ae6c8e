import type { TimelineEvent } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { appliedClient } from '../findings/finding.js'
import { entryJoin, numberSql } from '../outbox/entries/entry-sql.js'

export type TaskEvent = Omit<Extract<TimelineEvent, { kind: 'task' }>, 'at' | 'message'> & {
  at: Date
  client: ClientChoice
}

const LIMIT = 100

/** What became of an order's tasks, and who did it; newest first. */
export async function listTaskEvents(db: Queryable, orderKey: number): Promise<TaskEvent[]> {
  const { rows } = await db.query<TaskEvent>(
    `select 'task' as kind, t.at, t.change, t.code, t.params, t.by_name as by,
            coalesce(i.id, r.id) as "integrationId", coalesce(i.name, r.name) as "integrationName",
            ${appliedClient('i')} as client,
            o.id as "orderId", o.platform_number as number,
            ${numberSql('e.sent_number', 't.integration_key', 'o.key', 'o.sequence_number')} as "numberIn1c"
       from task_event t
       join sale_order o on o.key = t.order_key
       left join ${entryJoin('e', 't.integration_key', 't.order_key')}
       left join integration i on i.key = t.integration_key
       left join removed_integration r on r.key = t.integration_key
      where t.order_key = $1 order by t.id desc limit $2`,
    [orderKey, LIMIT],
  )
  return rows
}
