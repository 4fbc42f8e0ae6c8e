import { REQUISITES, requisiteValue, WORDS } from '@obmen/codec'
import type { LineChange } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { canonicalMoney, canonicalQuantity } from '../../orders/decimal.js'
import type { OfferedOrder } from '../../orders/routing/offer-page.js'
import { mapLines } from '../../sale-feed/document/map-order.js'
import type { Feed } from '../../sale-feed/feed.js'
import { loadFeed } from '../../sale-feed/feed.js'
import { loadRevision } from '../../sale-feed/load-revision.js'
import type { ReportedLine } from '../reported-document.js'
import { matchLines, type SentLine } from './match-lines.js'

/** The revisions of an order that a 1C may have received. */
export interface ReceivedRevisions {
  orderKey: number
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
 * The revisions that a 1C's document may be based on, the most likely one first: the kept one, otherwise the
 * confirmed one. One that was sent completely counts, too: 1C may have loaded it without saying `success`.
 */
export async function loadBasisCandidates(
  db: Queryable,
  integrationKey: number,
  { orderKey, keptRevision, confirmedRevision, sentRevision }: ReceivedRevisions,
  feed: Feed,
): Promise<BasisCandidate[]> {
  const revisions = new Set([keptRevision ?? 0, confirmedRevision, sentRevision ?? 0])
  const candidates: BasisCandidate[] = []
  for (const revision of revisions) {
    if (revision === 0) continue
    const found = await loadRevision(db, integrationKey, orderKey, revision)
    if (found) candidates.push({ revision, lines: linesOf(found, feed) })
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
  const same = compared.find(({ changes }) => changes.length === 0)
  return same ?? compared[0] ?? { basisRevision: null, changes: [] }
}

/** How reported lines differ from a revision as it would be sent now; undefined if it is not stored. */
export async function compareWithRevision(
  db: Queryable,
  of: { integrationKey: number; orderKey: number; revision: number },
  reported: readonly ReportedLine[],
): Promise<LineChange[] | undefined> {
  const loaded = await loadFeed(db, of.integrationKey)
  const found = loaded && (await loadRevision(db, of.integrationKey, of.orderKey, of.revision))
  return found && matchLines(linesOf(found, loaded.feed), reported)
}

/** The lines of a revision as they are sent to this 1C. */
function linesOf(offered: OfferedOrder, feed: Feed): SentLine[] {
  const { order } = offered
  return mapLines(offered, feed).flatMap(({ lines }, index) =>
    lines.map(
      (line): SentLine => ({
        lineId: order.lines[index]?.id ?? null,
        id: line.id!,
        article: line.article ?? null,
        name: line.name,
        kind: requisiteValue(line.requisites, REQUISITES.itemType) === WORDS.service ? 'service' : 'goods',
        quantity: canonicalQuantity(line.quantity!),
        price: canonicalMoney(line.price!),
        amount: canonicalMoney(line.amount!),
      }),
    ),
  )
}
