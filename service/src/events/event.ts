import type { EventType } from '@obmen/contract'
import type { EventData } from './event-data.js'

/** Something that happened, as the feed and webhooks tell it. */
export interface StoredEvent {
  id: string
  /** Its place in the feed: grows, and nothing ever appears before a place that was read already. */
  position: number
  type: EventType
  createdAt: Date
  companyId: string | null
  integrationId: string | null
  orderId: string | null
  data: unknown
}

/**
 * An event to be recorded. Where it belongs is told by the short keys that rooms know: location and company follow from the
 * integration, else from the order; only what has neither names its location.
 */
export type NewEvent = { [Type in EventType]: { type: Type; data: EventData[Type] } }[EventType] & {
  integrationKey?: number | undefined
  orderKey?: number | undefined
  locationId?: string | undefined
  /** Told to this webhook alone. */
  webhookId?: string | undefined
}

/** Servers hear on this channel (NOTIFY) that something was recorded. */
export const EVENTS_CHANNEL = 'obmen_events'
