import type { Database } from '../db/database.js'
import { deleteInSteps, sweepRemoved } from '../db/rows.js'

/** Deletes items that 1C has not had for so many days and that were never linked; returns how many. */
export const sweepCatalogue = (db: Database, keepDays: number): Promise<number> =>
  deleteInSteps(
    db,
    `delete from catalogue_item where (integration_key, item_id) in (
       select i.integration_key, i.item_id from catalogue_item i
        where i.state <> 'current' and i.state_since < now() - make_interval(days => $1)
          and not exists (select from catalogue_link l
                           where l.integration_key = i.integration_key and l.item_id = i.item_id)
        order by i.state_since limit $2 for update skip locked)`,
    [keepDays],
  )

/** Deletes groups, price types, warehouses and units that 1C has not had for so many days. */
export const sweepReferences = (db: Database, keepDays: number): Promise<number> =>
  deleteInSteps(
    db,
    `delete from catalogue_reference where (integration_key, kind, id) in (
       select integration_key, kind, id from catalogue_reference
        where state <> 'current' and state_since < now() - make_interval(days => $1)
        order by state_since limit $2 for update skip locked)`,
    [keepDays],
  )

/** Tables of a catalogue, with the columns that follow `integration_key` in the index that begins with it. */
const TABLES = {
  catalogue_item: 'item_id',
  catalogue_reference: 'kind, id',
  catalogue_link: 'line_id, since',
  catalogue_import: 'id',
}

/** Deletes the catalogue and the links of removed integrations; returns the number of rows. */
export const sweepRemovedCatalogues = (db: Database): Promise<number> => sweepRemoved(db, TABLES)
