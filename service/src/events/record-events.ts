import type { Queryable } from '../db/database.js'
import { type AttentionScope, notifyAttention } from '../db/live-channel.js'
import { storableJson } from '../db/values.js'
import { EVENTS_CHANNEL, type NewEvent } from './event.js'

const ROWS_AT_ONCE = 500
const ATTENTION_TYPES: ReadonlySet<string> = new Set([
  'order.held',
  'order.released',
  'integration.state.changed',
])

/**
 * Records events in the transaction of their change, so that they are published if and only if it commits.
 * Those of one order are published as recorded, if whoever records them holds its row. Returns their ids.
 */
export async function recordEvents(tx: Queryable, events: readonly NewEvent[]): Promise<string[]> {
  if (events.length === 0) return []
  const ids: string[] = []
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE)
    ids.push(...(await insertEvents(tx, events.slice(at, at + ROWS_AT_ONCE))))
  await tx.query(`select pg_notify('${EVENTS_CHANNEL}', '')`)
  return ids
}

async function insertEvents(tx: Queryable, events: readonly NewEvent[]): Promise<string[]> {
  const sent = events.map((event, index) => ({
    at: index,
    integration: event.integrationKey,
    order: event.orderKey,
    name: event.orderId,
    location: event.locationId,
    type: event.type,
    data: event.data,
    webhook: event.webhookId,
  }))
  const { rows } = await tx.query<AttentionScope & { id: string; type: string }>(
    `insert into event (location_id, company_id, integration_id, order_id, type, data, webhook_id)
     select coalesce(e.location, i.location_id, r.location_id, o.location_id),
            coalesce(i.company_id, r.company_id, o.company_id),
            coalesce(i.id, r.id), coalesce(o.id, e.name), e.type, e.data, e.webhook
       from json_to_recordset($1::json)
              as e(at int, integration int, "order" bigint, name text, location uuid, type text, data json,
                   webhook uuid)
       left join integration i on i.key = e.integration
       left join removed_integration r on r.key = e.integration
       left join sale_order o on o.key = e."order"
      order by e.at
     returning id, type, location_id as "locationId", integration_id as "integrationId"`,
    [storableJson(sent)],
  )
  await notifyAttention(
    tx,
    rows.filter(({ type }) => ATTENTION_TYPES.has(type)),
  )
  return rows.map(({ id }) => id)
}
