import { describeProblem, EVENT_TYPES, type EventType } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { EVENTS_CHANNEL } from '../../events/event.js'
import { eventsFor, NEW_ATTEMPT } from '../delivery/fan-out.js'

/**
 * Retries an attempt's event at once, by a pending attempt if there is one; returns its id. @throws AppError
 * not-found, also if the event has been deleted
 */
export async function retryAttempt(db: Queryable, webhookKey: number, id: number): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with asked as (
       select a.*, (select max(number) from webhook_attempt n
                     where n.webhook_key = $1 and n.event_key = a.event_key) as tries
         from webhook_attempt a join event e on e.key = a.event_key where a.webhook_key = $1 and a.id = $2),
     waiting as (
       update webhook_attempt p set due_at = now() from asked
        where p.webhook_key = $1 and p.chain = asked.chain
          and p.event_position = asked.event_position and p.state = 'pending'
       returning p.id),
     added as (
       insert into webhook_attempt (webhook_key, event_key, event_position, event_type, chain, number)
       select webhook_key, event_key, event_position, event_type, chain, tries + 1 from asked
        where not exists (select from waiting)
       returning id)
     select id from waiting union all select id from added`,
    [webhookKey, id],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('attempt-not-found'))
  await wakeServers(db)
  return rows[0].id
}

export interface Replay {
  from: Date
  to: Date
  types?: readonly EventType[] | undefined
}

/** Sends the events of a period again in order, except pending ones. @throws AppError too-large */
export async function replayEvents(
  db: Queryable,
  webhookKey: number,
  { from, to, types }: Replay,
  limit: number,
): Promise<number> {
  const { rows } = await db.query<{ found: number; added: number }>(
    `with chosen as materialized (
       select e.*, w.key as webhook_key from webhook w
        cross join ${eventsFor({
          all: '$6::text[]',
          after: '0',
          limit: '$5 + 1',
          onlyTypes: '($4::text[] is null or requested.type = any($4))',
          only: 'e.created_at >= $2 and e.created_at < $3',
        })} e
        where w.key = $1),
     added as (
       ${NEW_ATTEMPT} from chosen e
        where (select count(*) from chosen) <= $5
          and not exists (select from webhook_attempt p
                           where p.webhook_key = $1 and p.event_key = e.key and p.state = 'pending')
        order by e.position returning 1)
     select (select count(*) from chosen) as found, (select count(*) from added) as added`,
    [webhookKey, from, to, types ?? null, limit, EVENT_TYPES],
  )
  const { found, added } = rows[0]!
  if (found > limit) throw new AppError('too-large', describeProblem('replay-too-large', { limit }))
  await wakeServers(db)
  return added
}

async function wakeServers(db: Queryable): Promise<void> {
  await db.query(`select pg_notify('${EVENTS_CHANNEL}', '')`)
}
