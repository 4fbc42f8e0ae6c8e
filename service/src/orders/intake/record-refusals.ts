import type { EventData } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { storableJson, storableText } from '../../db/values.js'
import { recordEvents } from '../../events/record-events.js'
import type { SaveResult } from './put.js'
import { ORDER_LIMITS } from './read/order-limits.js'

/** Faults of the moment, and of a sender that asked to be refused (If-Match). */
const UNTOLD: ReadonlySet<string> = new Set(['unavailable', 'disk-full', 'internal', 'revision-mismatch'])

/**
 * Tells the events of refused orders that have an id. A platform that repeats one without end is told once:
 * until the refusal differs from the last one told, or the order was changed after that.
 */
export async function recordRefusals(
  tx: Queryable,
  locationId: string,
  results: readonly SaveResult[],
): Promise<void> {
  const refused = new Map<string, EventData['order.refused']>()
  for (const result of results)
    if ('error' in result && result.id && isTold(result.id, result.error.code)) {
      const { code, errors = [] } = result.error
      const named = errors.map(one => ({ path: one.path, ...(one.code && { code: one.code }) }))
      refused.set(result.id, { code, errors: named })
    }
  if (refused.size === 0) return
  const { rows } = await tx.query<{ id: string; orderKey: number | null }>(
    `select n.id, o.key as "orderKey"
       from json_to_recordset($2::json) as n(id text, data jsonb)
       left join sale_order o on o.location_id = $1 and o.id = n.id
       left join lateral (
         select e.data::jsonb as data, e.created_at from event e
          where e.location_id = $1 and e.order_id = n.id and e.type = 'order.refused'
          order by e.key desc limit 1) last on true
      where last.data is distinct from n.data or o.changed_at > last.created_at`,
    [locationId, storableJson([...refused].map(([id, data]) => ({ id, data })))],
  )
  await recordEvents(
    tx,
    rows.map(({ id, orderKey }) => ({
      type: 'order.refused',
      ...(orderKey === null ? { locationId, orderId: id } : { orderKey }),
      data: refused.get(id)!,
    })),
  )
}

function isTold(id: string, code: string): boolean {
  return id.length <= ORDER_LIMITS.id && storableText(id) === id && !UNTOLD.has(code)
}
