import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { deletePieces } from '../delete-pieces.js'
import { UploadRefused } from '../upload.js'

/**
 * Deletes the bytes of the oldest files that have been read, until all that are kept fit. What was read from them stays.
 * @throws UploadRefused
 */
export async function makeRoom(db: Database, integrationKey: number, limit: number): Promise<void> {
  const kept = await db.query<{ bytes: number }>(
    'select coalesce(sum(kept_size), 0)::bigint as bytes from upload where integration_key = $1 and kept_size > 0',
    [integrationKey],
  )
  let over = kept.rows[0]!.bytes - limit
  while (over > 0) {
    const freed = await deleteOldest(db, integrationKey)
    if (freed === undefined) throw new UploadRefused(describeProblem('no-room-for-files', { limit }))
    over -= freed
  }
}

async function deleteOldest(db: Database, integrationKey: number): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `select id from upload where integration_key = $1 and state in ('done', 'failed') and kept_size > 0 order by id limit 1`,
    [integrationKey],
  )
  const [oldest] = rows
  if (!oldest) return undefined
  await deletePieces(db, [oldest.id])
  const { rows: freed } = await db.query<{ freed: number }>(
    `with before as (select id, kept_size from upload where id = $1 for update)
     update upload u set kept_size = 0 from before where u.id = before.id returning before.kept_size as freed`,
    [oldest.id],
  )
  return freed[0]?.freed ?? 0
}
