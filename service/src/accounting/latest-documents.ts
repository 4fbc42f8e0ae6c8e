import type { Queryable } from '../db/database.js'

/** Which of these integrations have had a document from their 1C. */
export async function withDocuments(
  db: Queryable,
  integrationKeys: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await db.query<{ key: number }>(
    `select key from unnest($1::integer[]) key
      where exists (select from accounting_document d where d.integration_key = key)`,
    [integrationKeys],
  )
  return new Set(rows.map(({ key }) => key))
}
