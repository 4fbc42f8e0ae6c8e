import type { Queryable } from '../../db/database.js'
import { entryOf, ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import type { Said } from '../said.js'

export type UnknownReason = 'no-number' | 'unknown-number' | 'not-sent'

/** The order of a document, and what its 1C has of it. */
export interface FoundOrder {
  orderKey: number
  revision: number
  total: string
  pendingRevision: number
  confirmedRevision: number
  sentRevision: number | null
}

/**
 * Finds the order by the number under which it was sent to this 1C, whatever the settings are now, else by the GUID of a document
 * that is already known; otherwise tells why there is none.
 */
export async function findOrder(
  tx: Queryable,
  integrationKey: number,
  { orderNumber, documentId }: Pick<Said, 'orderNumber' | 'documentId'>,
): Promise<FoundOrder | UnknownReason> {
  const { rows } = await tx.query<FoundOrder>(
    `select o.key as "orderKey", o.revision, o.total::text as total, e.pending_revision as "pendingRevision",
            e.confirmed_revision as "confirmedRevision", e.sent_revision as "sentRevision"
       from (select order_key, 1 as rank from ${ordersBySentNumber('$1', '$2')} known
             union all
             select order_key, 2 from accounting_document where integration_key = $1 and document_id = $3) f
       join sale_order o on o.key = f.order_key
       join ${entryOf('e', '$1', 'f.order_key')}
      order by f.rank, f.order_key desc limit 1`,
    [integrationKey, orderNumber, documentId],
  )
  if (rows[0]) return rows[0]
  if (orderNumber === null) return 'no-number'
  return (await isNumberOfAnother(tx, integrationKey, orderNumber)) ? 'not-sent' : 'unknown-number'
}

/** Whether the company has an order with that number that was never sent to this 1C. */
async function isNumberOfAnother(tx: Queryable, integrationKey: number, number: string): Promise<boolean> {
  if (!/^[1-9]\d{0,14}$/.test(number)) return false
  const { rows } = await tx.query(
    `select from sale_order o join integration i on i.company_id = o.company_id
      where i.key = $1 and o.sequence_number = $2`,
    [integrationKey, number],
  )
  return rows.length > 0
}
