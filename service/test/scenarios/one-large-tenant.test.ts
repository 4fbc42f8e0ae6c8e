import { expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { newPlatform, oneC, startTestServer } from '../support/app/test-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

/** Rows that one tenant has in a table, and nobody else any. */
const MANY = 30_000
const TABLES = ['outbox_entry', 'order_number', 'event', 'catalogue_link']

describeOnNewestPostgres('one tenant that nearly all rows are of', pg => {
  it('does not make exchanges and orders of another read them', async () => {
    const db = await pg.freshDatabase()
    const stranger = await startTestServer(db)
    const large = await newPlatform(stranger)
    const { id } = await large.connect({ client: 'ut' })
    await stranger[Symbol.asyncDispose]()
    await fill(db, id, large.locationId)

    const before = await read(db)
    const server = await startTestServer(db)
    const small = await newPlatform(server)
    const one = oneC(server, await small.connect())
    const hook = { url: 'https://platform.example/hook', types: ['order.exported'] }
    expect((await small.call('POST', '/api/v1/webhooks', hook)).status).toBe(201)
    // More often than PostgreSQL plans a statement anew.
    for (let at = 0; at < 8; at++) {
      expect((await small.put(`olv-${at}`)).status).toBe(201)
      expect(await one.exchange()).toHaveLength(1)
      const cookie = await one.signIn()
      expect((await one.ask('query', { cookie })).text).not.toContain('<Документ>')
    }
    // What a connection has read is told when it ends.
    await server[Symbol.asyncDispose]()
    const after = await read(db)
    for (const table of TABLES) expect([table, after[table]! - before[table]! < MANY]).toEqual([table, true])
  })
})

async function fill(db: Database, id: string, locationId: string): Promise<void> {
  const { rows } = await db.query<{ key: number }>('select key from integration where id = $1', [id])
  const { key } = rows[0]!
  for (const statement of [
    `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision) select $1, 1000000 + n, 1, 1`,
    `insert into order_number (integration_key, compared, order_key, number) select $1, 'N' || n, 1000000 + n, 'N' || n`,
    `insert into catalogue_link (integration_key, line_id, item_id) select $1, 'line-' || n, 'item'`,
  ])
    await db.query(`${statement} from generate_series(1, ${MANY}) n`, [key])
  await db.query(
    `insert into event (position, location_id, type, data) select 1000000 + n, $1, 'order.exported', '{}' from generate_series(1, ${MANY}) n`,
    [locationId],
  )
  await db.query(`analyze ${TABLES}`)
}

/** Rows that were read of each table, by whatever way. */
async function read(db: Database): Promise<Record<string, number>> {
  const { rows } = await db.query<{ table: string; read: number }>(
    `select relname as table, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
       from pg_stat_user_tables where relname = any($1)`,
    [TABLES],
  )
  return Object.fromEntries(rows.map(({ table, read: count }) => [table, count]))
}
