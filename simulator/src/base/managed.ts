import type { LineOutcome } from '../result.js'

export interface ManagedPayment {
  guid: string
  number: string
  /** The base's wall clock, `2026-03-01T12:30:05`. */
  date: string
  amount: string
}

export interface ManagedShipment {
  guid: string
  number: string
  date: string
  lines: LineOutcome[]
}

/** What people in 1C have done with a loaded document. */
export interface ManagedDocument {
  /** The document's id in this base. */
  documentId: number
  guid: string
  posted: boolean
  canceled: boolean
  deleted: boolean
  /** Lines as people edited them, until the site's next change; undefined while unedited. */
  lines: { of: string; lines: LineOutcome[] } | undefined
  payments: ManagedPayment[]
  shipments: ManagedShipment[]
  /** Changed since the last upload that the site accepted. */
  waits: boolean
}
