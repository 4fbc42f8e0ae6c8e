import type { Queryable } from '../../db/database.js'
import { owedSql } from './owed.js'

/** Which of these integrations are owed which of these orders now (O5). */
export async function listOwedPairs(
  db: Queryable,
  integrationKeys: readonly number[],
  orderKeys: readonly number[],
): Promise<{ orderKey: number; integrationKey: number }[]> {
  if (integrationKeys.length === 0 || orderKeys.length === 0) return []
  const { rows } = await db.query<{ orderKey: number; integrationKey: number }>(
    `select order_key as "orderKey", integration_key as "integrationKey" from outbox_entry e
      where integration_key = any($1) and order_key = any($2) and ${owedSql('e')}`,
    [integrationKeys, orderKeys],
  )
  return rows
}
