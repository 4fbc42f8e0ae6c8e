import type { EventType } from '@obmen/contract'

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
  locationId?: string | undefined
  webhookId?: string | undefined
}

/** The channel (NOTIFY) on which servers learn that events were recorded. */
export const EVENTS_CHANNEL = 'obmen_events'

/** `data` of each type of event, as the feed and webhooks show it. Described in docs/events.md. */
export interface EventData {
  'order.exported': { revision: number; batch: number }
  /** 1C's document of the order changed: the item of `GET /orders/{id}/accounting`, and which parts of it. */
  'order.accounting.updated': AccountingUpdate
  /** The order does not go to this 1C until it is released. */
  'order.held': HeldOrder
  'order.released': ReleasedOrder
  /** A paid order was put that no rule of any integration of its company takes. */
  'order.not-matching': { revision: number; status: string; gateways: readonly string[] }
  'document.unknown': UnknownDocument
  'catalogue.updated': CatalogueUpdate
  'integration.state.changed': IntegrationStateChange
  test: { message: string }
}

/** The item itself is defined in accounting/; here it only passes through. */
export interface AccountingUpdate {
  integrationId: string
  changed: string[]
  [field: string]: unknown
}

export interface HeldOrder {
  revision: number
  /** A stable code, and the sentence for people. */
  reasonCode: string
  reason: string
  by: 'preflight' | 'quarantine' | 'person'
}

export interface ReleasedOrder {
  revision: number
  by: 'revision' | 'retry' | 'person'
}

export interface UnknownDocument {
  documentId: string | null
  numberIn1c: string | null
  documentNumber: string | null
  documentDate: string | null
  reason: string
}

export interface CatalogueUpdate {
  /** True for a whole catalogue, false for changes only. */
  whole: boolean
  added: number
  changed: number
  gone: number
  /** Lines that lost their link with this update, because their item is gone. */
  brokenLinks: string[]
}

export interface IntegrationStateChange {
  state: string
  previousState: string | null
  since: string
  reason: string | null
}
