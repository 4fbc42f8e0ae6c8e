import { type DescribedProblem, describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { holdOrders } from '../entries/hold-orders.js'
import { markRiskyOrdersStale } from '../entries/release-orders.js'
import { orderIdSql, orderKeyOf } from './order-id.js'
import type { SetAside } from './search-state.js'

/** The longest pause before a retry, as a multiple of the first one. */
const MAX_RETRY_FACTOR = 24

/**
 * Holds orders that a 1C refuses (O9) and schedules their next attempts, each pause twice as long as the last. Orders that were changed,
 * confirmed or held otherwise meanwhile are left alone. Returns what the journal says of each.
 */
export async function setAside(
  tx: Queryable,
  integrationKey: number,
  found: readonly SetAside[],
  retrySeconds: number,
): Promise<DescribedProblem[]> {
  if (found.length === 0) return []
  const proven = new Map(found.map(each => [orderKeyOf(each.id), each.proven]))
  const { rows } = await tx.query<{
    orderKey: number
    number: string | null
    known: boolean
    earlierMonth: boolean
  }>(
    `select order_key as "orderKey", sent_number as number, confirmed_at is not null as known, risky as "earlierMonth"
       from outbox_entry
      where integration_key = $1 and order_key = any($2) and pending_revision > confirmed_revision
        and (held_kind is null or held_kind = 'quarantine') and ${orderIdSql('order_key', 'pending_revision', 'resend_count')} = any($3)
      order by order_key for update`,
    [integrationKey, [...proven.keys()], found.map(({ id }) => id)],
  )
  await holdOrders(
    tx,
    integrationKey,
    rows.map(({ orderKey, known, earlierMonth }) => {
      const why = { known, earlierMonth, proven: proven.get(orderKey)! }
      const { message, params } = describeProblem('order-refused', why)
      return { orderKey, kind: 'quarantine', code: 'refused', params, reason: message }
    }),
  )
  await tx.query(
    `update outbox_entry e
        set retries = e.retries + 1, refusal_proven = f.proven,
            retry_at = now() + make_interval(secs => $3 * least(power(2, e.retries), $4))
       from json_to_recordset($2::json) as f(order_key bigint, proven boolean)
      where e.integration_key = $1 and e.order_key = f.order_key and e.held_kind = 'quarantine'`,
    [
      integrationKey,
      JSON.stringify(rows.map(({ orderKey }) => ({ order_key: orderKey, proven: proven.get(orderKey) }))),
      retrySeconds,
      MAX_RETRY_FACTOR,
    ],
  )
  if (rows.some(({ known }) => known)) await markRiskyOrdersStale(tx, integrationKey)
  return rows.map(({ number }) => describeProblem('order-set-aside', { number }))
}
