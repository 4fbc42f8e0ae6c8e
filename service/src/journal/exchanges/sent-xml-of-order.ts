import type { Queryable } from '../../db/database.js'
import { dayOf, FIRST_ID_BY_DAY, firstIdOf } from '../../db/days.js'
import { placeInBatch } from '../../outbox/batches/read-batches.js'
import { documentTags, firstDocument, fromDocument } from '../record/document-tags.js'
import { readPiece } from './read-body.js'

interface EntryRow {
  id: number
  content_type: string | null
}

/**
 * The `<Документ>…</Документ>` that was sent for an order in a batch, from the journal; undefined if it is not stored (any more), or the
 * batch did not contain the order. A batch has one document per order, sorted by key, so the chunk in which the document begins is found
 * by counting, and nothing after its end is read.
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
      where e.batch_id = $1 and (e.id >= $2 and e.id < $3 or e.id < $4)
      order by e.id limit 1`,
    [batchId, firstIdOf(day - 1), firstIdOf(day + 2), FIRST_ID_BY_DAY],
  )
  const entry = rows[0]
  if (!entry) return undefined
  const { rows: pieces } = await db.query<{ piece: number; documents: number }>(
    `select piece, documents from journal_body where entry_id = $1 and side = 'response' order by piece`,
    [entry.id],
  )
  const contentType = entry.content_type ?? undefined
  let passed = 0
  for (const [at, { documents }] of pieces.entries()) {
    if (place.before < passed + documents) {
      const following = pieces.slice(at).map(({ piece }) => piece)
      const xml = await readDocument(db, entry.id, following, place.before - passed, contentType)
      return (
        xml && new TextDecoder(/windows-1251/i.test(contentType ?? '') ? 'windows-1251' : 'utf-8').decode(xml)
      )
    }
    passed += documents
  }
  return undefined
}

/** The document preceded by `index` others in the first of these pieces; a long one continues in those that follow. */
async function readDocument(
  db: Queryable,
  entryId: number,
  pieces: readonly number[],
  index: number,
  contentType: string | undefined,
): Promise<Buffer | undefined> {
  const tags = documentTags(contentType)
  const read: Buffer[] = []
  let isComplete = false
  for (const piece of pieces) {
    const bytes = await readPiece(db, entryId, 'response', piece)
    if (!bytes) return undefined
    const begun = read.length === 0 ? fromDocument(bytes, index, tags) : bytes
    if (!begun) return undefined
    read.push(begun)
    isComplete = begun.includes(tags.closing)
    if (isComplete) break
  }
  return isComplete ? firstDocument(Buffer.concat(read), tags) : undefined
}
