import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace } from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { sequenceEvents } from '../../events/list-events.js'
import { replayEvents } from '../attempts/repeat-attempts.js'
import { fanOut } from './fan-out.js'

const OTHERS = 20_000

describeOnEachPostgres('a webhook of a location with few events, beside one with many', pg => {
  let db: Database
  let busy: string
  let quiet: string
  beforeAll(async () => {
    db = await pg.freshDatabase()
    busy = (await makePlace(db)).locationId
    quiet = (await makePlace(db)).locationId
    await db.query('alter table event set (autovacuum_enabled = false)')
    await addEvents(busy, OTHERS, '10 days')
    await db.query('vacuum analyze event')
  })

  /** Events of two types in turns, the first that long ago and the last a tenth of that. */
  async function addEvents(locationId: string, count: number, since: string): Promise<void> {
    await db.query(
      `insert into event (location_id, type, order_id, data, created_at)
       select $1, case n % 2 when 0 then 'order.exported' else 'order.held' end, 'o-' || n, '{}',
              now() - $3::interval * (1 - 0.9 * n / $2) from generate_series(1, $2::int) n`,
      [locationId, count, since],
    )
    await sequenceEvents(db)
  }

  async function addWebhook(locationId: string, types: string[], position: number): Promise<number> {
    const { rows } = await db.query<{ key: number }>(
      `insert into webhook (location_id, url, types, secret, position) values ($1, 'https://example.ru/', $2, 's', $3) returning key`,
      [locationId, types, position],
    )
    return rows[0]!.key
  }

  /** How many rows of events `work` reads. */
  async function eventsRead(work: (db: Database) => Promise<unknown>): Promise<number> {
    return db.transaction(async tx => {
      const count = async (): Promise<number> => {
        const { rows } = await tx.query<{ read: number }>(
          `select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as read
             from pg_stat_xact_user_tables where relname = 'event'`,
        )
        return rows[0]!.read
      }
      const before = await count()
      await work({ ...db, query: tx.query.bind(tx), transaction: inside => inside(tx) })
      return (await count()) - before
    })
  }

  async function chosen(key: number): Promise<string[]> {
    const { rows } = await db.query<{ chain: string }>(
      'with gone as (delete from webhook_attempt where webhook_key = $1 returning chain, event_position) select chain from gone order by event_position',
      [key],
    )
    return rows.map(({ chain }) => chain)
  }

  it('gets its events by reading these alone', async () => {
    const all = await addWebhook(quiet, ['*'], 0)
    const one = await addWebhook(quiet, ['order.held'], 0)
    await addEvents(quiet, 3, '5 minutes')
    expect(await eventsRead(fanOut)).toBeLessThan(50)
    expect(await chosen(all)).toEqual(['order:o-1', 'order:o-2', 'order:o-3'])
    expect(await chosen(one)).toEqual(['order:o-1', 'order:o-3'])
    const { rows } = await db.query<{ moved: boolean }>(
      'select bool_and(position = (select max(position) from event)) as moved from webhook',
    )
    expect(rows[0]!.moved).toBe(true)
  })

  it('gets the events of a short while again, also among many', async () => {
    const since = { from: new Date(Date.now() - 3_600_000), to: new Date() }
    const few = await addWebhook(quiet, ['*'], 0)
    const many = await addWebhook(busy, ['*'], 0)
    await addEvents(busy, 3, '5 minutes')
    for (const key of [few, many]) {
      await replayEvents(db, key, since, 10)
      expect(await chosen(key)).toEqual(['order:o-1', 'order:o-2', 'order:o-3'])
    }
    await replayEvents(db, many, { ...since, types: ['order.exported'] }, 10)
    expect(await chosen(many)).toEqual(['order:o-2'])
  })
})
