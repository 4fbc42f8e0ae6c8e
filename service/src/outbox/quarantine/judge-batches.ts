import type { Queryable } from '../../db/database.js'
import { mayBeRefusedSql } from '../../findings/write-findings.js'
import { orderIdSql } from './quarantine-orders.js'
import type { PackageOrder } from './search.js'

/** How many recent batches of an integration are examined; older ones have been superseded. */
const JUDGED_BATCHES = 20
/** A 1C may still be loading a package for so long. */
const LONGEST_LOAD_SECONDS = 30 * 60
/** Where exchanges are this far apart, a much shorter pause means one outside the schedule. */
const LONG_PAUSE_SECONDS = 300

export interface JudgedOrder extends PackageOrder {
  number: string | null
}

/** What a session got to the end and did not confirm, in the order in which it was sent. */
export interface JudgedPackage {
  failed: boolean
  orders: JudgedOrder[]
}

interface Batch {
  id: number
  sessionId: number
  failed: boolean
}

/**
 * Judges, oldest first and each once, what other sessions got and did not confirm (Q1). It failed if 1C comes
 * back `pauseSeconds` later and not much sooner than usual: else somebody may have started an exchange by
 * hand.
 */
export async function judgeBatches(
  tx: Queryable,
  of: { integrationKey: number; sessionId: number; pauseSeconds: number },
): Promise<JudgedPackage[]> {
  const { integrationKey, sessionId, pauseSeconds } = of
  const { rows } = await tx.query<Batch>(
    `with recent as materialized (
       select * from outbox_batch where integration_key = $1 order by id desc limit $4),
     usual as (
       select percentile_cont(0.5) within group (order by pause) as pause
         from (select extract(epoch from opened_at - lag(opened_at) over (order by id)) as pause
                 from (select distinct on (session_id) id, opened_at from recent
                     order by session_id, id) s) p)
     update outbox_batch b
        set verdict = case when age >= $3
                             and (age >= $5 or coalesce(usual.pause, 0) < $6 or age * 3 >= usual.pause)
                           then 'failed' else 'unknown' end
       from (select id, extract(epoch from now() - sent_at) as age from recent
              where state = 'sent' and verdict is null and session_id <> $2 and order_count > 0) r
       cross join usual
      where b.id = r.id and b.state = 'sent' and b.confirmed_through = 0
      returning b.id, b.session_id as "sessionId", b.verdict = 'failed' as failed`,
    [integrationKey, sessionId, pauseSeconds, JUDGED_BATCHES, LONGEST_LOAD_SECONDS, LONG_PAUSE_SECONDS],
  )
  const bySession = new Map<number, Batch[]>()
  for (const batch of rows.sort((a, b) => a.id - b.id))
    bySession.set(batch.sessionId, [...(bySession.get(batch.sessionId) ?? []), batch])
  const packages: JudgedPackage[] = []
  for (const batches of bySession.values()) {
    const batchIds = batches.map(({ id }) => id)
    const orders = await loadOrders(tx, integrationKey, batchIds)
    packages.push({ failed: batches.every(({ failed }) => failed), orders })
  }
  return packages
}

/**
 * The orders of these batches, as they were sent. An order that 1C already has is suspicious, one of an
 * earlier month more so, and most of all one that preflight expects 1C to refuse.
 */
async function loadOrders(
  tx: Queryable,
  integrationKey: number,
  batchIds: readonly number[],
): Promise<JudgedOrder[]> {
  const { rows } = await tx.query<JudgedOrder>(
    `select ${orderIdSql('i.order_key', 'i.revision', 'i.resend_count')} as id, i.number,
            (case when e.confirmed_at is null then 0 else 1 end + case when e.risky then 2 else 0 end
              + case when ${mayBeRefusedSql('$1', 'i.order_key')} then 4 else 0 end) as suspicion
       from (select * from outbox_batch_item where batch_id = any($2) order by batch_id, place,
           order_key offset 0) i
      cross join lateral (
        select x.confirmed_at, x.risky from outbox_entry x
         where x.integration_key = $1 and x.order_key = i.order_key) e
      order by i.batch_id, i.place, i.order_key`,
    [integrationKey, batchIds],
  )
  return rows
}
