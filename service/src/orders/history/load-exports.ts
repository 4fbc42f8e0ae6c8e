import { type ExportState, explainMismatch, type Mismatch, type ReconciliationState } from '@obmen/contract'
import type { OrderExport as ShownExport } from '@obmen/contract/rest'
import type { Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { WithTimes } from '../../db/rows.js'
import type { Scope } from '../../db/scope.js'
import { latestOffer } from '../../outbox/batches/batch-sql.js'
import { entryJoin, numberSql } from '../../outbox/entries/entry-sql.js'
import type { HoldKind } from '../../outbox/entries/hold-orders.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { findOrder } from '../get-order.js'
import { matchFacts, mismatchOf, type RuleFacts } from '../routing/rules.js'

/** Why an order is held back from a 1C. */
export interface ExportHold {
  kind: HoldKind
  /** The cause: `person`, `refused`, or the code of a finding. */
  code: string | null
  params: Record<string, unknown> | null
  since: Date
  reason: string
  /** Name of the person or token. */
  by: string | null
  /** From when on it is tried again, if its 1C refused it. */
  retryAt: Date | null
}

/** What one integration of an order's company has of it. */
export type OrderExport = WithTimes<
  Omit<ShownExport, `held${string}` | 'retryAt'>,
  'owedSince' | 'offeredAt' | 'confirmedAt'
> & {
  numberIn1c: string
  /** Since when it has been in this state, if known. */
  at: Date | null
  hold: ExportHold | null
}

interface Row {
  heldKind: HoldKind | null
  heldCode: string | null
  heldSince: Date
  heldReason: string
  heldParams: Record<string, unknown> | null
  heldBy: string | null
  retryAt: Date | null
  orderKey: number
  numberIn1c: string
  canceled: boolean
  timezone: string
  integrationKey: number
  integrationId: string
  integrationName: string
  pendingRevision: number
  confirmedRevision: number
  resendCount: number
  owedSince: Date | null
  confirmedAt: Date | null
  lastSentAt: Date | null
  loaded: boolean | null
  reconciliation: ReconciliationState | null
  /** Of the latest batch that contains the order, if that is open or sent. */
  offer: { at: string; revision: number; resendCount: number } | null
}

/** Rules and gateways that a reason lists; it counts the others. */
const MOST_LISTED = 10
/** UTF-16 units of the reasons of one answer, beyond which a reason lists only one rule and one gateway. */
const LISTED_LENGTH = 1_000_000

/** What each integration of an order's company has of it. AppError `not-found`. */
export async function orderExports(db: Queryable, scope: Scope, id: string): Promise<OrderExport[]> {
  const { key } = await findOrder(db, scope, id)
  return (await loadExports(db, [key])).get(key) ?? []
}

/** By order key, what each integration of the order's company has of it, oldest integration first. */
export async function loadExports(
  db: Queryable,
  orderKeys: readonly number[],
): Promise<Map<number, OrderExport[]>> {
  const { rows } = await db.query<Row>(
    `select o.key as "orderKey",
      ${numberSql('e.sent_number', 'i.key', 'o.key', 'o.sequence_number')} as "numberIn1c",
            o.canceled, l.timezone,
            i.key as "integrationKey", i.id as "integrationId", i.name as "integrationName",
            coalesce(e.pending_revision, 0) as "pendingRevision",
            coalesce(e.confirmed_revision, 0) as "confirmedRevision", coalesce(e.resend_count,
              0) as "resendCount",
            e.owed_since as "owedSince", e.confirmed_at as "confirmedAt", e.last_sent_at as "lastSentAt",
            e.held_kind as "heldKind", e.held_code as "heldCode", e.held_since as "heldSince",
              e.held_reason as "heldReason", e.held_params as "heldParams", e.held_by as "heldBy",
              e.retry_at as "retryAt",
            ${latestOffer('i.key', 'o.key', 'e.owed_since')} as offer, ${loadedSql('e', 'c')} as loaded, c.state as reconciliation
       from sale_order o
       join location l on l.id = o.location_id
       join integration i on i.company_id = o.company_id
       left join ${entryJoin('e', 'i.key', 'o.key')}
       left join reconciliation c on c.integration_key = i.key and c.order_key = o.key
      where o.key = any($1)
      order by o.key, i.key`,
    [orderKeys],
  )
  const mismatches = await findMismatches(
    db,
    rows.filter(row => stateOf(row) === 'not-matching'),
  )
  const exports = new Map<number, OrderExport[]>(orderKeys.map(key => [key, []]))
  for (const row of rows) exports.get(row.orderKey)!.push(toExport(row, mismatches.get(row) ?? null))
  return exports
}

/**
 * Whether the 1C of the entry `e` has loaded what it was sent and did not confirm, by its reconciliation `c`;
 * null: it confirmed that, or was not read since.
 */
export const loadedSql = (e: string, c: string): string => `(
  case when ${e}.pending_revision > ${e}.confirmed_revision and ${e}.sent_revision > ${e}.confirmed_revision
            and ${e}.last_sent_at >= ${e}.owed_since and ${c}.seen_at > ${e}.last_sent_at
       then case when ${c}.loaded_revision is not null then ${c}.loaded_revision >= ${e}.sent_revision
                 when ${c}.state = 'unknown' and ${c}.next_state is null and ${e}.confirmed_at is null
                 then false end end)`

type Explained = { mismatch: Mismatch; reason: string }

/** Orders and settings are loaded apart: `rows` would repeat each for each of the others. */
async function findMismatches(db: Queryable, rows: readonly Row[]): Promise<Map<Row, Explained>> {
  const found = new Map<Row, Explained>()
  if (rows.length === 0) return found
  const orders = await db.query<RuleFacts & { key: number }>(
    `select key, status, gateways, (extract(epoch from placed_at) * 1000)::float8 as "placedAt"
      from sale_order where key = any($1)`,
    [[...new Set(rows.map(row => row.orderKey))]],
  )
  const integrations = await db.query<{ key: number; settings: Settings }>(
    'select key, settings from integration where key = any($1)',
    [[...new Set(rows.map(row => row.integrationKey))]],
  )
  const facts = new Map(orders.rows.map(order => [order.key, order]))
  const settings = new Map(integrations.rows.map(({ key, settings }) => [key, settings]))
  const rest = yieldBetweenSteps()
  let length = 0
  for (const row of rows) {
    await rest()
    const order = facts.get(row.orderKey)!
    const rules = settings.get(row.integrationKey)
    // Else it was removed meanwhile.
    const mismatch: Mismatch =
      !rules || matchFacts(order, rules, row.timezone).matches
        ? { code: row.canceled ? 'canceled-first' : 'recalculating' }
        : mismatchOf(order, rules, row.timezone, length < LISTED_LENGTH ? MOST_LISTED : 1)
    const reason = explainMismatch(mismatch, 'ru')
    length += reason.length
    found.set(row, { mismatch, reason })
  }
  return found
}

function toExport(row: Row, why: Explained | null): OrderExport {
  const state = stateOf(row)
  const offeredAt = row.offer ? new Date(row.offer.at) : row.lastSentAt
  return {
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    state,
    pendingRevision: row.pendingRevision,
    confirmedRevision: row.confirmedRevision,
    numberIn1c: row.numberIn1c,
    owedSince: isOwed(row) ? row.owedSince : null,
    hold: row.heldKind && {
      kind: row.heldKind,
      code: row.heldCode,
      params: row.heldParams,
      since: row.heldSince,
      reason: row.heldReason,
      by: row.heldBy,
      retryAt: row.retryAt,
    },
    offeredAt,
    confirmedAt: row.confirmedAt,
    loaded: row.loaded,
    reconciliation: row.reconciliation,
    at:
      state === 'held'
        ? row.heldSince
        : state === 'confirmed'
          ? row.confirmedAt
          : state === 'offered'
            ? offeredAt
            : isOwed(row)
              ? row.owedSince
              : null,
    reason: state === 'held' ? row.heldReason : (why?.reason ?? null),
    mismatch: why?.mismatch ?? null,
  }
}

function isOwed(row: Row): boolean {
  return row.pendingRevision > row.confirmedRevision
}

function stateOf(row: Row): ExportState {
  const { offer } = row
  if (row.heldKind) return 'held'
  if (!isOwed(row)) return row.confirmedAt ? 'confirmed' : 'not-matching'
  if (offer && offer.revision === row.pendingRevision && offer.resendCount === row.resendCount)
    return 'offered'
  return row.confirmedRevision > 0 ? 'changed' : 'owed'
}
