import type { EventData } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { storableJson, storableText } from '../../db/values.js'
import { recordEvents } from '../../events/record-events.js'
import type { SaveResult } from './put.js'
import { ORDER_LIMITS } from './read/order-limits.js'

/** Letters of a path: it may end in a name that the sender made up. */
const MOST_PATH = 200
/** Faults of the moment, and of a sender that asked to be refused (If-Match). */
const UNTOLD: ReadonlySet<string> = new Set(['unavailable', 'disk-full', 'internal', 'revision-mismatch'])

/**
 * Tells the events of refused orders that have an id. A platform that repeats some without end is told each
 * once, until the order was changed.
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
      const named = errors.map(one => ({
        path: one.path.slice(0, MOST_PATH),
        ...(one.code && { code: one.code }),
      }))
      refused.set(result.id, { code, errors: named })
    }
  if (refused.size === 0) return
  // The same put at once waits here, and finds that it was told.
  await tx.query("select pg_advisory_xact_lock(hashtextextended('refused:' || $1, 0))", [locationId])
  const { rows } = await tx.query<{ id: string; orderKey: number | null }>(
    `select n.id, o.key as "orderKey"
       from json_to_recordset($2::json) as n(id text, data jsonb)
       left join sale_order o on o.location_id = $1 and o.id = n.id
      where not exists (
        select from event e
         where e.location_id = $1 and e.order_id = n.id and e.type = 'order.refused'
           and e.created_at >= coalesce(o.changed_at, e.created_at) and e.data::jsonb = n.data)`,
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
