import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { countApplied, recordProgress } from '../../uploads/processing/file-progress.js'
import type { FileReader, StoredFile } from '../../uploads/processing/file-reader.js'
import { UploadRefused } from '../../uploads/upload.js'
import { type Applied, applyItems, applyReferences } from '../apply/apply-rows.js'
import { joinImport, touchImport } from '../apply/import.js'
import { addToTally } from '../apply/tally.js'
import { type CatalogueLimits, lockCatalogue } from '../catalogue.js'
import type { CatalogueRow, CatalogueSummary } from './catalogue-rows.js'
import {
  type CatalogueParsing,
  catalogueBatches,
  summarizeCatalogue,
  toJsonArray,
} from './parse-catalogue.js'

/**
 * Reads a catalogue file twice: first to its end, so that an unreadable file changes nothing; then row by
 * row in short transactions, each of which records its progress. So nothing has to be stored in between,
 * however large the file is.
 */
export function openCatalogueReader(db: Database, limits: CatalogueLimits): FileReader {
  return async (file, signal) => {
    const parsing: CatalogueParsing = { bytes: file.bytes, limits, signal }
    const summary = await summarizeCatalogue(parsing)
    await checkLimit(db, file, parsing, summary)
    const importId = await joinImport(db, file, summary)
    const whole = summary.wholeItems || summary.wholeOffers
    const catalogueId = summary.catalogueId ?? ''
    await applyRows(db, file, parsing, { catalogueId, importId, whole })
    await touchImport(db, file.integrationKey)
    return summary.items + summary.offers
  }
}

/** Items, and groups and the like, which have the same limit each. @throws UploadRefused */
async function checkLimit(
  db: Database,
  { integrationKey }: StoredFile,
  parsing: CatalogueParsing,
  { items, offers, references }: CatalogueSummary,
): Promise<void> {
  const { catalogueItemsLimit: limit } = parsing.limits
  const kinds = [
    { table: 'catalogue_item', isSame: 'i.item_id = g.id', mentioned: items + offers },
    {
      table: 'catalogue_reference',
      isSame: `(i.kind, i.id) = (split_part(g.id, ' ', 1), substr(g.id, strpos(g.id, ' ') + 1))`,
      mentioned: references,
    },
  ]
  for (const { table, isSame, mentioned } of kinds) {
    if (mentioned === 0) continue
    const { rows } = await db.query<{ known: number }>(
      `select count(*) as known from ${table} where integration_key = $1`,
      [integrationKey],
    )
    let total = rows[0]!.known
    if (total + mentioned <= limit) continue
    // Usually most of them exist; only otherwise each is checked.
    for await (const batch of catalogueBatches(parsing)) {
      const own = batch.filter(row => (row.table === 'reference') === (table === 'catalogue_reference'))
      const { rows } = await db.query<{ fresh: number }>(
        `select count(*) as fresh from unnest($2::text[]) as g(id)
          where not exists (select from ${table} i where i.integration_key = $1 and ${isSame})`,
        [integrationKey, [...new Set(own.map(row => row.key))]],
      )
      total += rows[0]!.fresh
      if (total > limit) throw new UploadRefused(describeProblem('catalogue-too-large', { limit }))
    }
  }
}

/** The catalogue and import that a file belongs to, and whether the file contains a whole catalogue. */
interface Membership {
  catalogueId: string
  importId: number | null
  whole: boolean
}

async function applyRows(
  db: Database,
  file: StoredFile,
  parsing: CatalogueParsing,
  part: Membership,
): Promise<void> {
  const applied = await countApplied(db, file)
  let position = 0
  for await (const batch of catalogueBatches(parsing)) {
    const rows = batch.slice(Math.max(0, applied - position))
    position += batch.length
    if (rows.length === 0) continue
    parsing.signal.throwIfAborted()
    const started = performance.now()
    await applyBatch(db, file, rows, { ...part, position })
    // Leaves the database to others for a while.
    await delay(Math.min(50, (performance.now() - started) / 4), undefined, { signal: parsing.signal })
  }
}

async function applyBatch(
  db: Database,
  file: StoredFile,
  batch: readonly CatalogueRow[],
  { catalogueId, importId, whole, position }: Membership & { position: number },
): Promise<void> {
  const { integrationKey } = file
  await db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    const of = { integrationKey, catalogueId, importId }
    const applied: Applied[] = []
    const { rows: alive } = await tx.query('select from integration where key = $1 for key share', [
      integrationKey,
    ])
    // Without settings the integration has been removed, and its catalogue no longer matters.
    if (alive.length > 0) {
      applied.push(await applyReferences(tx, of, toJsonArray(batch, 'reference')))
      applied.push(await applyItems(tx, 'item', of, toJsonArray(batch, 'item')))
      applied.push(await applyItems(tx, 'offer', of, toJsonArray(batch, 'offer')))
      await addToTally(tx, file, applied, whole)
    }
    const changed = applied.reduce((sum, part) => sum + part.added + part.changed, 0)
    await recordProgress(tx, file, { applied: position, changed })
  })
}
