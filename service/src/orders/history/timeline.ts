import type { Queryable } from '../../db/database.js'
import type { Scope } from '../../db/scope.js'
import type { BatchState } from '../../outbox/batches/batch-states.js'
import { listHoldEvents, listOfferEvents, listSendDates } from '../../outbox/batches/read-batches.js'
import type { HoldKind } from '../../outbox/entries/hold-orders.js'
import { findOrder } from '../get-order.js'
import { type RevisionEvent, revisionEvents } from './revision-events.js'

/** Most revisions, and most offers, in a timeline. */
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
  | HoldTimelineEvent
  /** The first or last time that it was sent, if that batch is no longer stored. */
  | { kind: 'sent-before'; at: Date; which: 'first' | 'last'; integrationId: string; integrationName: string }

type HoldTimelineEvent = {
  at: Date
  revision: number
  integrationId: string
  integrationName: string
  heldKind: HoldKind
  by: string | null
} & (
  | {
      kind: 'held'
      reason: string
      code: string | null
      params: Record<string, unknown> | null
    }
  | { kind: 'released'; cause: 'person' | 'revision' | 'confirmed' }
)

/** Revisions of an order with what changed, what each 1C was sent and confirmed, and holds; oldest first. */
export async function timeline(db: Queryable, scope: Scope, id: string): Promise<TimelineEvent[]> {
  const { key } = await findOrder(db, scope, id)
  const offers = await offerEvents(db, key)
  const events = [
    ...(await revisionEvents(db, key, TIMELINE_LIMIT)),
    ...(await sentBefore(db, key, offers)),
    ...offers,
    ...(await holdEvents(db, key)),
  ]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime() || RANK[a.kind] - RANK[b.kind])
}

/** Sorts events of the same moment in the order in which they can happen. */
const RANK = {
  received: 0,
  changed: 1,
  'sent-before': 2,
  offered: 3,
  confirmed: 4,
  released: 5,
  held: 6,
} as const satisfies Record<TimelineEvent['kind'], number>

async function holdEvents(db: Queryable, key: number): Promise<TimelineEvent[]> {
  const holds = await listHoldEvents(db, key, TIMELINE_LIMIT)
  return holds.map(({ kind, cause, reason, code, params, ...event }) =>
    kind === 'held' ? { kind, reason, code, params, ...event } : { kind, cause, ...event },
  )
}

async function offerEvents(db: Queryable, key: number): Promise<TimelineEvent[]> {
  const offers = await listOfferEvents(db, key, TIMELINE_LIMIT)
  return offers.flatMap(({ outcome, confirmedAt, ...offer }): TimelineEvent[] => [
    { kind: 'offered', ...offer, outcome },
    ...(confirmedAt ? [{ kind: 'confirmed' as const, ...offer, at: confirmedAt }] : []),
  ])
}

/** When each 1C was first and last sent the order, if its batches are no longer stored. */
async function sentBefore(
  db: Queryable,
  key: number,
  offers: readonly TimelineEvent[],
): Promise<TimelineEvent[]> {
  const complete = offers.filter(({ kind }) => kind === 'offered').length < TIMELINE_LIMIT
  return (await listSendDates(db, key)).flatMap(({ first, last, ...integration }): TimelineEvent[] => {
    const isShown = (at: Date): boolean =>
      offers.some(
        offer =>
          offer.kind === 'offered' &&
          offer.integrationId === integration.integrationId &&
          offer.at.getTime() === at.getTime(),
      )
    const events: TimelineEvent[] = []
    if (!isShown(first) && complete)
      events.push({ kind: 'sent-before', at: first, which: 'first', ...integration })
    if (!isShown(last) && last > first)
      events.push({ kind: 'sent-before', at: last, which: 'last', ...integration })
    return events
  })
}
