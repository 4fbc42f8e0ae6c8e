import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import type { SaidLine } from '../said.js'
import type { LineChange } from './line-change.js'
import { loadSentLines } from './load-sent-lines.js'
import { matchLines } from './match-lines.js'

/** The revisions that a 1C may have: the highest that it confirmed, and the highest that was sent to it completely. */
export interface HeldRevisions {
  confirmedRevision: number
  sentRevision: number | null
}

export interface ComparedLines {
  /** The revision that the document is compared with; null: none is stored any more. */
  basisRevision: number | null
  changes: LineChange[]
}

/**
 * Compares the lines that 1C reports with those it was sent. What was sent completely may have been loaded without a success, so
 * the revision that the document resembles counts, else the one that 1C confirmed.
 */
export async function compareLines(
  db: Queryable,
  order: { integrationKey: number; orderKey: number } & HeldRevisions,
  lines: readonly SaidLine[],
  feed: Feed,
): Promise<ComparedLines> {
  const candidates = [...new Set([order.confirmedRevision, order.sentRevision ?? 0])].filter(
    revision => revision > 0,
  )
  let first: ComparedLines | undefined
  for (const revision of candidates) {
    const sent = await loadSentLines(db, { ...order, revision }, feed)
    if (!sent) continue
    const compared = { basisRevision: revision, changes: matchLines(sent, lines) }
    if (compared.changes.length === 0) return compared
    first ??= compared
  }
  return first ?? { basisRevision: null, changes: [] }
}
