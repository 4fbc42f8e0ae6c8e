import type { Queryable } from '../db/database.js'
import { cutDocument, documentMarks } from './document-marks.js'
import { readPiece } from './read-body.js'

interface EntryRow {
  id: number
  content_type: string | null
  /** The order's documents before it in the batch. */
  rank: number
}

/**
 * The very `<Документ>…</Документ>` that went out for an order in a batch, from the journal; undefined when it isn't kept (any
 * more), or the batch did not hold the order. A batch is written in the order of its orders' keys, one document each: so the
 * piece is found by counting, and only that piece is read.
 */
export async function sentXmlOfOrder(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<string | undefined> {
  const { rows } = await db.query<EntryRow>(
    `select e.id, e.response_headers ->> 'content-type' as content_type,
            (select count(*) from outbox_batch_item before where before.batch_id = $1 and before.order_key < $2) as rank
       from journal_entry e
      where e.batch_id = $1 and exists (select from outbox_batch_item where batch_id = $1 and order_key = $2)
      order by e.id limit 1`,
    [batchId, orderKey],
  )
  const entry = rows[0]
  if (!entry) return undefined
  const { rows: pieces } = await db.query<{ piece: number; documents: number }>(
    `select piece, documents from journal_body where entry_id = $1 and side = 'response' order by piece`,
    [entry.id],
  )
  const contentType = entry.content_type ?? undefined
  let passed = 0
  for (const { piece, documents } of pieces) {
    if (entry.rank < passed + documents) {
      const bytes = await readPiece(db, entry.id, 'response', piece)
      const xml = bytes && cutDocument(bytes, entry.rank - passed, documentMarks(contentType))
      return (
        xml && new TextDecoder(/windows-1251/i.test(contentType ?? '') ? 'windows-1251' : 'utf-8').decode(xml)
      )
    }
    passed += documents
  }
  return undefined
}
