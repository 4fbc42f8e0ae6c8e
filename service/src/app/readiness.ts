import type { Database } from '../db/database.js'
import { missingMigrations } from '../db/migrate.js'
import { toAppError } from '../errors/to-app-error.js'
import type { Pools } from './open-pools.js'

/** A full disk is looked for no more often. */
const DISK_EVERY_MS = 10_000
/** So many numbers don't fit into the memory of a statement: PostgreSQL writes them to a temporary file. */
const NUMBERS = 30_000

/** Throws why this server can serve nobody, as far as one sees without doing anything that lasts. */
export function openReadiness({ requests, background }: Pools): () => Promise<void> {
  let looked: { at: number; full: unknown } | undefined
  return async () => {
    const missing = await missingMigrations(background)
    if (missing.length > 0) throw new Error(`the database lacks ${missing.join(', ')}`)
    // Requests wait for a connection of their pool; without any, everybody is refused.
    if (requests.load().open === 0) await requests.query('select 1')
    if (!looked || performance.now() - looked.at > DISK_EVERY_MS)
      looked = { at: performance.now(), full: await findDiskFull(background) }
    if (looked.full !== undefined) throw looked.full
  }
}

/** The refusal of a temporary file on the database's disk; undefined: there is room. */
async function findDiskFull(db: Database): Promise<unknown> {
  try {
    await db.transaction(async tx => {
      await tx.query("set local work_mem = '64kB'")
      await tx.query("set local temp_tablespaces = ''")
      await tx.query(`select count(*) from generate_series(1, ${NUMBERS})`)
    })
    return undefined
  } catch (error) {
    if (toAppError(error).code !== 'disk-full') throw error
    return error
  }
}
