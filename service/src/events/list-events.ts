import { describeProblem, EVENT_TYPES, type EventType } from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import type { StoredEvent } from './event.js'
import { sequenceEvents } from './sequence-events.js'

export const EVENT_COLUMNS = `e.id, e.position, e.type, e.created_at as "createdAt", e.company_id as "companyId",
  e.integration_id as "integrationId", e.order_id as "orderId", e.data`

/** A page ends with the event that reaches this, in bytes as the database stores them: what a 1C tells of one order may be megabytes. */
const PAGE_BYTES = 256 * 1024

export interface EventSearch {
  locationId: string
  /** `next` of an earlier answer, or the id of an event; absent: from the oldest stored one. */
  after?: string | undefined
  types?: readonly EventType[] | undefined
  /** Events of a page at most; large ones make it shorter. */
  limit: number
}

/** Like a page, but `next` is always present, for reading on when more has happened. */
export interface EventPage {
  items: StoredEvent[]
  next: string
}

/** The next events of a location in order, including all committed so far. @throws AppError invalid for an unknown `after` */
export async function listEvents(db: Database, search: EventSearch): Promise<EventPage> {
  await sequenceEvents(db)
  const after = await positionOf(db, search)
  const { rows } = await db.query<StoredEvent>(
    `with page as materialized (
       select found.key, found.position from unnest($2::text[]) as requested(type)
        cross join lateral (
          select key, position from event e
           where e.location_id = $1 and e.type = requested.type and e.position > $3
           order by e.position limit $4) found
        order by found.position limit $4),
     sized as (
       select e.key, page.position,
              sum(pg_column_size(e.data)) over (order by page.position) - pg_column_size(e.data) as before
         from page join event e on e.key = page.key)
     select ${EVENT_COLUMNS} from sized join event e on e.key = sized.key
      where sized.before < $5 order by sized.position`,
    [search.locationId, search.types ?? EVENT_TYPES, after, search.limit, PAGE_BYTES],
  )
  return { items: rows, next: String(rows.at(-1)?.position ?? after) }
}

async function positionOf(db: Queryable, { after, locationId }: EventSearch): Promise<number> {
  if (after === undefined) return 0
  if (/^\d{1,15}$/.test(after)) {
    const position = Number(after)
    if (position <= (await lastPosition(db))) return position
  } else if (isUuid(after)) {
    const { rows } = await db.query<{ position: number }>(
      'select position from event where id = $1 and location_id = $2',
      [after, locationId],
    )
    if (rows[0]) return rows[0].position
  }
  throw new AppError('invalid', describeProblem('event-unknown'), {
    errors: [{ path: '/after', ...describeProblem('event-unknown') }],
  })
}

/** The highest position assigned so far. Nobody can have read further, unless the database was restored to an earlier state. */
async function lastPosition(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ position: number }>(
    'select case when is_called then last_value else last_value - 1 end as position from event_position',
  )
  return rows[0]!.position
}
