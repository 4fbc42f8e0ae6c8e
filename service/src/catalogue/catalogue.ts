import type { Queryable } from '../db/database.js'

/** Limits of one integration's catalogue. */
export interface CatalogueLimits {
  /** Items and characteristics. */
  items: number
  /** Characters of a name, an article and the like; longer ones are truncated. */
  textLength: number
  /** Prices, warehouses, groups and characteristics of one item; further ones are dropped. */
  listLength: number
}

const CATALOGUE_LOCK = 71_205

/** Serializes changes of an integration's catalogue: two of its files may be read at the same time. */
export async function lockCatalogue(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [CATALOGUE_LOCK, integrationKey])
}
