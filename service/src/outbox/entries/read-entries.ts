import type { Queryable } from '../../db/database.js'
import { COUNTED, heldEntries, isStillOffered, oldestOwed, owedSql, placeSql } from './entry-sql.js'

export interface StateCounts {
  /** Owed now; of these, `offered` are in the integration's latest batch, which waits for its success. */
  owed: number
  offered: number
  held: number
  confirmed: number
  owedSince: Date | null
}

/** Numbers of orders in each state, up to COUNTED, by integration key; confirmed ones by days' counts. */
export async function countStates(
  db: Queryable,
  integrationKeys: readonly number[],
): Promise<Map<number, StateCounts>> {
  const { rows } = await db.query<StateCounts & { key: number }>(
    `select k.key, owed.count as owed, owed.since as "owedSince",
            (select count(*) from (select from ${heldEntries('k.key')} h
                where h.held_since is not null limit ${COUNTED}) counted) as held,
            (select coalesce(sum(d.first_confirmed), 0)::int from exchange_day d
                where d.integration_key = k.key) as confirmed,
            (select count(*) from (select from outbox_batch b
               join outbox_batch_item i on i.batch_id = b.id
               join outbox_entry e on e.integration_key = k.key and e.order_key = i.order_key
                and e.pending_revision = i.revision and e.resend_count = i.resend_count
                and ${owedSql('e')}
              where b.id = (select max(l.id) from outbox_batch l where l.integration_key = k.key)
                and ${isStillOffered('b', 'e.owed_since')} limit ${COUNTED}) counted) as offered
       from unnest($1::int[]) as k(key)
      cross join lateral (
        select count(*) as count, min(e.owed_since) as since from ${oldestOwed('k.key')} e) owed`,
    [integrationKeys],
  )
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}

export interface QueueStatus {
  /** Orders owed to 1C bases, up to COUNTED; an order owed to two counts twice. */
  owed: number
  oldestOwedSince: Date | null
  openBatches: number
}

export async function queueStatus(db: Queryable): Promise<QueueStatus> {
  const { rows } = await db.query<QueueStatus>(
    `select least(coalesce(sum(count), 0), ${COUNTED})::int as owed, min(since) as "oldestOwedSince",
            (select count(*) from outbox_batch where state = 'open') as "openBatches"
       from integration i
      cross join lateral (
        select count(*) as count, min(owed_since) as since from ${oldestOwed('i.key')} e) owed`,
  )
  return rows[0]!
}

/** Orders held back at all integrations, up to COUNTED of each. */
export async function countHeldOrders(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ held: number }>(
    `select coalesce(sum(held.count), 0)::int as held
       from integration i
      cross join lateral (
        select count(*) as count from (select from ${heldEntries('i.key')} h
          where h.held_since is not null limit ${COUNTED}) counted) held`,
  )
  return rows[0]!.held
}

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

/** The next `limit` order keys of an integration's entries after a key, up to `upTo` (null: the last). */
export async function nextEntries(
  db: Queryable,
  integrationKey: number,
  { after, upTo }: { after: number; upTo: number | null },
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `select order_key as key from outbox_entry where integration_key = $1 and order_key > $2
        and order_key <= $3
      order by order_key limit $4`,
    [integrationKey, after, upTo ?? Number.MAX_SAFE_INTEGER, limit],
  )
  return rows.map(({ key }) => key)
}

/**
 * The `limit` newest owed order keys below `below`. "between" instead of "=": so PostgreSQL walks the index
 * outbox_entry_owed, and not all entries of the integration.
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
         where e.integration_key = $1 and ${owedSql('e')} and ${placeSql('e')} between place and place
             and e.order_key < $2
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
    `select from outbox_entry where integration_key = $1 and order_key = any($2)
        order by order_key for no key update`,
    [integrationKey, orderKeys],
  )
}
