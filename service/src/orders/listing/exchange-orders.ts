import type { Customer } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import { itemsOfSession } from '../../outbox/batches/batch-sql.js'
import type { BatchState } from '../../outbox/batches/batch-states.js'
import { listedName } from '../intake/read/order-limits.js'

/** An order in one answer of an exchange, as it was in the revision that was sent. */
export interface ExchangeOrder {
  key: number
  integrationKey: number
  id: string
  /** The number sent to that 1C. */
  numberIn1c: string
  revision: number
  customerName: string
  total: string
  currency: string
  /** State of the batch that contained it. */
  outcome: BatchState
  batchId: number
}

interface Row extends ExchangeOrder {
  /** Only for a revision that is not the order's latest. */
  customer: Customer | null
}

/**
 * The orders that an exchange was sent, batch by batch; one sent in several batches appears once for each.
 * Undefined if the scope has no such exchange. AppError `invalid` for a malformed cursor.
 */
export async function exchangeOrders(
  db: Queryable,
  scope: Scope,
  exchangeId: number,
  { limit, cursor }: PageRequest,
): Promise<Page<ExchangeOrder> | undefined> {
  const [batchId, orderKey] = readCursor(cursor, ['number', 'number']) ?? [0, 0]
  if (!Number.isSafeInteger(exchangeId)) return undefined
  const known = await db.query(
    `select from exchange_session where id = $1 and location_id = $2
      and ${integrationSeenSql('integration_key', '$3')}`,
    [exchangeId, locationIn(scope), companiesIn(scope)],
  )
  if (known.rowCount === 0) return undefined
  // Keyset pagination within each batch, so that the last page costs no more than the first.
  const { rows } = await db.query<Row>(
    `select o.id, coalesce(g.number, o.sequence_number::text) as "numberIn1c", g.revision, g.state as outcome,
      g.batch_id as "batchId",
            g.order_key as key, g.integration_key as "integrationKey", coalesce(r.content->>'total',
              o.total::text) as total,
            coalesce(r.content->>'currency', o.currency) as currency,
            o.customer_name as "customerName",
              r.content->'customer' as customer
       from ${itemsOfSession('$1', '$2', '$3::bigint', '$4')} g
       join sale_order o on o.key = g.order_key
       left join order_revision r on r.order_key = g.order_key and r.revision = g.revision
         and r.revision < o.revision
      order by g.batch_id, g.order_key`,
    [exchangeId, batchId, orderKey, limit + 1],
  )
  return mapPage(
    toPage(rows, limit, row => [row.batchId, row.key]),
    toExchangeOrder,
  )
}

function toExchangeOrder({ customer, customerName, ...row }: Row): ExchangeOrder {
  return { ...row, customerName: customer ? listedName(customer) : customerName }
}
