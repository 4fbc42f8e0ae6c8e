import { ReadingError } from '../odata/failures.js'
import type { NewestDocument } from '../reading.js'
import type { Reader } from './reader.js'

/** Documents of a set by which a later reading knows the base again. */
const KEPT = 3
/** One alone may have been deleted by a person. */
const PROOF = 2

/** The newest documents of a set, with these. */
export function keepNewest(
  known: readonly NewestDocument[] | undefined,
  rows: readonly NewestDocument[],
): NewestDocument[] {
  const newest = new Map([...(known ?? []), ...rows].map(({ ref, date }) => [ref, date]))
  return [...newest]
    .map(([ref, date]) => ({ ref, date }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, KEPT)
}

/** Throws ReadingError `older-copy` if 1C has none of the newest documents of a set that it had before. */
export async function requireSameBase(
  { client, progress }: Reader,
  find: (refs: string[]) => Promise<unknown[]>,
  set: string,
): Promise<void> {
  const known = progress.known[set] ?? []
  if (known.length < PROOF || (await find(known.map(({ ref }) => ref))).length > 0) return
  for (const { ref } of known) if (await client.entity(set, ref, 'Ref_Key')) return
  throw new ReadingError('older-copy', { date: known[0]!.date })
}

/** Throws ReadingError `older-copy` if a document is as it was before it changed. */
export function requireNoEarlierVersion(
  { version, number }: { version: string; number: string },
  earlier: readonly string[] | null,
): void {
  if (earlier?.includes(version)) throw new ReadingError('older-copy', { number })
}
