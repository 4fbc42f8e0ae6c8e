import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import type { ReportedLine } from '../reported-document.js'
import type { LineChange, SentLine } from './line-change.js'
import { loadSentLines } from './load-sent-lines.js'
import { matchLines } from './match-lines.js'

/** The revisions that a 1C may have received: the highest that it confirmed, and the highest that was sent to it completely. */
export interface ReceivedRevisions {
  /** The one that its document is based on, if it has skipped all later ones; otherwise null. */
  keptRevision: number | null
  confirmedRevision: number
  sentRevision: number | null
}

export interface ComparedLines {
  /** The revision that the document is compared with; null: none is stored any more. */
  basisRevision: number | null
  changes: LineChange[]
}

/** A revision that a 1C's document may be based on, with its lines as they were sent. */
export interface BasisCandidate {
  revision: number
  lines: readonly SentLine[]
}

/**
 * The revisions that a 1C's documents may be based on, by order key, the most likely one first: the kept one, otherwise the confirmed
 * one. One that was sent completely counts, too: 1C may have loaded it without saying `success`.
 */
export async function loadBasisCandidates(
  db: Queryable,
  integrationKey: number,
  orders: readonly ({ orderKey: number } & ReceivedRevisions)[],
  feed: Feed,
): Promise<ReadonlyMap<number, BasisCandidate[]>> {
  const requested = orders.flatMap(({ orderKey, keptRevision, confirmedRevision, sentRevision }) =>
    [...new Set([keptRevision ?? 0, confirmedRevision, sentRevision ?? 0])]
      .filter(revision => revision > 0)
      .map(revision => ({ orderKey, revision })),
  )
  const sent = await loadSentLines(db, integrationKey, requested, feed)
  const candidates = new Map<number, BasisCandidate[]>()
  for (const [index, { orderKey, revision }] of requested.entries()) {
    const lines = sent[index]
    if (lines) candidates.set(orderKey, [...(candidates.get(orderKey) ?? []), { revision, lines }])
  }
  return candidates
}

/** Compares the lines that 1C reports with the candidate that they equal, else with the first. */
export function compareLines(
  held: readonly BasisCandidate[],
  reported: readonly ReportedLine[],
): ComparedLines {
  const compared = held.map(({ revision, lines }) => ({
    basisRevision: revision,
    changes: matchLines(lines, reported),
  }))
  return (
    compared.find(({ changes }) => changes.length === 0) ??
    compared[0] ?? { basisRevision: null, changes: [] }
  )
}
