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
    .sort(newestFirst)
    .slice(0, KEPT)
}

/** What is marked for deletion, or a draft, may be gone tomorrow. */
export const isPosted = ({ posted }: { posted: boolean }): boolean => posted

const newestFirst = (a: NewestDocument, b: NewestDocument): number => (a.date < b.date ? 1 : -1)

/**
 * Throws ReadingError `older-copy` if 1C has none of the newest documents that it had before, of one kind or
 * of all.
 */
export async function requireSameBase(reader: Reader): Promise<void> {
  const { program, progress, client } = reader
  const kinds: (NewestDocument & { set: string; isShown: boolean })[][] = []
  const sources: Source<NewestDocument>[] = [program.documents, program.payments, program.shipments]
  for (const source of sources) {
    const { set } = source
    const known = progress.known[set] ?? []
    if (known.length === 0 || !isPublished(reader, set)) continue
    const rows = await listByKey(
      reader,
      source,
      known.map(({ ref }) => ref),
    )
    // What is not shown may be hidden.
    if (progress.restricted.includes(set)) continue
    const shown = new Set(rows.map(({ ref }) => ref))
    kinds.push(known.map(each => ({ ...each, set, isShown: shown.has(each.ref) })))
  }
  for (const newest of [...kinds, kinds.flat().sort(newestFirst).slice(0, KEPT)]) {
    if (newest.length < PROOF || newest.some(({ isShown }) => isShown)) continue
    let isThere = false
    for (const { set, ref } of newest)
      if (!isThere) isThere = (await client.entity(set, ref, 'Ref_Key')) !== undefined
    if (!isThere) throw new ReadingError('older-copy', { date: newest[0]!.date })
  }
}

/** Throws ReadingError `older-copy` if a document is as it was before it changed. */
export function requireNoEarlierVersion(
  { version, number }: { version: string; number: string },
  earlier: readonly string[] | null,
): void {
  if (earlier?.includes(version)) throw new ReadingError('older-copy', { number })
}
