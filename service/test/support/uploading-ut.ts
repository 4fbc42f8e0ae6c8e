import { afterAll, beforeAll, beforeEach } from 'vitest'
import { stepClosing } from '../../src/catalogue/apply/close-round.js'
import type { Config } from '../../src/config.js'
import type { Database } from '../../src/db/database.js'
import { catalogueSession, ITEM, statesOf } from './catalogue.js'
import { freshDatabase } from './databases.js'
import { type Backend, type Connected, client, connect1c, startBackend } from './exchange.js'

/** A УТ that uploads catalogues: a new one for each test, at a server of the test file. */
export interface UploadingUt {
  db: Database
  backend: Backend
  of: Connected
  session(): ReturnType<typeof catalogueSession>
  /** Goes on to its orders. */
  goOn(): Promise<void>
  /** Notes files that failed while the database could not, as background work does. */
  noteWaiting(): Promise<boolean>
  /** A service with this number, which is also its name. */
  item(number: number, changes?: object): { id: string; name: string }
  /** Marks what the exchange of a whole catalogue did not mention, as background work does once it is over. */
  closeRound(): Promise<void>
  /** State of each item by id. */
  states(): Promise<Record<string, string>>
  /** Data of the events about its catalogue. */
  events(): Promise<Record<string, unknown>[]>
}

export function uploadingUt(settings: Partial<Config> = {}): UploadingUt {
  const ut = {
    session: () => catalogueSession(ut.backend, ut.of),
    async goOn() {
      await client(ut.backend, ut.of)('checkauth')
    },
    noteWaiting: () => ut.backend.failedFiles.noteWaiting(),
    item: (number, changes = {}) => ({ id: ITEM(number), name: `Услуга ${number}`, ...changes }),
    async closeRound() {
      while (await stepClosing(ut.db, ut.of.key, 180));
    },
    states: () => statesOf(ut.db, ut.of.key),
    async events() {
      const { rows } = await ut.db.query<{ data: Record<string, unknown> }>(
        `select data from event where type = 'catalogue.updated' and integration_id = $1 order by created_at, id`,
        [ut.of.id],
      )
      return rows.map(({ data }) => data)
    },
  } as UploadingUt
  beforeAll(async () => {
    ut.db = await freshDatabase()
    ut.backend = await startBackend(ut.db, settings)
  })
  afterAll(async () => {
    await ut.backend[Symbol.asyncDispose]()
    await ut.db[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    ut.of = await connect1c(ut.db, { client: 'ut' })
  })
  return ut
}
