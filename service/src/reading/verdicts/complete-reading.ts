import type { ReadRelated } from '../../accounting/apply/order-reading.js'

/** A complete reading of a 1C: what it covered, and when it began. */
export interface CompleteReading {
  integrationKey: number
  /** Its number, as rows that it saw have it. */
  reading: number
  startedAt: Date
  /** The orders placed from then to then are concluded from it; others keep what is known of them. */
  from: Date
  to: Date
  /** It covered every order that this 1C was ever sent. */
  whole: boolean
  /** Rights hide a part of the documents: nothing is missing because of it. */
  partial: boolean
  /** The day from which this 1C loads orders by its own settings, `2026-11-17`; null: not known. */
  startDate: string | null
  /** GUID of the one whose documents were read; null: none is another's. */
  organization: string | null
  /** What it could not read, because 1C does not publish it: of it what is known stays. */
  unread: readonly ReadRelated['type'][]
}
