import type { Database } from '../../db/database.js'
import { UPLOAD_TEXTS as TEXTS } from '../texts.js'
import { UploadRefused } from '../upload.js'

/**
 * Deletes the bytes of the oldest files that were read, until `needed` more fit. What was read of them stays.
 * @throws UploadRefused
 */
export async function makeRoom(
  db: Database,
  integrationKey: number,
  needed: number,
  limit: number,
): Promise<void> {
  const kept = await db.query<{ bytes: number }>(
    'select coalesce(sum(kept_size), 0)::bigint as bytes from upload where integration_key = $1',
    [integrationKey],
  )
  let over = kept.rows[0]!.bytes + needed - limit
  while (over > 0) {
    const freed = await dropOldest(db, integrationKey)
    if (freed === undefined) throw new UploadRefused(TEXTS.noRoom(limit))
    over -= freed
  }
}

async function dropOldest(db: Database, integrationKey: number): Promise<number | undefined> {
  const { rows } = await db.query<{ freed: number }>(
    `with oldest as (
       select id, kept_size from upload
        where integration_key = $1 and state in ('done', 'failed') and kept_size > 0
        order by id limit 1 for update skip locked),
     gone as (delete from upload_piece p using oldest where p.upload_id = oldest.id)
     update upload u set kept_size = 0 from oldest where u.id = oldest.id returning oldest.kept_size as freed`,
    [integrationKey],
  )
  return rows[0]?.freed
}
