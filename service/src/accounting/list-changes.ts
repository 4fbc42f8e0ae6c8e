import type { TimelineEvent } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'

type Dated<Kind extends TimelineEvent['kind']> = Omit<Extract<TimelineEvent, { kind: Kind }>, 'at'> & {
  at: Date
}
export type AccountingEvent = Dated<'accounting'> | Dated<'taken-over'>

const LIMIT = 100

/** When 1C reported something new about the order, and when the platform adopted it; oldest first. */
export async function listAccountingEvents(db: Queryable, orderKey: number): Promise<AccountingEvent[]> {
  const changes = await db.query<AccountingEvent>(
    `select 'accounting' as kind, c.at, c.changed, c.document_number as "documentNumber",
            c.upload_id as "uploadId", ${INTEGRATION}
       from accounting_change c ${integrationJoins('c')}
      where c.order_key = $1 and cardinality(c.changed) > 0 order by c.id desc limit $2`,
    [orderKey, LIMIT],
  )
  const adoptions = await db.query<AccountingEvent>(
    `select 'taken-over' as kind, t.at, t.revision, ${INTEGRATION}
       from order_adoption t ${integrationJoins('t')}
      where t.order_key = $1 order by t.revision desc limit $2`,
    [orderKey, LIMIT],
  )
  return [...changes.rows, ...adoptions.rows].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const INTEGRATION = `coalesce(i.id, r.id) as "integrationId", coalesce(i.name, r.name) as "integrationName"`
const integrationJoins = (alias: string): string =>
  `left join integration i on i.key = ${alias}.integration_key
   left join removed_integration r on r.key = ${alias}.integration_key`
