/** What each type of event says; `data` of the feed and of webhooks. docs/platform.md describes them. */
export interface EventData {
  /** A 1C confirmed a revision of the order. */
  'order.exported': { revision: number; batch: number }
  /** 1C's document of the order is not as it was: the item of `GET /orders/{id}/accounting`, and which parts of it changed. */
  'order.accounting.updated': AccountingUpdate
  /** The order goes to this 1C no more until somebody or something releases it. */
  'order.held': HeldOrder
  'order.released': ReleasedOrder
  /** A document came from 1C that no order fits. */
  'document.unknown': UnknownDocument
  'catalogue.updated': CatalogueUpdate
  'integration.state.changed': IntegrationStateChange
  test: { message: string }
}

/** The accounting item is the room of accounting's own; here it only passes through. */
export interface AccountingUpdate {
  integrationId: string
  changed: string[]
  [field: string]: unknown
}

export interface HeldOrder {
  /** The revision that is not given out. */
  revision: number
  /** A code that stays the same, and the sentence for people. */
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
  /** As 1C wrote it: the number under which it believes to know the order. */
  number: string | null
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
  /** Lines whose link this update broke, because their item is gone. */
  brokenLinks: string[]
}

export interface IntegrationStateChange {
  state: string
  previousState: string | null
  /** Since when, ISO 8601. */
  since: string
  reason: string | null
}
