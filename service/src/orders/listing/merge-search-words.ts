import type { Queryable } from '../../db/database.js'

/** While orders keep coming, the words of new ones wait so long at most. */
const LONGEST_WAIT_MS = 30_000

/**
 * A step that merges the pending list of the search index (PostgreSQL, "GIN Fast Update Technique"), so that puts don't have to and
 * searches don't scan a long one. Call it every few seconds: it waits for a pause in the stream of new orders, and costs nothing
 * when no words are pending.
 */
export function mergeSearchWords(db: Queryable): () => Promise<false> {
  let lastKey: string | undefined
  let mergedAt = performance.now()
  return async () => {
    const { rows } = await db.query<{ key: string }>(
      "select pg_sequence_last_value(pg_get_serial_sequence('sale_order', 'key')::regclass)::text as key",
    )
    const key = rows[0]?.key
    const isPause = key === lastKey
    lastKey = key
    if (!isPause && performance.now() - mergedAt < LONGEST_WAIT_MS) return false
    await db.query("select gin_clean_pending_list('sale_order_search')")
    mergedAt = performance.now()
    return false
  }
}
