import type { DescribedProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { HoldKind } from '../entries/hold-orders.js'
import type { BatchState } from './batch-states.js'

/** When a batch was opened and how many of its orders come before this one; undefined: not in it. */
export async function placeInBatch(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<{ openedAt: Date; before: number } | undefined> {
  const { rows } = await db.query<{ openedAt: Date; before: number }>(
    `select b.opened_at as "openedAt",
            (select count(*) from outbox_batch_item i
              where i.batch_id = b.id and (i.place, i.order_key) < (own.place, own.order_key)) as before
       from outbox_batch b join outbox_batch_item own on own.batch_id = b.id and own.order_key = $2
      where b.id = $1`,
    [batchId, orderKey],
  )
  return rows[0]
}

export type BatchNote = Pick<DescribedProblem, 'code' | 'message' | 'params'>

/** By session, notes on why its batches contained less than everything owed (quarantine/). */
export async function loadBatchNotes(
  db: Queryable,
  sessionIds: readonly number[],
): Promise<Map<number, BatchNote[]>> {
  const { rows } = await db.query<{ session: number; notes: BatchNote[][] }>(
    `select session_id as session, jsonb_agg(notes order by id) as notes from outbox_batch
      where session_id = any($1) and notes is not null group by session_id`,
    [sessionIds],
  )
  return new Map(rows.map(({ session, notes }) => [session, notes.flat()]))
}

export interface Offer {
  integrationKey: number
  revision: number
  cmlVersion: string | null
}

/** The revision of an order in a batch, and its integration; undefined if it is not in it. */
export async function loadOffer(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<Offer | undefined> {
  const { rows } = await db.query<Offer>(
    `select b.integration_key as "integrationKey", i.revision, s.cml_version as "cmlVersion"
       from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
       left join exchange_session s on s.id = b.session_id
      where i.batch_id = $1 and i.order_key = $2`,
    [batchId, orderKey],
  )
  return rows[0]
}

interface OnIntegration {
  integrationId: string
  integrationName: string
}

export interface OfferEvent extends OnIntegration {
  at: Date
  revision: number
  batchId: number
  exchangeId: number | null
  outcome: BatchState
  confirmedAt: Date | null
}

/** The stored batches that contained an order, newest first, without abandoned ones. */
export async function listOfferEvents(db: Queryable, orderKey: number, limit: number): Promise<OfferEvent[]> {
  const { rows } = await db.query<OfferEvent>(
    `select coalesce(b.sent_at, b.opened_at) as at, g.revision, coalesce(i.id, r.id) as "integrationId",
            coalesce(i.name, r.name) as "integrationName", b.id as "batchId",
            (select s.id from exchange_session s where s.id = b.session_id) as "exchangeId",
            b.state as outcome, b.confirmed_at as "confirmedAt"
       from outbox_batch_item g
       join outbox_batch b on b.id = g.batch_id
       left join integration i on i.key = b.integration_key
       left join removed_integration r on r.key = b.integration_key
      where g.order_key = $1 and b.state <> 'abandoned'
      order by g.batch_id desc limit $2`,
    [orderKey, limit],
  )
  return rows
}

/** When each 1C of the order's company, removed ones too, was first and last sent it. */
export async function listSendDates(
  db: Queryable,
  orderKey: number,
): Promise<(OnIntegration & { first: Date; last: Date })[]> {
  const { rows } = await db.query<OnIntegration & { first: Date; last: Date }>(
    `select e.first_sent_at as first, e.last_sent_at as last,
            b.id as "integrationId", b.name as "integrationName"
       from sale_order o
       join (select key, id, name, company_id from integration
              union all
             select key, id, name, company_id from removed_integration) b on b.company_id = o.company_id
       join outbox_entry e on e.integration_key = b.key and e.order_key = o.key
      where o.key = $1 and e.first_sent_at is not null`,
    [orderKey],
  )
  return rows
}

export interface HoldEvent extends OnIntegration {
  at: Date
  kind: 'held' | 'released'
  revision: number
  heldKind: HoldKind
  cause: 'person' | 'revision' | 'confirmed'
  reason: string
  code: string | null
  params: Record<string, unknown> | null
  by: string | null
}

export async function listHoldEvents(db: Queryable, orderKey: number, limit: number): Promise<HoldEvent[]> {
  const { rows } = await db.query<HoldEvent>(
    `select h.at, h.kind, h.revision, coalesce(i.id, r.id) as "integrationId",
            coalesce(i.name, r.name) as "integrationName", h.held_kind as "heldKind", h.cause,
            h.reason, h.code, h.params, h.by_name as by
       from hold_event h
       left join integration i on i.key = h.integration_key
       left join removed_integration r on r.key = h.integration_key
      where h.order_key = $1 order by h.id desc limit $2`,
    [orderKey, limit],
  )
  return rows
}
