import { parsePieces } from '../../uploads/processing/parse-pieces.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import {
  type CatalogueFound,
  type CatalogueRow,
  type CatalogueSetup,
  type CatalogueSummary,
  openCatalogueRows,
} from './catalogue-rows.js'

export interface CatalogueParsing {
  bytes: () => AsyncIterable<Uint8Array>
  limits: UploadLimits
  signal: AbortSignal
  setup: Omit<CatalogueSetup, 'check'>
}

/** Reads a file to its end, and tells what it holds. @throws CommercemlError */
export async function summarizeCatalogue(parsing: CatalogueParsing): Promise<CatalogueSummary> {
  for await (const found of parse(parsing, true))
    for (const one of found) if ('summary' in one) return one.summary
  throw new Error('a file of a catalogue came to no end')
}

/** The rows of a file, in its order. @throws CommercemlError */
export async function* catalogueRows(parsing: CatalogueParsing): AsyncGenerator<CatalogueRow> {
  for await (const found of parse(parsing, false)) for (const one of found) if ('row' in one) yield one.row
}

function parse(
  { bytes, limits, signal, setup }: CatalogueParsing,
  check: boolean,
): AsyncGenerator<CatalogueFound[]> {
  const worker = new URL('./parse-catalogue.worker.js', import.meta.url)
  return parsePieces({
    ...{ bytes: bytes(), limits, signal, worker },
    setup: { ...setup, check },
    open: openCatalogueRows,
  })
}
