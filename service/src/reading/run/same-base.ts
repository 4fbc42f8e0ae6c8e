import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { ReadingError } from '../odata/failures.js'
import type { Source } from '../programs/program.js'
import type { NewestDocument } from '../reading.js'
import { isPublished, listByKey, type Reader } from './reader.js'

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

/** Throws ReadingError `older-copy` if 1C has none of the newest documents of a kind that it had before. */
export async function requireSameBase(reader: Reader): Promise<void> {
  const { program, progress, client } = reader
  const sources: Source<NewestDocument>[] = [program.documents, program.shipments]
  for (const source of sources) {
    const { set } = source
    const newest = (progress.known[set] ?? []).map(({ ref }) => ref)
    if (newest.length < PROOF || !isPublished(reader, set)) continue
    let isThere = (await listByKey(reader, source, newest)).length > 0
    // What is not shown may be hidden.
    if (isThere || progress.restricted.includes(set)) continue
    for (const ref of newest) isThere ||= (await client.entity(set, ref, 'Ref_Key')) !== undefined
    if (!isThere) throw new ReadingError('older-copy', { date: progress.known[set]![0]!.date })
  }
}

/** Throws ReadingError `older-copy` if a document is as it was before it changed. */
export function requireNoEarlierVersion(
  { version, number }: { version: string; number: string },
  earlier: readonly string[] | null,
): void {
  if (earlier?.includes(version)) throw new ReadingError('older-copy', { number })
}

/**
 * Throws ReadingError `older-copy` if several documents vanished since the last reading, all of which were loaded
 * after every one that is left: a copy loses what came last, people delete here and there. Then they are not
 * gone. A person who deletes just those is told so once 1C has loaded a later order.
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
