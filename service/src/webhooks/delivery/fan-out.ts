import { EVENT_TYPES } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'

const EVENTS_AT_ONCE = 500

/** Whether webhook `w` receives event `e`. A test is for one webhook only. */
const MATCHES_WEBHOOK = `
  (e.webhook_id = w.id or e.webhook_id is null and (w.types = '{*}' or e.type = any(w.types))
     and (w.company_id is null or e.company_id = w.company_id))`

/** The types that webhook `w` may receive, tests included; `all`: an array of all. */
const requestedTypes = (all: string): string => `
  unnest(array(select distinct unnest(case when w.types = '{*}' then ${all} else w.types || '{test}' end)))
    as requested(type)`

/**
 * The next events of the location of webhook `w`, of the type `requested.type`. Form and order fit the index
 * event_feed alone: with `e.type = …` PostgreSQL would walk the events of all locations.
 */
const nextOfType = (columns: string, after: string, limit: string, only: string): string => `
  select ${columns} from event e
   where e.location_id = w.location_id and e.position is not null
     and (e.type, e.position) > (requested.type, ${after}) and e.type <= requested.type and ${only}
   order by e.type, e.position limit ${limit}`

interface EventsFor {
  all: string
  after: string
  limit: string
  onlyTypes?: string
  only?: string
}

/** The next events for webhook `w` in order, as a lateral subquery; each argument is SQL. */
export const eventsFor = ({
  all,
  after,
  limit,
  onlyTypes = 'true',
  only = 'true',
}: EventsFor): string => `lateral (
  select found.* from ${requestedTypes(all)}
   cross join lateral (${nextOfType(
     'e.key, e.position, e.type, e.order_id, e.integration_id',
     after,
     limit,
     `${MATCHES_WEBHOOK} and ${only}`,
   )}) found
   where ${onlyTypes}
   order by found.position limit ${limit})`

/**
 * The chain of event `e`, within which a failed event holds back the later ones: those of its order, or the
 * states of its integration; any other event is a chain by itself.
 */
const CHAIN = `
  case when e.order_id is not null then 'order:' || e.order_id
       when e.type = 'integration.state.changed' and e.integration_id is not null
         then 'integration:' || e.integration_id
       else 'event:' || e.key end`

/** Inserts attempts for events `e` that have a column webhook_key. */
export const NEW_ATTEMPT = `
  insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain)
  select e.webhook_key, e.key, e.position, e.type, ${CHAIN}`

/** Creates attempts for new events, a few hundred of each webhook; true when there are more. */
export async function fanOut(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ key: number }>(
    `select w.key from webhook w
      where exists (
        select from ${requestedTypes('$1::text[]')}
         cross join lateral (${nextOfType('', 'w.position', '1', 'true')}) news)`,
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
        cross join ${eventsFor({ all: '$3::text[]', after: 'w.position', limit: '$2' })} e
        where w.key = $1),
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
    [key, EVENTS_AT_ONCE, EVENT_TYPES],
  )
  return rows[0]!.found === EVENTS_AT_ONCE
}
