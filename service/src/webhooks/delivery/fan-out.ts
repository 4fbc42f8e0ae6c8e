import { EVENT_TYPES } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'

const EVENTS_AT_ONCE = 500

/** Whether webhook `w` receives event `e`. A test is for one webhook only. */
export const MATCHES_WEBHOOK = `
  (e.webhook_id = w.id or e.webhook_id is null
     and (w.types = '{*}' or e.type = any(w.types)) and (w.company_id is null or e.company_id = w.company_id))`

/** Inserts attempts for events `e` that have a column webhook_key: chained by order, else by integration, else single. */
export const NEW_ATTEMPT = `
  insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain)
  select e.webhook_key, e.key, e.position, e.type,
         case when e.order_id is not null then 'order:' || e.order_id
              when e.integration_id is not null then 'integration:' || e.integration_id
              else 'event:' || e.key end`

/**
 * Creates attempts for new events, a few hundred of each webhook; true when there are more. Any server may call it; each webhook is handled
 * by one at a time.
 */
export async function fanOut(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ key: number }>(
    `select w.key from webhook w
      where exists (
        select from unnest(array(select distinct unnest(case when w.types = '{*}' then $1::text[] else w.types || '{test}' end))) as requested(type)
         cross join lateral (select from event e
                              where e.location_id = w.location_id and e.type = requested.type and e.position > w.position
                              order by e.position limit 1) news)`,
    [EVENT_TYPES],
  )
  let more = false
  for (const { key } of rows) if (await db.transaction(tx => fanOutTo(tx, key))) more = true
  return more
}

/** One step for one webhook; false when it has reached the end of the feed. */
async function fanOutTo(tx: Queryable, key: number): Promise<boolean> {
  const { rowCount } = await tx.query('select from webhook where key = $1 for no key update', [key])
  if (rowCount === 0) return false
  const { rows } = await tx.query<{ found: number }>(
    `with news as materialized (
       select e.*, w.key as webhook_key, w.state as webhook_state from webhook w
         join event e on e.location_id = w.location_id
        where w.key = $1 and e.position > w.position and ${MATCHES_WEBHOOK}
        order by e.position limit $2),
     added as (
       ${NEW_ATTEMPT} from news e
        -- No attempts for what happens while it is disabled; a replay can send it later.
        where e.webhook_state <> 'disabled' or e.type = 'test' order by e.position),
     moved as (
       update webhook set position = greatest(position, case
           when (select count(*) from news) = $2 then (select max(position) from news)
           else (select max(position) from event) end)
        where key = $1)
     select (select count(*) from news) as found`,
    [key, EVENTS_AT_ONCE],
  )
  return rows[0]!.found === EVENTS_AT_ONCE
}
