import { describeProblem } from '@obmen/contract'
import { addJob } from '../../db/add-job.js'
import type { Database, Queryable } from '../../db/database.js'
import { deleteUploads, makeRoom } from '../delete-uploads.js'
import {
  comparedName,
  READ_JOBS,
  storedName,
  type UploadContent,
  type UploadLimits,
  UploadRefused,
  type UploadType,
} from '../upload.js'

/** Files of one session. */
const MOST_FILES = 20_000

export interface IncomingPart {
  integrationKey: number
  locationId: string
  sessionId: number
  type: UploadType
  name: string
  body: AsyncIterable<Uint8Array>
}

/** A part that is coming, and the file that it belongs to. */
export interface OpenPart {
  uploadId: number
  part: number
  size: number
  head: Buffer
  tail: Buffer
  /** Of a file without a part yet: the file before it in the session, if it has the same name. */
  previous?: PreviousFile | undefined
}

export interface PreviousFile {
  uploadId: number
  content: UploadContent
  /** Its last part, if it is not its only one. */
  lastPart: { size: number; hash: Buffer } | undefined
}

/**
 * Finds the file of the part, or begins one. A new name completes the files that came before, except those of
 * a catalogue of which nothing has come yet: they count as coming until completeQuiet notes their end.
 */
export async function openPart(
  db: Database,
  incoming: IncomingPart,
  limits: UploadLimits,
): Promise<OpenPart> {
  const { integrationKey, locationId, sessionId, type } = incoming
  const name = storedName(incoming.name)
  await makeRoom(db, integrationKey, limits.uploadKeepBytes)
  const { empty, ...open } = await db.transaction(async tx => {
    await lockSessionFiles(tx, sessionId)
    const { rows } = await tx.query<OpenPart & { name: string; type: UploadType }>(
      `select id as "uploadId", name, type, next_part as part, size, head, tail
         from upload where session_id = $1 and state = 'receiving' order by id for update`,
      [sessionId],
    )
    const same = rows.find(row => row.type === type && comparedName(row.name) === comparedName(name))
    const others = rows.filter(row => row !== same && (row.size > 0 || row.type !== 'catalog'))
    const empty = await completeFiles(
      tx,
      others.map(({ uploadId }) => uploadId),
    )
    if (same) {
      await tx.query('update upload set next_part = next_part + 1, last_part_at = now() where id = $1', [
        same.uploadId,
      ])
      // Without a part yet, it may have begun with a repeated one that has not come to its end.
      const previous = same.size === 0 ? await findPrevious(tx, incoming, same.uploadId) : undefined
      return { ...same, empty, previous }
    }
    const counted = await tx.query<{ files: number }>(
      'select count(*)::int as files from upload where session_id = $1',
      [sessionId],
    )
    if (counted.rows[0]!.files >= MOST_FILES)
      throw new UploadRefused(describeProblem('too-many-files', { limit: MOST_FILES }))
    const fresh = await tx.query<{ id: number }>(
      `insert into upload (integration_key, location_id, session_id, type, name, next_part)
       values ($1, $2, $3, $4, $5, 2) returning id`,
      [integrationKey, locationId, sessionId, type, name],
    )
    const none = Buffer.alloc(0)
    const { id: uploadId } = fresh.rows[0]!
    const previous = await findPrevious(tx, incoming, uploadId)
    return { uploadId, part: 1, size: 0, head: none, tail: none, empty, previous }
  })
  await deleteUploads(db, empty).catch(() => undefined)
  return open
}

/** The session's file before this one, if it has the same name. */
async function findPrevious(
  tx: Queryable,
  { sessionId, type, name }: IncomingPart,
  uploadId: number,
): Promise<PreviousFile | undefined> {
  const { rows } = await tx.query<{
    id: number
    name: string
    type: UploadType
    content: UploadContent
    size: number | null
    hash: Buffer | null
  }>(
    `select u.id, u.name, u.type, u.content, p.size, p.hash
       from upload u
       left join lateral (select size, hash from upload_part
                           where upload_id = u.id order by part desc limit 1) p
              on p.size < u.size
      where u.session_id = $1 and u.id < $2 and u.size > 0 order by u.id desc limit 1`,
    [sessionId, uploadId],
  )
  const [last] = rows
  if (last?.type !== type || comparedName(last.name) !== comparedName(name)) return undefined
  const { id, content, size, hash } = last
  return { uploadId: id, content, lastPart: size !== null && hash ? { size, hash } : undefined }
}

/**
 * Marks files as complete, and has them read; those without a part as done. Returns the latter, to be deleted
 * in several statements once that is committed; otherwise the sweep deletes them.
 */
export async function completeFiles(tx: Queryable, uploadIds: readonly number[]): Promise<number[]> {
  if (uploadIds.length === 0) return []
  const { rows } = await tx.query<{ id: number; size: number; integrationKey: number; type: UploadType }>(
    `update upload set state = case when size > 0 then 'complete' else 'done' end
      where id = any($1::bigint[]) and state = 'receiving'
      returning id, size, type, integration_key as "integrationKey"`,
    [uploadIds],
  )
  const complete = rows.filter(({ size }) => size > 0)
  const jobs = new Map(complete.map(row => [`${row.integrationKey} ${row.type}`, row]))
  for (const { type, integrationKey } of jobs.values()) await addJob(tx, READ_JOBS[type], { integrationKey })
  return rows.filter(({ size }) => size === 0).map(({ id }) => id)
}

/**
 * Completes files without a new part for so long: their session is presumed over. Of a catalogue, those of
 * which nothing came are noted before, while they still count as coming: their server may have been killed.
 * `noteLost` gets their integration, and never throws.
 */
export async function completeQuiet(
  db: Database,
  quietMinutes: number,
  noteLost: (integrationKey: number) => Promise<void>,
): Promise<void> {
  // One of each integration: more of them would wait for the same lock.
  const { rows: lost } = await db.query<{ id: number; integrationKey: number }>(
    `select distinct on (integration_key) id, integration_key as "integrationKey" from upload
      where state = 'receiving' and last_part_at < now() - make_interval(mins => $1)
        and type = 'catalog' and size = 0
      order by integration_key, id limit 100`,
    [quietMinutes],
  )
  await Promise.all(lost.map(({ integrationKey }) => noteLost(integrationKey)))
  const empty = await db.transaction(async tx => {
    // Locked, so that no part noted meanwhile is lost; a row locked by another is of a file still coming.
    const quiet = await tx.query<{ id: number }>(
      `select id from upload
        where state = 'receiving' and last_part_at < now() - make_interval(mins => $1)
          and (type <> 'catalog' or size > 0 or id = any($2::bigint[]))
        limit 100 for update skip locked`,
      [quietMinutes, lost.map(({ id }) => id)],
    )
    return await completeFiles(
      tx,
      quiet.rows.map(({ id }) => id),
    )
  })
  await deleteUploads(db, empty)
}

/** One call at a time decides which file of a session a part belongs to. */
export async function lockSessionFiles(tx: Queryable, sessionId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)', [
    SESSION_LOCK,
    sessionId,
  ])
}

const SESSION_LOCK = 71_203
