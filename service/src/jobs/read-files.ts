import { openOrdersReader } from '../accounting/reading/read-orders-file.js'
import { recordUploadEvent } from '../catalogue/apply/tally.js'
import { openCatalogueReader } from '../catalogue/reading/read-catalogue-file.js'
import { addJob } from '../db/add-job.js'
import { WORK_MS } from '../uploads/processing/file-reader.js'
import { type ReadNextOptions, readNext } from '../uploads/processing/read-next.js'
import { READ_JOBS, type UploadType } from '../uploads/upload.js'
import type { Job, JobHelpers } from './job.js'

/** Reads a 1C's complete files of one type, one after another in the order in which they came. */
const readFiles = <Type extends UploadType>(type: Type, atOnce: number): Job<(typeof READ_JOBS)[Type]> => ({
  name: READ_JOBS[type],
  atOnce,
  async run({ integrationKey }, helpers) {
    const { db, signal } = helpers
    const options = optionsFor(helpers)
    const end = performance.now() + WORK_MS
    let left: number | undefined
    do {
      left = await readNext(options, integrationKey, type, signal)
    } while (left === 0 && performance.now() < end && !signal.aborted)
    if (left !== undefined) await addJob(db, READ_JOBS[type], { integrationKey }, left)
  },
})

/** 1C waits for its file of orders: huge catalogues may not take its place. */
export const readOrdersFiles = readFiles('sale', 4)
export const readCatalogueFiles = readFiles('catalog', 2)

function optionsFor({ db, config, log, jobId }: JobHelpers): ReadNextOptions {
  const orders = openOrdersReader(db)
  const catalogue = openCatalogueReader(db, config)
  return {
    db,
    limits: config,
    log,
    jobId,
    reader: kind => (kind === 'catalogue' ? catalogue : orders),
    recordEvent: recordUploadEvent,
  }
}
