import { describeProblem, EVENT_TYPES, type EventType } from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import { deleteInSteps } from '../db/rows.js'
import { isUuid } from '../db/values.js'
import { invalidAt } from '../errors/app-error.js'
import type { StoredEvent } from './event.js'

export const EVENT_COLUMNS = `e.id, e.position, e.type, e.created_at as "createdAt",
  e.company_id as "companyId", e.integration_id as "integrationId", e.order_id as "orderId", e.data`

/** A page ends with the event that reaches so many stored bytes: 1C may report megabytes of one order. */
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

/** The next events of a location, all that are committed. @throws AppError invalid for an unknown `after` */
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
  throw invalidAt('/after', describeProblem('event-unknown'))
}

/** The highest position so far. Nobody has read further, unless the database was restored from a backup. */
async function lastPosition(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ position: number }>(
    'select case when is_called then last_value else last_value - 1 end as position from event_position',
  )
  return rows[0]!.position
}

/** Any number, the same on all servers: the lock of whoever assigns positions. */
const SEQUENCE_LOCK = 7_120_385_543
const ROWS_AT_ONCE = 1000

/**
 * Gives every committed event a position in the feed, in one transaction at a time: whoever has read up to a
 * position has read everything before it. Returns how many got one.
 */
export async function sequenceEvents(db: Database): Promise<number> {
  let assigned = 0
  for (;;) {
    const { rows } = await db.query<{ waiting: boolean }>(
      'select exists (select from event where position is null) as waiting',
    )
    if (!rows[0]!.waiting) return assigned
    const count = await db.transaction(assignPositions)
    assigned += count
    if (count < ROWS_AT_ONCE) return assigned
  }
}

async function assignPositions(tx: Queryable): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [SEQUENCE_LOCK])
  const { rowCount } = await tx.query(
    `with waiting as materialized (select key from event where position is null order by key limit $1),
     placed as materialized (select key, nextval('event_position') as position from waiting order by key)
     update event e set position = placed.position from placed where e.key = placed.key`,
    [ROWS_AT_ONCE],
  )
  return rowCount
}

export async function sweepEvents(db: Queryable, keepDays: number): Promise<number> {
  return deleteInSteps(
    db,
    `delete from event where key in (
       select key from (select key, created_at from event where position is not null
                         order by position limit $2) oldest
        where created_at < now() - make_interval(days => $1))`,
    [keepDays],
    ROWS_AT_ONCE,
  )
}
