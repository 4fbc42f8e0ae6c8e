import { REQUISITES, requisiteValue, WORDS } from '@obmen/codec'
import type { Queryable } from '../../db/database.js'
import { canonicalMoney, canonicalQuantity } from '../../orders/decimal.js'
import { mapLines } from '../../sale-feed/document/map-order.js'
import type { Feed } from '../../sale-feed/feed.js'
import { loadRevision } from '../../sale-feed/load-revision.js'
import type { SentLine } from './line-change.js'

/** The lines of a revision as they were sent to this 1C; undefined when the revision is no longer stored. */
export async function loadSentLines(
  db: Queryable,
  { integrationKey, orderKey, revision }: { integrationKey: number; orderKey: number; revision: number },
  feed: Feed,
): Promise<SentLine[] | undefined> {
  const found = await loadRevision(db, integrationKey, orderKey, revision)
  if (!found) return undefined
  const { order } = found
  return mapLines(found, feed).flatMap(({ lines }, index) =>
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
