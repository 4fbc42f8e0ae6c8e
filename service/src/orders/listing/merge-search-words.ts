import type { Queryable } from '../../db/database.js'

/**
 * Merges the pending list of the search index (PostgreSQL, "GIN Fast Update Technique"), so that puts don't have to and searches don't
 * scan a long one. Costs nothing when no words are pending.
 */
export async function mergeSearchWords(db: Queryable): Promise<void> {
  await db.query("select gin_clean_pending_list('sale_order_search')")
}
