import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { ReadingError } from '../odata/failures.js'
import type { Source } from '../programs/program.js'
import type { NewestDocument } from '../reading.js'
import { listByKey, type Reader, readIfPublished } from './reader.js'

/*
 * What shows that this is an older copy of the base, from which nothing is concluded. Each sees what the others
 * don't, and each throws ReadingError `older-copy`:
 * - before anything is stored: the newest documents that were seen, of orders or not, are all gone. Newest are
 *   those of the latest dates, so documents dated ahead hide the loss of others;
 * - as documents come: one of an order is as it was before it changed;
 * - at the end: several orders lost all that they had, and these were the last that 1C loaded.
 * Who saves the connection again says that this is the base: then all that they go by is forgotten.
 */

/** Documents of a set by which a later reading knows the base again. */
const KEPT = 3
/** One alone may have been deleted by a person. */
const PROOF = 2

/** The newest documents of a set, with these. */
export function keepNewest(
  known: readonly NewestDocument[] | undefined,
  rows: readonly NewestDocument[],
): NewestDocument[] {
  return [...(known ?? []), ...rows]
    .map(({ ref, date }) => ({ ref, date }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, KEPT)
}

/** What is marked for deletion, or a draft, may be gone tomorrow. */
export const isPosted = ({ posted }: { posted: boolean }): boolean => posted

/** Of invoices, then of shipments: whether 1C has one of the newest. */
export async function requireSameBase(reader: Reader): Promise<void> {
  const { program, progress, client } = reader
  const sources: Source<NewestDocument>[] = [program.documents, program.shipments]
  for (const source of sources) {
    const { set } = source
    const newest = (progress.known[set] ?? []).map(({ ref }) => ref)
    if (newest.length < PROOF) continue
    // Of a reading that goes on, it may not be published any more.
    await readIfPublished(reader, [set], async () => {
      let isThere = (await listByKey(reader, source, newest)).length > 0
      // What is not shown may be hidden.
      if (isThere || progress.restricted.includes(set)) return
      for (const ref of newest) isThere ||= (await client.entity(set, ref, 'Ref_Key')) !== undefined
      if (!isThere) throw new ReadingError('older-copy')
    })
  }
}

export function requireNoEarlierVersion(
  { version, number }: { version: string; number: string },
  earlier: readonly string[] | null,
): void {
  if (earlier?.includes(version)) throw new ReadingError('older-copy', { number })
}

/**
 * A copy loses what came last, people delete here and there: then documents are not gone. A person who deletes
 * just those is told so once 1C has loaded a later order.
 */
export async function requireNoneLostTogether({ db, integrationKey, progress }: Reader): Promise<void> {
  if (Object.keys(progress.known).length === 0) return
  const { rows } = await db.query<{ number: string | null }>(
    `with known as (
       select d.order_key, d.ref, d.number, d.gone, e.first_sent_at,
              d.gone and not d.deleted and d.seen_at >= $2 as lost
         from read_document d join ${entryJoin('e', '$1', 'd.order_key')}
        where d.integration_key = $1 and d.number is not null),
     lost as (
       select * from known k
        where lost and not exists (select from known o where o.order_key = k.order_key and not o.gone))
     update read_document d set gone = false, reading = 0 from lost
      where d.integration_key = $1 and d.ref = lost.ref
        and (select count(distinct order_key) >= $3 from lost)
        and (select min(first_sent_at) from lost)
            > (select coalesce(max(first_sent_at), '-infinity') from known where not gone)
     returning lost.number`,
    [integrationKey, progress.startedAt, PROOF],
  )
  if (rows.length > 0) throw new ReadingError('older-copy', { number: rows[0]!.number ?? '' })
}
