import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { listFinishedImports, stepClosing } from '../../src/catalogue/apply/close-import.js'
import type { Config } from '../../src/config.js'
import type { Database } from '../../src/db/database.js'
import { catalogueSession, ITEM, importFile, statesOf } from './catalogue.js'
import { freshDatabase } from './databases.js'
import { type Backend, type Connected, client, connect1c, startBackend } from './exchange.js'

/** A УТ that uploads catalogues: a new one for each test, at a server of the test file. */
export interface UploadingUt {
  db: Database
  backend: Backend
  of: Connected
  session(): ReturnType<typeof catalogueSession>
  /** These send a file in a session of its own: one with items of a whole catalogue, or one that is refused. */
  send(name: string, items: number[], how?: Parameters<typeof importFile>[1]): Promise<void>
  refuse(name: string): Promise<void>
  /** Goes on to its orders. */
  goOn(): Promise<void>
  /** Whether its import is to be closed, so many seconds later. */
  isOver(seconds?: number): Promise<boolean>
  /** A service with this number, which is also its name. */
  item(number: number, changes?: object): { id: string; name: string }
  /** Has 1C report the end of its import, and marks what that did not name, as background work does. */
  closeImport(): Promise<void>
  /** State of each item by id. */
  states(): Promise<Record<string, string>>
  /** Data of the events about its catalogue. */
  events(): Promise<Record<string, unknown>[]>
}

export function uploadingUt(settings: Partial<Config> = {}): UploadingUt {
  const ut = {
    session: () => catalogueSession(ut.backend, ut.of),
    async send(name, items, how) {
      const file = importFile(
        items.map(number => ut.item(number)),
        how,
      )
      expect(await (await ut.session()).upload(name, file)).toBe('success')
    },
    async refuse(name) {
      expect(await (await ut.session()).ask(`mode=file&filename=${name}`, '')).toMatch(/^failure\n/)
    },
    async goOn() {
      await client(ut.backend, ut.of)('checkauth')
    },
    async isOver(seconds = 0) {
      for (const [table, column] of [
        ['catalogue_import', 'last_file_at'],
        ['exchange_session', 'opened_at'],
        ['upload', 'last_part_at'],
      ])
        await ut.db.query(
          `update ${table} set ${column} = ${column} - make_interval(secs => $2) where integration_key = $1`,
          [ut.of.key, seconds],
        )
      const finished = await listFinishedImports(ut.db)
      return finished.some(({ key }) => key === ut.of.key)
    },
    item: (number, changes = {}) => ({ id: ITEM(number), name: `Услуга ${number}`, ...changes }),
    async closeImport() {
      await ut.db.query('update catalogue_import set over = true where integration_key = $1', [ut.of.key])
      while (await stepClosing(ut.db, ut.of.key));
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
