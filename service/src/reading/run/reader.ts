import type { Database } from '../../db/database.js'
import type { ODataClient } from '../odata/client.js'
import { isLacking, ReadingError } from '../odata/failures.js'
import { guid, type ODataQuery } from '../odata/query.js'
import type { HeaderRow, Program, Source } from '../programs/program.js'
import type { ReadingProgress } from '../reading.js'
import { readWindows, type Window } from './windows.js'

/** Keys of one call, so that its address stays short enough for every web server. */
export const KEYS_A_CALL = 20

/** One reading under way: what it reads from, and how far it is. */
export interface Reader {
  db: Database
  client: ODataClient
  program: Program
  integrationKey: number
  number: number
  timezone: string
  companyInn: string
  chosenOrganization: string | null
  progress: ReadingProgress
  /** Stores the progress, with the place from which the step goes on. */
  save(position?: string): Promise<void>
}

/**
 * A list of a set. If 1C hides rows from its user, those that it shows; then nothing may be called missing.
 */
export async function list<Row>(
  { client, progress }: Reader,
  source: Source<Row>,
  query: Omit<ODataQuery, 'select'>,
): Promise<Row[]> {
  const ask = (allowedOnly: boolean): Promise<Row[]> =>
    client.list(
      source.set,
      { select: source.select, ...query, ...(allowedOnly && { allowedOnly }) },
      source.row,
    )
  if (progress.restricted.includes(source.set)) return ask(true)
  try {
    return await ask(false)
  } catch (error) {
    if (!isNoRight(error)) throw error
    const rows = await ask(true)
    noteRestricted(progress, source.set)
    return rows
  }
}

/** The same, streamed: for what may be long. */
export async function* stream<Row>(
  { client, progress }: Reader,
  source: Source<Row>,
  query: Omit<ODataQuery, 'select'>,
): AsyncGenerator<Row[]> {
  const ask = (allowedOnly: boolean): AsyncIterable<Row[]> =>
    client.rows(
      source.set,
      { select: source.select, ...query, ...(allowedOnly && { allowedOnly }) },
      source.row,
    )
  if (!progress.restricted.includes(source.set))
    try {
      yield* ask(false)
      return
    } catch (error) {
      if (!isNoRight(error)) throw error
    }
  yield* ask(true)
  noteRestricted(progress, source.set)
}

function noteRestricted(progress: ReadingProgress, set: string): void {
  if (!progress.restricted.includes(set)) progress.restricted.push(set)
  progress.partial = true
}

/** What the reading covers of a set with dates, from where it was read to before. */
export const windowsOf = <Row>(
  reader: Reader,
  source: Source<Row>,
  from: string,
  filter?: string,
): AsyncGenerator<Window<Row>> =>
  readWindows(source, { from: from || reader.progress.from, to: reader.progress.to, filter }, query =>
    list(reader, source, query),
  )

/** The condition on its organization, if that is known. */
export const ofOrganization = ({ program, progress }: Reader): string | undefined =>
  progress.organization ? program.ofOrganization(progress.organization.id) : undefined

const isNoRight = (error: unknown): boolean => error instanceof ReadingError && error.code === 'no-right'

/** Objects of a set by their keys, few enough for one call. */
export const listByKey = <Row>(
  reader: Reader,
  source: Source<Row>,
  refs: readonly string[],
): Promise<Row[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : list(reader, source, { filter: refs.map(ref => `Ref_Key eq ${guid(ref)}`).join(' or ') })

/** Headers of documents of any kind, of those that are published. */
export async function headersOf(
  reader: Reader,
  documents: readonly { kind: string; ref: string }[],
): Promise<HeaderRow[]> {
  const { header, setOf } = reader.program
  const headers: HeaderRow[] = []
  for (const kind of new Set(documents.map(one => one.kind))) {
    const refs = documents.filter(one => one.kind === kind).map(({ ref }) => ref)
    const source = { ...header, set: setOf(kind) }
    await readIfPublished(reader, [source.set], async () => {
      headers.push(...(await listByKey(reader, source, refs)))
    })
  }
  return headers
}

export const isPublished = ({ progress }: Reader, ...sets: string[]): boolean =>
  !sets.some(set => progress.unpublished.includes(set))

/** Reads what a reading can do without: false if it has to. */
export async function readIfPublished(
  reader: Reader,
  sets: readonly string[],
  read: () => Promise<void>,
): Promise<boolean> {
  if (!isPublished(reader, ...sets)) return false
  try {
    await read()
    return true
  } catch (error) {
    const set = isLacking(error) ? String(error.params.set) : ''
    if (!sets.includes(set)) throw error
    reader.progress.unpublished.push(set)
    return false
  }
}

/** Of what is too long to be streamed, the rest is not read, and the reading says so: false. */
export async function readWhole(
  { progress }: Reader,
  { set }: Source<unknown>,
  read: () => Promise<void>,
): Promise<boolean> {
  try {
    await read()
    return true
  } catch (error) {
    if (!(error instanceof ReadingError && error.code === 'too-large')) throw error
    progress.cutOff.push(set)
    return false
  }
}
