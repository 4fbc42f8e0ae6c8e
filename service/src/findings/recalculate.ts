import { addJob } from '../db/add-job.js'
import type { Queryable } from '../db/database.js'

/** Which orders of an integration need new findings. */
export interface FindingsRequest {
  /** Whether puts wait (`rules` is locked exclusively); else orders put meanwhile are inspected again. */
  putsWait: boolean
}

/**
 * Requests a recalculation of an integration's findings, in the transaction that changes what they depend
 * on. A running one ends, then returns to the orders it has passed. Owed orders are taken from the newest
 * on.
 */
export async function requestFindings(
  tx: Queryable,
  integrationKey: number,
  { putsWait }: FindingsRequest,
): Promise<void> {
  await tx.query(
    `insert into finding_recalculation as r (integration_key, last_key, owed_below)
     select $1, case when $2 then newest.key end, newest.key + 1
       from (select case when is_called then last_value else last_value - 1 end as key
               from sale_order_key_seq) newest
     on conflict (integration_key) do update
        set again_key = r.done_key, last_key = case when r.last_key is not null then excluded.last_key end,
            owed_below = excluded.owed_below`,
    [integrationKey, putsWait],
  )
  await addJob(tx, 'recalculate', { integrationKey })
}

/** Marks the findings of these orders as possibly outdated; they are recalculated within seconds. */
export async function markStale(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<void> {
  if (orderKeys.length === 0) return
  await tx.query(markStaleSql('$1', 'unnest($2::bigint[]) as m(order_key)'), [integrationKey, orderKeys])
}

/**
 * The same as SQL: `orders` is a relation `m` with `order_key`. An earlier mark that nobody is taking is
 * kept for this transaction's end, otherwise a new one is made. So marks wait for nobody, and none is taken
 * too early.
 */
export const markStaleSql = (integrationKey: string, orders: string): string => `
  insert into finding_stale (integration_key, order_key)
  select distinct ${integrationKey}::int, m.order_key from ${orders}
   where not exists (select from finding_stale s
                      where s.integration_key = ${integrationKey} and s.order_key = m.order_key
                        for key share skip locked)`

/** Locations that have marked orders. One look into the index for each integration: marks may be many. */
export async function listStaleLocations(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ locationId: string }>(
    `select distinct location_id as "locationId"
       from (select key, location_id from integration
              union all select key, location_id from removed_integration) i
      where exists (select from finding_stale s where s.integration_key = i.key limit 1)`,
  )
  return rows.map(({ locationId }) => locationId)
}

/**
 * Removes marks of up to `orders` orders that nobody has locked, with as many bytes in all their revisions,
 * but at least one; returns the orders, locked, to recalculate in this transaction.
 */
export async function takeStale(
  tx: Queryable,
  { locationId, orders, bytes }: { locationId: string | undefined; orders: number; bytes: number },
): Promise<{ integrationKey: number; key: number }[]> {
  const { rows } = await tx.query<{ integrationKey: number; key: number }>(
    `with marks as materialized (
       select s.integration_key, s.order_key, s.id, o.size
         from (select * from finding_stale
                where $1::uuid is null or integration_key = any (array(
                  select key from integration where location_id = $1
                   union all select key from removed_integration where location_id = $1))
                order by integration_key, order_key, id for update skip locked) s
        cross join lateral (
          select ${allRevisionsSize('o')} as size from sale_order o where o.key = s.order_key
           limit 1 for no key update skip locked) o
        limit $2),
     chosen as (
       select integration_key, order_key,
              sum(size) over (order by integration_key, order_key) - size as before
         from (select distinct integration_key, order_key, size from marks) m),
     taken as (
       delete from finding_stale s using marks m join chosen c using (integration_key, order_key)
        where c.before < $3 and s.integration_key = m.integration_key and s.order_key = m.order_key
          and s.id = m.id
       returning s.integration_key, s.order_key)
     select distinct integration_key as "integrationKey", order_key as key from taken order by 1, 2`,
    [locationId ?? null, orders, bytes],
  )
  return rows
}

/** SQL: bytes of an order in all its stored revisions. */
export const allRevisionsSize = (o: string): string =>
  `(${o}.content_size
    + coalesce((select sum(r.content_size) from order_revision r where r.order_key = ${o}.key), 0))`

/** Those of these orders that are marked, or not yet reached by a recalculation, by key. */
export async function findOutdated(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<number[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await tx.query<{ key: number }>(
    `select key from unnest($2::bigint[]) key
      where exists (select from finding_stale s where s.integration_key = $1 and s.order_key = key)
         or exists (select from finding_recalculation r
                     where r.integration_key = $1
                       and (key <= r.again_key or r.done_key < key and key <= coalesce(r.last_key, key)))
      order by key`,
    [integrationKey, orderKeys],
  )
  return rows.map(({ key }) => key)
}

/** How far the recalculation of an integration's findings has come. */
export interface FindingsProgress {
  /** Orders up to this key were come to, those up to `lastKey` will be (null: all). */
  doneKey: number
  lastKey: number | null
  /** Orders up to this key are come to once more after that. */
  againKey: number
  /** Owed orders with keys below this one are taken beside, the newest first; null: none are left. */
  owedBelow: number | null
}

/** Records a step up to a key, or of 'all' orders. Returns whether any are left. */
export async function recordFindingsStep(
  tx: Queryable,
  integrationKey: number,
  { lastKey, againKey }: FindingsProgress,
  { done, owedBelow }: { done: number | 'all'; owedBelow: number | null },
): Promise<boolean> {
  if (done === 'all' && againKey === 0) {
    await tx.query('delete from finding_recalculation where integration_key = $1', [integrationKey])
    return false
  }
  const range = done === 'all' ? [0, againKey, 0] : [done, lastKey, againKey]
  await tx.query(
    `update finding_recalculation set done_key = $2, last_key = $3, again_key = $4, owed_below = $5
      where integration_key = $1`,
    [integrationKey, ...range, owedBelow],
  )
  return true
}
