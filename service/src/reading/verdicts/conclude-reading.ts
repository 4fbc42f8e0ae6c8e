import type { Database } from '../../db/database.js'

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
}

/** Draws conclusions from a complete reading: how each order stands, and what is told of it. */
export async function concludeReading(_db: Database, _reading: CompleteReading): Promise<void> {}
