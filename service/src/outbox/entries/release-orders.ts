import type { Queryable } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import { markStale } from '../../findings/recalculate.js'
import { owedSql } from './entry-sql.js'
import type { HoldKind } from './hold-orders.js'

export interface Release {
  orderKeys: readonly number[]
  /** Only holds of these kinds; absent: of any kind. */
  kinds?: readonly HoldKind[]
  /** person: on request. revision: a new one came. confirmed: the 1C accepted the order after all. */
  cause: 'person' | 'revision' | 'confirmed'
  by?: string | undefined
}

const EVENT_BY = { person: 'person', revision: 'revision', confirmed: 'retry' } as const

/**
 * Releases held orders (O9); returns what held them. One that 1C refused, or whose period is known to be
 * closed, goes apart until it is confirmed; one released in spite of a finding comes last. Only who releases
 * what preflight or 1C speaks against overrules preflight.
 */
export async function releaseOrders(
  tx: Queryable,
  integrationKey: number,
  { orderKeys, kinds = ['person', 'finding', 'quarantine'], cause, by }: Release,
): Promise<{ orderKey: number; was: HoldKind }[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await tx.query<{ orderKey: number; revision: number; was: HoldKind }>(
    `with held as materialized (
       select h.order_key, e.held_kind as was
         from (select unnest($2::bigint[]) as order_key order by 1) h
        cross join lateral (
          select x.held_kind from outbox_entry x
           where x.integration_key = $1 and x.order_key = h.order_key and x.held_kind = any($3)
             for update) e)
     update outbox_entry e
        set held_kind = null, held_since = null, held_code = null, held_params = null, held_reason = null,
            held_by = null, retry_at = null, retries = 0,
            overruled_revision = case when $4 = 'person' and held.was <> 'person' then e.latest_revision
                                      else e.overruled_revision end,
            risky = e.risky or held.was = 'finding' and $4 = 'person',
            on_trial = (e.on_trial or held.was = 'quarantine'
                        or $4 = 'person' and e.held_code is not distinct from 'closed-period-risk')
                       and $4 <> 'confirmed',
            owed_since = case when e.pending_revision > e.confirmed_revision then now()
                              else e.owed_since end
       from held
      where e.integration_key = $1 and e.order_key = held.order_key
      returning e.order_key as "orderKey", e.latest_revision as revision, held.was`,
    [integrationKey, orderKeys, kinds, cause],
  )
  if (rows.length === 0) return []
  await tx.query(
    `insert into hold_event (integration_key, order_key, kind, held_kind, cause, revision, by_name)
     select $1, h.order_key, 'released', h.was, $2, h.revision, $3
       from json_to_recordset($4::json) as h(order_key bigint, revision int, was text)`,
    [
      integrationKey,
      cause,
      by ?? null,
      JSON.stringify(rows.map(({ orderKey, revision, was }) => ({ order_key: orderKey, revision, was }))),
    ],
  )
  await recordEvents(
    tx,
    rows.map(({ orderKey, revision }) => ({
      type: 'order.released' as const,
      integrationKey,
      orderKey,
      data: { revision, by: EVENT_BY[cause] },
    })),
  )
  return rows
}

/** Order keys by integration, in the order in which entries are locked. */
export function byIntegration(
  pairs: readonly { integrationKey: number; orderKey: number }[],
): [integrationKey: number, orderKeys: number[]][] {
  const keys = new Map<number, number[]>()
  for (const { integrationKey, orderKey } of pairs)
    keys.set(integrationKey, [...(keys.get(integrationKey) ?? []), orderKey])
  return [...keys].sort(([a], [b]) => a - b)
}

/**
 * The integrations that are owed each of these orders now, by order key; orders that were never held are
 * left out. For callers that held or released orders after writing what is owed.
 */
export async function reloadOwed(
  tx: Queryable,
  integrationKeys: readonly number[],
  orderKeys: readonly number[],
): Promise<Map<number, number[]>> {
  const owed = new Map<number, number[]>()
  if (orderKeys.length === 0) return owed
  const { rows } = await tx.query<{ orderKey: number; integrationKey: number | null }>(
    `select h.order_key as "orderKey", e.integration_key as "integrationKey"
       from (select distinct order_key from hold_event where order_key = any($2)) h
       left join outbox_entry e
         on e.integration_key = any($1) and e.order_key = h.order_key and ${owedSql('e')}
      order by h.order_key, e.integration_key`,
    [integrationKeys, orderKeys],
  )
  for (const { orderKey, integrationKey } of rows) {
    const keys = owed.get(orderKey) ?? []
    if (integrationKey !== null) keys.push(integrationKey)
    owed.set(orderKey, keys)
  }
  return owed
}

/** A refusal reveals which period is closed in 1C: findings of risky orders are outdated then. */
export async function markRiskyOrdersStale(tx: Queryable, integrationKey: number): Promise<void> {
  const { rows } = await tx.query<{ key: number }>(
    `select order_key as key from outbox_entry e
      where integration_key = $1 and risky
        and (${owedSql('e')} or held_since is not null and held_kind <> 'quarantine'
            and pending_revision > confirmed_revision)`,
    [integrationKey],
  )
  const keys = rows.map(({ key }) => key)
  await markStale(tx, integrationKey, keys)
}
