import type { Queryable } from '../../db/database.js'
import { owedSql, placeSql } from './owed.js'

/** The next `limit` order keys of an integration's entries after the key `after`, up to `upTo` (null: up to the last one). */
export async function nextEntries(
  db: Queryable,
  integrationKey: number,
  { after, upTo }: { after: number; upTo: number | null },
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `select order_key as key from outbox_entry where integration_key = $1 and order_key > $2 and order_key <= $3
      order by order_key limit $4`,
    [integrationKey, after, upTo ?? Number.MAX_SAFE_INTEGER, limit],
  )
  return rows.map(({ key }) => key)
}

/**
 * The `limit` newest order keys below `below` of the entries that an integration is owed, the newest first. A range of one place instead of
 * an equal one: only the index outbox_entry_owed has that order, and PostgreSQL won't look for owed entries among all of the integration.
 */
export async function newestOwed(
  db: Queryable,
  integrationKey: number,
  below: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `select newest.order_key as key from generate_series(0, 3) place
      cross join lateral (
        select e.order_key from outbox_entry e
         where e.integration_key = $1 and ${owedSql('e')} and ${placeSql('e')} between place and place and e.order_key < $2
         order by ${placeSql('e')} desc, e.order_key desc limit $3) newest
      order by key desc limit $3`,
    [integrationKey, below, limit],
  )
  return rows.map(({ key }) => key)
}

/** Locks an integration's entries of these orders, in the order of their keys, until the transaction ends. */
export async function lockEntries(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<void> {
  await tx.query(
    `select from outbox_entry where integration_key = $1 and order_key = any($2) order by order_key for no key update`,
    [integrationKey, orderKeys],
  )
}
