import type { TimelineEvent } from '@obmen/contract/rest'

export type Offer = Extract<TimelineEvent, { kind: 'offered' }>

export function offerOfBatch(events: readonly TimelineEvent[], batchId: number): Offer | undefined {
  return events.find((event): event is Offer => event.kind === 'offered' && event.batchId === batchId)
}

export function offersTo(events: readonly TimelineEvent[], integrationId: string): Offer[] {
  return events.filter(
    (event): event is Offer => event.kind === 'offered' && event.integrationId === integrationId,
  )
}

/** What the integration was sent before: an earlier revision, else the same one; null: nothing. */
export function sentBefore(events: readonly TimelineEvent[], offer: Offer): Offer | null {
  const earlier = offersTo(events, offer.integrationId).filter(({ batchId }) => batchId < offer.batchId)
  return earlier.findLast(({ revision }) => revision < offer.revision) ?? earlier.at(-1) ?? null
}
