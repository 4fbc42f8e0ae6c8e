import type { Queryable } from '../db/database.js'
import type { UploadLimits } from '../uploads/upload.js'

/** Limits of one integration's catalogue and its files: keys of the config. */
export type CatalogueLimits = UploadLimits & Record<'catalogueItemsLimit' | 'catalogueTextLimit', number>

const CATALOGUE_LOCK = 71_205

/** Serializes changes of an integration's catalogue: two of its files may be read at the same time. */
export async function lockCatalogue(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [CATALOGUE_LOCK, integrationKey])
}
