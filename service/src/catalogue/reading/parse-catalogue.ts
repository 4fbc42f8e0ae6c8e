import { parsePieces } from '../../uploads/processing/parse-pieces.js'
import type { CatalogueLimits } from '../catalogue.js'
import type { CatalogueFound, CatalogueRow, CatalogueSetup, CatalogueSummary } from './catalogue-rows.js'

export interface CatalogueParsing {
  bytes: () => AsyncIterable<Uint8Array>
  limits: CatalogueLimits
  signal: AbortSignal
}

/** Reads a file to its end and returns its totals. @throws CommercemlError */
export async function summarizeCatalogue(parsing: CatalogueParsing): Promise<CatalogueSummary> {
  for await (const found of parse(parsing, true))
    for (const one of found) if ('summary' in one) return one.summary
  throw new Error('a catalogue file has no summary')
}

/**
 * The rows of a file in order, a few hundred at a time or fewer large ones, and its totals at the end.
 * @throws CommercemlError
 */
export async function* catalogueContent(
  parsing: CatalogueParsing,
): AsyncGenerator<CatalogueRow[] | CatalogueSummary> {
  let batch: CatalogueRow[] = []
  let characters = 0
  for await (const found of parse(parsing, false))
    for (const one of found) {
      if ('row' in one) {
        batch.push(one.row)
        characters += one.row.json.length
        if (batch.length < AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
      }
      if (batch.length > 0) yield batch
      batch = []
      characters = 0
      if ('summary' in one) yield one.summary
    }
}

/** Rows applied in one transaction, and their characters; what reaches this number is the last. */
const AT_ONCE = 500
const CHARACTERS_AT_ONCE = 4 * 1024 * 1024

export async function* catalogueBatches(parsing: CatalogueParsing): AsyncGenerator<CatalogueRow[]> {
  for await (const part of catalogueContent(parsing)) if (Array.isArray(part)) yield part
}

/** The rows of one table as a JSON array. Of several with the same key, the last one counts. */
export function toJsonArray(batch: readonly CatalogueRow[], table: CatalogueRow['table']): string {
  const rows = new Map<string, string>()
  for (const row of batch) if (row.table === table) rows.set(row.key, row.json)
  return `[${[...rows.values()].join(',')}]`
}

function parse(
  { bytes, limits, signal }: CatalogueParsing,
  check: boolean,
): AsyncGenerator<CatalogueFound[]> {
  const setup: CatalogueSetup = { check, textLimit: limits.catalogueTextLimit }
  const worker = new URL('./parse-catalogue.worker.js', import.meta.url)
  return parsePieces({ bytes: bytes(), signal, worker, setup })
}
