import { REQUISITES, requisiteValue, WORDS } from '@obmen/codec'
import type { Queryable } from '../../db/database.js'
import { canonicalMoney, canonicalQuantity } from '../../orders/decimal.js'
import type { OfferedOrder } from '../../orders/routing/offer-page.js'
import { mapLines } from '../../sale-feed/document/map-order.js'
import type { Feed } from '../../sale-feed/feed.js'
import { loadRevisions } from '../../sale-feed/load-revision.js'
import type { SentLine } from './line-change.js'

/** The lines of revisions as they were sent to this 1C; undefined for one that is no longer stored. */
export async function loadSentLines(
  db: Queryable,
  integrationKey: number,
  revisions: readonly { orderKey: number; revision: number }[],
  feed: Feed,
): Promise<(SentLine[] | undefined)[]> {
  const found = await loadRevisions(db, integrationKey, revisions)
  return found.map(offered => offered && linesOf(offered, feed))
}

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
