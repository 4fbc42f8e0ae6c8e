import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../test/support/databases.js'
import { connectionsOfServer, readConfig } from '../config.js'
import type { Queryable } from '../db/database.js'
import { SERVER_SETTINGS } from '../db/embedded/postgres-process.js'
import { openPools } from './open-pools.js'

const config = readConfig({})
/** What `obmen` commands beside the servers open, and what PostgreSQL keeps for its administrator. */
const OTHERS = 15

it('two servers and some commands fit into the connections of PostgreSQL as it is installed', () => {
  const needed = 2 * connectionsOfServer(config) + OTHERS
  expect(needed).toBeLessThanOrEqual(Number(SERVER_SETTINGS.max_connections))
  expect(needed).toBeLessThanOrEqual(100)
})

describeOnNewestPostgres('the pools of a server', pg => {
  it('open what is asked of them, when it is, and never more than is said', async () => {
    const db = await pg.freshDatabase()
    await using pools = openPools(db.url, config, () => undefined)
    const open = async (): Promise<number> => {
      const { rows } = await db.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity
          where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      return rows[0]!.open
    }
    expect(await open()).toBe(0)
    await pools.requests.query('select 1')
    expect(await open()).toBe(1)
    const busy = (one: Pick<Queryable, 'query'>): Promise<unknown>[] =>
      Array.from({ length: 40 }, () => one.query('select pg_sleep(0.2)'))
    const { requests, background, queue } = pools
    const all = [requests, background].flatMap(busy)
    const jobs = Array.from({ length: 40 }, () => queue.pool.query('select pg_sleep(0.2)'))
    // The test's own question makes no more than one of it.
    await expect.poll(open).toBe(connectionsOfServer(config) - 4 - config.dryRunsAtOnce)
    await Promise.all([...all, ...jobs])
  })
})
