import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import type { ReportedLine } from '../reported-document.js'
import type { LineChange, SentLine } from './line-change.js'
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

/** A revision that a 1C may have, by the lines that it was sent. */
export interface HeldLines {
  revision: number
  lines: readonly SentLine[]
}

/**
 * What a 1C may have of its orders, by their keys: what it confirmed comes first. What was sent completely may have been loaded without a
 * success.
 */
export async function loadHeldLines(
  db: Queryable,
  integrationKey: number,
  orders: readonly ({ orderKey: number } & HeldRevisions)[],
  feed: Feed,
): Promise<ReadonlyMap<number, HeldLines[]>> {
  const requested = orders.flatMap(({ orderKey, confirmedRevision, sentRevision }) =>
    [...new Set([confirmedRevision, sentRevision ?? 0])]
      .filter(revision => revision > 0)
      .map(revision => ({ orderKey, revision })),
  )
  const sent = await loadSentLines(db, integrationKey, requested, feed)
  const held = new Map<number, HeldLines[]>()
  for (const [index, { orderKey, revision }] of requested.entries()) {
    const lines = sent[index]
    if (lines) held.set(orderKey, [...(held.get(orderKey) ?? []), { revision, lines }])
  }
  return held
}

/** Compares the lines that 1C reports with the revision that they resemble, else with the first. */
export function compareLines(held: readonly HeldLines[], reported: readonly ReportedLine[]): ComparedLines {
  const compared = held.map(({ revision, lines }) => ({
    basisRevision: revision,
    changes: matchLines(lines, reported),
  }))
  return (
    compared.find(({ changes }) => changes.length === 0) ??
    compared[0] ?? { basisRevision: null, changes: [] }
  )
}
