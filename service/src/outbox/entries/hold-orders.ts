import type { Queryable } from '../../db/database.js'
import { storableJson } from '../../db/values.js'
import { recordEvents } from '../../events/record-events.js'

/** By a person, because preflight expects a refusal (finding), or because 1C refused it (quarantine). */
export type HoldKind = 'person' | 'finding' | 'quarantine'

export interface Hold {
  orderKey: number
  kind: HoldKind
  /** A stable code: `person`, `refused`, or that of a finding. */
  code: string
  /** What the reason is about, by name. */
  params?: Readonly<Record<string, unknown>> | undefined
  reason: string
  by?: string | undefined
}

const recordsOf = (holds: readonly (Hold & { revision?: number })[]): string =>
  storableJson(holds.map(({ orderKey, by, ...hold }) => ({ ...hold, order_key: orderKey, by_name: by })))

interface HeldRow {
  orderKey: number
  revision: number
  /** How it was held before; null: it was not. */
  before: HoldKind | null
}

/** A weaker kind never replaces a stronger one: what a person holds, only a person releases. */
const strengthOf = (kind: string): string =>
  `array_position(array['finding', 'quarantine', 'person'], ${kind})`

/**
 * Holds orders back (O9); returns those not held before, or for a weaker reason. An order without an entry
 * gets one. A finding holds only what is owed, unless a person released that revision. What 1C refused still
 * goes apart once released. Locks in the order of keys.
 */
export async function holdOrders(
  tx: Queryable,
  integrationKey: number,
  holds: readonly Hold[],
): Promise<number[]> {
  if (holds.length === 0) return []
  const { rows } = await tx.query<HeldRow>(
    `with h as materialized (
       select h.*, o.revision
         from json_to_recordset($2::json)
                as h(order_key bigint, kind text, code text, params jsonb, reason text, by_name text)
         join sale_order o on o.key = h.order_key),
     before as materialized (
       select h.order_key, e.held_kind
         from h cross join lateral (
           select x.held_kind from outbox_entry x
            where x.integration_key = $1 and x.order_key = h.order_key for update) e)
     insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision,
                                    held_kind, held_since, held_code, held_params, held_reason, held_by)
     -- The join makes PostgreSQL read held_kind before the update changes it.
     select $1, h.order_key, h.revision, 0, h.kind, now(), h.code, h.params, h.reason, h.by_name
       from h left join before on before.order_key = h.order_key order by h.order_key
     on conflict (integration_key, order_key) do update
        set held_kind = excluded.held_kind, held_since = coalesce(e.held_since, excluded.held_since),
            held_code = excluded.held_code, held_params = excluded.held_params,
            held_reason = excluded.held_reason, held_by = excluded.held_by, retry_at = null,
            on_trial = excluded.held_kind <> 'quarantine'
                       and (e.on_trial or e.held_kind is not distinct from 'quarantine')
      where (excluded.held_kind <> 'finding'
             or e.pending_revision > e.confirmed_revision
                and e.overruled_revision is distinct from e.latest_revision)
        and (e.held_kind is null or ${strengthOf('excluded.held_kind')} >= ${strengthOf('e.held_kind')})
     returning e.order_key as "orderKey", e.latest_revision as revision,
               (select held_kind from before b where b.order_key = e.order_key) as before`,
    [integrationKey, recordsOf(holds)],
  )
  const byKey = new Map(holds.map(hold => [hold.orderKey, hold]))
  const changed = rows.filter(
    ({ orderKey, before }) => before !== byKey.get(orderKey)!.kind || before === 'person',
  )
  await recordHolds(
    tx,
    integrationKey,
    changed.map(row => ({ ...byKey.get(row.orderKey)!, revision: row.revision })),
  )
  return changed.map(({ orderKey }) => orderKey)
}

const EVENT_BY = { person: 'person', finding: 'preflight', quarantine: 'quarantine' } as const

async function recordHolds(
  tx: Queryable,
  integrationKey: number,
  holds: readonly (Hold & { revision: number })[],
): Promise<void> {
  if (holds.length === 0) return
  await tx.query(
    `insert into hold_event
            (integration_key, order_key, kind, held_kind, revision, code, params, reason, by_name)
     select $1, h.order_key, 'held', h.kind, h.revision, h.code, h.params, h.reason, h.by_name
       from json_to_recordset($2::json)
              as h(order_key bigint, kind text, revision int, code text, params jsonb, reason text,
                   by_name text)`,
    [integrationKey, recordsOf(holds)],
  )
  await recordEvents(
    tx,
    holds.map(({ orderKey, kind, code, reason, revision }) => ({
      type: 'order.held' as const,
      integrationKey,
      orderKey,
      data: { revision, reasonCode: code, reason, by: EVENT_BY[kind] },
    })),
  )
}

export async function findHeld(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<Set<number>> {
  const { rows } = await tx.query<{ key: number }>(
    `select order_key as key from outbox_entry
      where integration_key = $1 and order_key = any ($2::bigint[]) and held_since is not null`,
    [integrationKey, orderKeys],
  )
  return new Set(rows.map(({ key }) => key))
}

/** Those of these orders that were held at most once since then: the present hold is not a later one. */
export async function filterHeldOnceSince(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
  since: Date,
): Promise<number[]> {
  const { rows } = await tx.query<{ key: number }>(
    `select key from unnest($2::bigint[]) key
      where (select count(*) from hold_event h
              where h.order_key = key and h.integration_key = $1 and h.kind = 'held' and h.at >= $3) <= 1`,
    [integrationKey, orderKeys, since],
  )
  return rows.map(({ key }) => key)
}
