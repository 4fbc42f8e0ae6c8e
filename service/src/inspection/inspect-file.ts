import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { describeProblem } from '@obmen/contract'
import type { InspectedFile as ShownFile } from '@obmen/contract/rest'
import yauzl from 'yauzl'
import { parseDocuments } from '../accounting/reading/parse-documents.js'
import type { CatalogueLimits } from '../catalogue/catalogue.js'
import type { CatalogueChanges, CatalogueComparison } from '../catalogue/inspection/catalogue-comparison.js'
import { inspectCatalogue } from '../catalogue/inspection/inspect-catalogue.js'
import { detectContent, MARGIN } from '../uploads/content/detect-content.js'
import { accompaniesCatalogue, detectFileKind, KIND_MARGIN } from '../uploads/content/file-kind.js'
import { openArchive } from '../uploads/content/open-archive.js'
import { explainUnreadable } from '../uploads/processing/read-upload.js'
import { UploadRefused } from '../uploads/upload.js'

/** A file, or one in an archive. Of its documents it may contain fewer than it counts. */
export type InspectedFile<Shown> = Omit<ShownFile, 'documents'> & { documents: Shown[] }

export interface InspectedFiles<Shown> {
  files: InspectedFile<Shown>[]
  /** What the catalogue files would change; null if there are none or they are not compared. */
  changes: CatalogueChanges | null
}

export interface InspectOptions<Shown> {
  limits: CatalogueLimits
  /** Name of the file in refusals. */
  name: string
  /** What to keep of a document, given as JSON; undefined: it is only counted. The reading waits for it. */
  show: (document: string) => Promise<Shown | undefined>
  /** How many items and offers are returned, up to SHOWN_CHARACTERS; further ones are only counted. */
  maxItems: number
  /** Runs `work` with a comparison of the catalogue, possibly twice; absent: it is not compared. */
  withComparison?: <T>(work: (comparison: CatalogueComparison) => Promise<T>) => Promise<T>
  /** Aborts the reading. */
  signal?: AbortSignal
}

interface Source<Shown> {
  file: InspectedFile<Shown>
  bytes: () => AsyncIterable<Uint8Array>
}

const NEVER = new AbortController().signal
const PIECE = 256 * 1024
/** Characters of documents, and of items and offers, in one answer; what reaches this number is the last. */
export const SHOWN_CHARACTERS = 8 * 1024 * 1024

/** Reads a file of 1C as the server would read an upload; it stays open. @throws UploadRefused */
export async function inspectFile<Shown>(
  handle: FileHandle,
  options: InspectOptions<Shown>,
): Promise<InspectedFiles<Shown>> {
  const { size } = await handle.stat()
  const head = await readBeginning(readRange(handle, 0, KIND_MARGIN))
  const content = detectContent(head.subarray(0, MARGIN))
  if (content === 'other' || size === 0) throw new UploadRefused(describeProblem('file-not-commerceml'))
  if (content !== 'archive') {
    const bytes = () => readRange(handle, 0, size)
    return inspectSources([{ file: emptyFile<Shown>(options.name), bytes }], options)
  }
  const archive = await openArchive(new FileReader(handle), size)
  try {
    const sources = archive.files.map(({ name, bytes }) => ({ file: emptyFile<Shown>(name), bytes }))
    return await inspectSources(sources, options)
  } finally {
    archive.close()
  }
}

const emptyFile = <Shown>(name: string): InspectedFile<Shown> => ({
  name,
  kind: 'orders',
  count: 0,
  documents: [],
  catalogue: null,
  failure: null,
  failureReason: null,
  line: null,
  column: null,
})

/** Orders are read first, so that they don't prolong the transaction in which a catalogue is compared. */
async function inspectSources<Shown>(
  sources: readonly Source<Shown>[],
  options: InspectOptions<Shown>,
): Promise<InspectedFiles<Shown>> {
  for (const source of sources) await reportProblems(source, () => readOrders(source, options))
  const catalogues = sources.filter(({ file: { kind, failure } }) => kind === 'catalogue' && failure === null)
  const files = sources.map(({ file }) => file)
  const read = async (comparison?: CatalogueComparison): Promise<CatalogueChanges | null> => {
    await readCatalogues(catalogues, comparison, options)
    return comparison?.end({ failed: files.some(({ failure }) => failure !== null) }) ?? null
  }
  if (catalogues.length === 0) return { files, changes: null }
  return { files, changes: await (options.withComparison?.(read) ?? read()) }
}

async function readOrders<Shown>(
  { file, bytes }: Source<Shown>,
  { show, signal = NEVER }: InspectOptions<Shown>,
): Promise<void> {
  const { name } = file
  if (accompaniesCatalogue({ type: 'catalog', name })) {
    file.kind = 'other'
    return
  }
  file.kind = detectFileKind(await readBeginning(bytes()))
  if (file.kind === 'catalogue') return
  if (file.kind === 'other' && !/\.xml$/i.test(name) && /\.\w+$/.test(name)) return
  for await (const documents of parseDocuments(bytes(), signal))
    for (const document of documents) {
      file.count++
      const shown = await show(document)
      if (shown !== undefined) file.documents.push(shown)
    }
}

async function readCatalogues<Shown>(
  sources: readonly Source<Shown>[],
  comparison: CatalogueComparison | undefined,
  { limits, maxItems, signal = NEVER }: InspectOptions<Shown>,
): Promise<void> {
  const room = { entries: maxItems, characters: SHOWN_CHARACTERS }
  for (const source of sources) {
    const { file, bytes } = source
    await reportProblems(source, async () => {
      const content = await inspectCatalogue({ bytes, limits, signal }, room, comparison)
      file.catalogue = content
      file.count = content.items + content.offers
    })
  }
}

/** Stores in the file why it can't be read; throws any other error. */
async function reportProblems<Shown>({ file }: Source<Shown>, read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    const refusal = explainUnreadable(error, file.name)
    if (!refusal) throw error
    const { code, params } = refusal.problem
    file.failure = refusal.message
    file.failureReason = { code, params }
    file.line = refusal.line ?? null
    file.column = refusal.column ?? null
  }
}

async function readBeginning(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    pieces.push(piece)
    size += piece.length
    if (size >= KIND_MARGIN) break
  }
  return Buffer.concat(pieces).subarray(0, KIND_MARGIN)
}

/** Bytes of a file, at most to its end. A read stream of Node would close the file behind it. */
async function* readRange(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end; ) {
    const size = Math.min(PIECE, end - position)
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

class FileReader extends yauzl.RandomAccessReader {
  readonly #handle: FileHandle

  constructor(handle: FileHandle) {
    super()
    this.#handle = handle
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(readRange(this.#handle, start, end), { objectMode: false })
  }
}
