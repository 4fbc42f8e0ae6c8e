import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { placeInBatch } from '../../outbox/batches/read-batches.js'
import { documentTags, firstDocument, fromDocument } from '../record/document-tags.js'
import { readPiece } from './bodies.js'

interface EntryRow {
  id: number
  content_type: string | null
}

/**
 * The `<Документ>` that a batch sent for an order; undefined if it is not stored (any more). The chunk in
 * which it begins is found by counting documents, and nothing after its end is read.
 */
export async function sentXmlOfOrder(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<string | undefined> {
  const place = await placeInBatch(db, batchId, orderKey)
  if (!place) return undefined
  const day = dayOf(place.openedAt)
  const { rows } = await db.query<EntryRow>(
    `select e.id, e.response_headers ->> 'content-type' as content_type
       from journal_entry e
      where e.batch_id = $1 and e.id >= $2 and e.id < $3
      order by e.id limit 1`,
    [batchId, firstIdOf(day - 1), firstIdOf(day + 2)],
  )
  const entry = rows[0]
  if (!entry) return undefined
  const { rows: pieces } = await db.query<{ piece: number; documents: number }>(
    `select piece, documents from journal_body where entry_id = $1 and side = 'response' order by piece`,
    [entry.id],
  )
  const contentType = entry.content_type ?? undefined
  let index = place.before
  const first = pieces.findIndex(({ documents }) => {
    if (index < documents) return true
    index -= documents
    return false
  })
  const tags = documentTags(contentType)
  const read: Buffer[] = []
  // A long document continues in the chunks that follow.
  for (const { piece } of first < 0 ? [] : pieces.slice(first)) {
    const bytes = await readPiece(db, entry.id, 'response', piece)
    const begun = bytes && read.length === 0 ? fromDocument(bytes, index, tags) : bytes
    if (!begun) return undefined
    read.push(begun)
    if (!begun.includes(tags.closing)) continue
    const xml = firstDocument(Buffer.concat(read), tags)
    const encoding = /windows-1251/i.test(contentType ?? '') ? 'windows-1251' : 'utf-8'
    return xml && new TextDecoder(encoding).decode(xml)
  }
  return undefined
}
