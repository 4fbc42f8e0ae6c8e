import type { Queryable } from '../db/database.js'
import { forgetRows, sweepRemoved } from '../db/rows.js'

/** Of what was read, with the columns that follow `integration_key` in their keys. */
const TABLES = {
  reconciliation: 'order_key',
  read_related: 'document, ref, type',
  read_document: 'order_key, ref',
}

/** What was read of a removed integration; its connection goes with it. */
export const FORGET_READINGS = Object.entries(TABLES).map(([table, key]) =>
  forgetRows(table, `integration_key, ${key}`),
)

/** What a reading still stored while its integration was forgotten; returns how many rows. */
export const sweepRemovedReadings = (db: Queryable): Promise<number> => sweepRemoved(db, TABLES)
