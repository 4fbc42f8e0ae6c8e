import type { Queryable } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import { requestFindings } from '../../findings/recalculate.js'
import type { StoredFile } from '../../uploads/processing/file-reader.js'
import type { Upload } from '../../uploads/upload.js'
import { ITEM_BASE } from '../listing/item-columns.js'
import type { Applied } from './apply-rows.js'

/** Adds to the totals of an upload and requests findings where a linked item changed. */
export async function addToTally(
  tx: Queryable,
  { uploadId, integrationKey }: StoredFile,
  applied: readonly Applied[],
  whole: boolean,
): Promise<void> {
  const affecting = applied.flatMap(part => part.affecting)
  await requestFindingsOfLines(tx, integrationKey, affecting)
  const added = applied.reduce((sum, part) => sum + part.added, 0)
  const changed = applied.reduce((sum, part) => sum + part.changed, 0)
  const lost = applied.flatMap(part => part.lost)
  const broken = await findBrokenLinks(tx, integrationKey, lost)
  await tx.query(
    `insert into catalogue_upload as u (upload_id, whole, added, changed, broken_links)
     values ($1, $2, $3, $4, $5)
     on conflict (upload_id) do update
        set whole = u.whole or excluded.whole, added = u.added + excluded.added,
            changed = u.changed + excluded.changed,
            broken_links = u.broken_links || excluded.broken_links`,
    [uploadId, whole, added, changed, broken],
  )
}

/**
 * Requests new findings if a line is or was linked to one of these items, to a characteristic of one, or to
 * an item with one of these units. Orders that were sent keep the links of that time.
 */
export async function requestFindingsOfLines(
  tx: Queryable,
  integrationKey: number,
  affecting: readonly string[],
): Promise<void> {
  if (affecting.length === 0) return
  const { rows } = await tx.query(
    `select from catalogue_link l
       join catalogue_item i on i.integration_key = l.integration_key and i.item_id = l.item_id ${ITEM_BASE}
      where l.integration_key = $1
        and (i.item_id = any($2) or i.base_id = any($2)
             or coalesce(i.unit_code, i.unit_name, b.unit_code, b.unit_name) = any($2))
      limit 1`,
    [integrationKey, affecting],
  )
  if (rows.length > 0) await requestFindings(tx, integrationKey, { putsWait: false })
}

/** Lines that are linked to these items, or to characteristics of them. */
export async function findBrokenLinks(
  tx: Queryable,
  integrationKey: number,
  lost: readonly string[],
): Promise<string[]> {
  if (lost.length === 0) return []
  const { rows } = await tx.query<{ lineId: string }>(
    `select l.line_id as "lineId"
       from catalogue_link l
       join catalogue_item i on i.integration_key = l.integration_key and i.item_id = l.item_id
      where l.integration_key = $1 and l.until is null and (i.item_id = any($2) or i.base_id = any($2))
      order by l.line_id`,
    [integrationKey, lost],
  )
  return rows.map(({ lineId }) => lineId)
}

/** Records one event for all that an upload changed, in the transaction that finishes it. */
export async function recordUploadEvent(
  tx: Queryable,
  { id, integrationKey }: Pick<Upload, 'id' | 'integrationKey'>,
): Promise<void> {
  const { rows } = await tx.query<{ whole: boolean; added: number; changed: number; brokenLinks: string[] }>(
    `select whole, added, changed, broken_links as "brokenLinks"
       from catalogue_upload where upload_id = $1 and added + changed > 0`,
    [id],
  )
  const [tally] = rows
  if (!tally) return
  await recordCatalogueUpdate(tx, integrationKey, { ...tally, gone: 0 })
}

interface CatalogueUpdate {
  whole: boolean
  added: number
  changed: number
  gone: number
  brokenLinks: string[]
}

export async function recordCatalogueUpdate(
  tx: Queryable,
  integrationKey: number,
  data: CatalogueUpdate,
): Promise<void> {
  await recordEvents(tx, [{ type: 'catalogue.updated', integrationKey, data }])
}
