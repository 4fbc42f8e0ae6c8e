import type { Queryable } from '../db/database.js'
import type { BatchState } from '../outbox/batch-states.js'
import { findOrder } from './find-order.js'
import { type RevisionEvent, revisionEvents } from './revision-events.js'

/** Newest revisions, and newest offers, that a timeline tells of. */
const TIMELINE_LIMIT = 100

interface OnIntegration {
  at: Date
  revision: number
  integrationId: string
  integrationName: string
  batchId: number
  /** The exchange session. */
  exchangeId: number | null
}

export type TimelineEvent =
  | RevisionEvent
  | ({ kind: 'offered'; outcome: BatchState } & OnIntegration)
  | ({ kind: 'confirmed' } & OnIntegration)

/** The way of an order: each revision with what changed, each time that a 1C was given it or confirmed it; oldest first. */
export async function timeline(db: Queryable, locationId: string, id: string): Promise<TimelineEvent[]> {
  const { key } = await findOrder(db, locationId, id)
  const events = [...(await revisionEvents(db, key, TIMELINE_LIMIT)), ...(await offerEvents(db, key))]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime() || RANK[a.kind] - RANK[b.kind])
}

/** What happened at the same moment stands in the order in which it can happen. */
const RANK = { received: 0, changed: 1, offered: 2, confirmed: 3 } as const satisfies Record<
  TimelineEvent['kind'],
  number
>

async function offerEvents(db: Queryable, key: number): Promise<TimelineEvent[]> {
  const { rows } = await db.query<OnIntegration & { outcome: BatchState; confirmedAt: Date | null }>(
    `select coalesce(b.sent_at, b.opened_at) as at, g.revision, coalesce(i.id, r.id) as "integrationId",
            coalesce(i.name, r.name) as "integrationName", b.id as "batchId", b.session_id as "exchangeId",
            b.state as outcome, b.confirmed_at as "confirmedAt"
       from outbox_batch_item g
       join outbox_batch b on b.id = g.batch_id
       left join integration i on i.key = b.integration_key
       left join removed_integration r on r.key = b.integration_key
      where g.order_key = $1
      order by g.batch_id desc limit $2`,
    [key, TIMELINE_LIMIT],
  )
  return rows.flatMap(({ outcome, confirmedAt, ...offer }): TimelineEvent[] => [
    { kind: 'offered', ...offer, outcome },
    ...(confirmedAt ? [{ kind: 'confirmed' as const, ...offer, at: confirmedAt }] : []),
  ])
}
