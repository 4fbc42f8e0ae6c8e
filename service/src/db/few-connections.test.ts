import { expect, it } from 'vitest'
import { newPlatform, startTestServer } from '../../test/support/app/test-server.js'
import { describeOnNewestPostgres } from '../../test/support/databases.js'
import { openPools } from '../app/open-pools.js'
import { openReadiness } from '../app/readiness.js'
import { readConfig } from '../config.js'
import { type Database, openDatabase } from './database.js'

/** As many connections as are open now, and `more`; null: as many as before. */
async function allowConnections(db: Database, more: number | null): Promise<void> {
  await db.query(`do $$ begin execute format('alter database %I connection limit %s', current_database(),
    ${
      more === null
        ? '-1'
        : `(select count(*) + ${more} from pg_stat_activity where datname = current_database()
       and backend_type = 'client backend')`
    }); end $$`)
}

describeOnNewestPostgres('a database that allows few connections', pg => {
  it('is shared by all who ask: they wait for the connections that there are', async () => {
    const admin = await pg.freshDatabase()
    await allowConnections(admin, 2)
    await using db = openDatabase({ url: admin.url, poolSize: 10 })
    const asked = Array.from({ length: 40 }, () => db.query('select pg_sleep(0.02)'))
    expect((await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected')).toEqual([])
    expect(db.load()).toEqual({ open: 2, waiting: 0 })
  })

  it('serves requests by the connection that the server took at its start, and /readyz says so', async () => {
    const admin = await pg.freshDatabase()
    await using server = await startTestServer(admin)
    const ready = async (): Promise<number> => (await fetch(`${server.url}/readyz`)).status
    const platform = await newPlatform(server)
    await allowConnections(admin, 0)
    expect((await platform.putOnce('a')).status).toBe(201)
    expect(await ready()).toBe(200)
  })

  it('makes a server not ready whose requests can have none, whatever its background work has', async () => {
    const admin = await pg.freshDatabase()
    const config = { ...readConfig({}), databaseSilenceSeconds: 1 }
    await using pools = openPools(admin.url, config, () => undefined)
    await pools.background.query('select 1')
    const ready = openReadiness(pools)
    await allowConnections(admin, 0)
    await expect(ready()).rejects.toMatchObject({ code: '53300' })
    await allowConnections(admin, null)
    await ready()
  })
})
