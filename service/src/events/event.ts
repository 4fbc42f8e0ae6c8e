import type { EventType } from '@obmen/contract'
import type { EventData } from '@obmen/contract/rest'

/** Something that happened, as the feed and webhooks show it. */
export interface StoredEvent {
  id: string
  /** Its position in the feed: increasing, and nothing is ever inserted before a position that was read. */
  position: number
  type: EventType
  createdAt: Date
  companyId: string | null
  integrationId: string | null
  orderId: string | null
  data: unknown
}

/**
 * An event to be recorded. Location and company follow from the integration, else from the order; only an
 * event with neither names its location.
 */
export type NewEvent = { [Type in EventType]: { type: Type; data: EventData[Type] } }[EventType] & {
  integrationKey?: number | undefined
  orderKey?: number | undefined
  /** Of an order that is not stored: its id, with the location. */
  orderId?: string | undefined
  locationId?: string | undefined
  webhookId?: string | undefined
}

/** The channel (NOTIFY) on which servers learn that events were recorded. */
export const EVENTS_CHANNEL = 'obmen_events'
