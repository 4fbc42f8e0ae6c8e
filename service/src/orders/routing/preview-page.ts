import type { Queryable } from '../../db/database.js'
import { paymentExportsOf } from '../../outbox/payments/payment-export.js'
import { contentSize } from '../intake/read/content-size.js'
import { numberSql } from '../numbering/number-of.js'
import type { OfferedOrder } from './offer-page.js'
import { owedCondition } from './pending-recalculation.js'

/**
 * What the integration's next query would return, without marking anything: up to `limit` orders after the key `after`, as many as fit into
 * this many bytes of JSON, and at least the first.
 */
export async function previewPage(
  db: Queryable,
  integrationKey: number,
  after: number,
  limit: number,
  bytes = 2 ** 20,
): Promise<OfferedOrder[]> {
  const owed = await owedCondition(db, integrationKey, 5)
  const { rows } = await db.query<OfferedOrder>(
    `with owed as materialized (
       select e.order_key, e.sent_number from ${owed.sql} and e.order_key > $2 order by e.order_key limit $3),
     sized as materialized (
       select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, owed.sent_number,
              sum(${contentSize('o')}) over (order by o.key) - ${contentSize('o')} as bytes_before
         from owed join sale_order o on o.key = owed.order_key)
     select key, revision, content as "order", payment_numbers as "paymentNumbers",
            ${numberSql('sized.sent_number', '$1', 'sized.key', 'sized.sequence_number')} as number,
            ${paymentExportsOf('$1', 'sized.key')} as exports
       from sized where bytes_before < $4 order by key`,
    [integrationKey, after, limit, bytes, ...owed.values],
  )
  return rows
}
