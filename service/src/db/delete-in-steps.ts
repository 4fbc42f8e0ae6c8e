import type { Queryable } from './database.js'

/**
 * Runs a statement that deletes at most `$1` rows until fewer are left, so that nobody waits for long;
 * returns how many were deleted. `values` begin at `$2`.
 */
export async function deleteInSteps(
  db: Queryable,
  atOnce: number,
  statement: string,
  values: readonly unknown[] = [],
): Promise<number> {
  for (let deleted = 0; ; ) {
    const { rowCount } = await db.query(statement, [atOnce, ...values])
    deleted += rowCount
    if (rowCount < atOnce) return deleted
  }
}
