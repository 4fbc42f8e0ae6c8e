import type { Database } from '../../db/database.js'
import { UPLOAD_COLUMNS, type Upload } from '../upload.js'
import type { Waiting as TurnOf } from './reading-turns.js'

/** A server that does not renew its lease on a file for this long loses the file to another. */
export const LEASE_SECONDS = 15
/** How often to look for files to read; also the first pause after a failure. */
export const POLL_MS = 5000
/** Files that are looked up together. */
const UNREAD_AT_ONCE = 20
/** A file that could not be read holds up later ones for this long after it came, no longer: for as long as a database or a disk may fail. */
const HOLD_UP_HOURS = 24

/**
 * The file `e` goes before later ones of its integration and type until it is read or given up. The end is for one whose every try fails
 * without counting, while others can be read: not before its first try, nor while it is being read, by a dead server too until another
 * takes it over.
 */
const GOES_FIRST = `e.state = 'complete' and (e.reader is not null or e.reader_until is null
  or e.last_part_at > now() - interval '${HOLD_UP_HOURS} hours')`

/** The file `u` was being read by another process than `$2`, which died: whoever ends otherwise gives its files back. */
const READER_DIED = 'coalesce(u.reader <> $2 and u.reader_until < now(), false)'

/** How often reading the file `u` was tried in vain: also the file may have ended a reader that died. */
const TRIES = `u.tries + ${READER_DIED}::int`

/**
 * Nobody reads the file `u`, and the pause after its last try is over: none after a first reader that died, then as after a failure.
 * Unless `$3`, what another process than `$2` was reading is left to it.
 */
const IS_FREE = `(u.reader_until is null or ($3::boolean or u.reader is null or u.reader = $2) and u.reader_until + make_interval(secs =>
  case when ${READER_DIED} then ${POLL_MS / 1000} * (2 ^ u.tries - 1) else 0 end) < now())`

export interface Claimed extends Upload {
  /** How often reading it failed without saying why the file is unreadable, or ended with its reader. */
  tries: number
}

/** A complete file, and the one of its integration and type that is read before it. */
export interface Waiting extends TurnOf {
  earlier: number | null
  /** Some server reads the earlier one. */
  earlierRead: boolean
}

/** The file, if it is complete and has not been read; `reader` is who looks. */
export async function findWaiting(
  db: Database,
  uploadId: number,
  reader: string,
): Promise<Waiting | undefined> {
  const { rows } = await db.query<Waiting>(
    `select u.location_id as "locationId", u.integration_key as "integrationKey", u.type, u.content, u.size, ${TRIES} as tries, e.id as earlier, coalesce(e.taken, false) as "earlierRead"
       from upload u
       left join lateral (
         select e.id, e.reader is not null and e.reader_until >= now() as taken from upload e
          where e.integration_key = u.integration_key and e.type = u.type and e.id < u.id and ${GOES_FIRST}
          order by e.id desc limit 1) e on true
      where u.id = $1 and u.state = 'complete'`,
    [uploadId, reader],
  )
  return rows[0]
}

/** Takes the file for `reader` until its lease ends; undefined: it needs no reading, or can't be read now. */
export async function claim(
  db: Database,
  uploadId: number,
  reader: string,
  takesOver: boolean,
): Promise<Claimed | undefined> {
  const { rows } = await db.query<Claimed>(
    `update upload u set reader = $2, reader_until = now() + make_interval(secs => $4), tries = ${TRIES}
      where id = $1 and state = 'complete' and ${IS_FREE}
        and not exists (
          select from upload e
           where e.integration_key = u.integration_key and e.type = u.type and e.id < u.id and ${GOES_FIRST})
      returning ${UPLOAD_COLUMNS}, tries`,
    [uploadId, reader, takesOver, LEASE_SECONDS],
  )
  return rows[0]
}

/** Renews the lease; false: the file is another's. */
export async function prolong(db: Database, uploadId: number, reader: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update upload set reader_until = now() + make_interval(secs => $3) where id = $1 and reader = $2`,
    [uploadId, reader, LEASE_SECONDS],
  )
  return rowCount > 0
}

/** Gives the file back after `tries` tries that failed by its fault, the next after a pause; undefined: the server stops. */
export async function release(
  db: Database,
  upload: Claimed,
  reader: string,
  tries: number | undefined,
): Promise<void> {
  const pause = tries === undefined || tries === upload.tries ? 0 : (POLL_MS / 1000) * 2 ** (tries - 1)
  await db
    .query(
      `update upload set reader = null, tries = coalesce($3, tries),
              reader_until = case when $3::integer is not null then now() + make_interval(secs => $4) end
        where id = $1 and reader = $2`,
      [upload.id, reader, tries, pause],
    )
    .catch(() => undefined)
}

/**
 * Some of the complete files that nobody reads, `without` those of these ids: the earliest of each location and in it of each
 * integration, so that hundreds of one don't keep others waiting. With `takesOver`, here and in `claim`, also those whose reader seems to have died.
 */
export async function listUnread(
  db: Database,
  reader: string,
  takesOver: boolean,
  without: readonly number[],
): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from (
       select id, row_number() over (partition by location_id order by place, id) as turn from (
         select id, location_id, row_number() over (partition by integration_key, type order by id) as place from upload u
          where state = 'complete' and ${IS_FREE}
            and not exists (select from unnest($1::bigint[]) as w(id) where w.id = u.id)) u) u
      order by turn, id limit ${UNREAD_AT_ONCE}`,
    [without, reader, takesOver],
  )
  return rows.map(({ id }) => id)
}
