import type { Settings } from '@obmen/contract/settings'
import { beforeEach, expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../test/support/databases.js'
import {
  changeSettings,
  connect,
  makePlace,
  put,
  recalculate,
  type TestPlace,
} from '../../test/support/place.js'
import type { Database } from '../db/database.js'
import { findOutdated, requestFindings } from '../findings/recalculate.js'
import { newestOwed } from '../outbox/entries/read-entries.js'
import { stepFindings } from './step-findings.js'

const RULES: Settings = { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' }
const ORDERS = ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6', 'o-7', 'o-8']

describeOnNewestPostgres('findings that are requested again before all are found', pg => {
  let db: Database
  let place: TestPlace
  let key: number
  beforeEach(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    key = (await connect(db, place, { ...RULES })).key
    for (const id of ORDERS) expect(await put(db, place, { id })).toMatchObject({ status: 201 })
    while (await stepFindings(db, key));
  })

  const close = async (closedbefore?: string): Promise<void> => {
    await changeSettings(db, place, key, closedbefore ? { ...RULES, closedbefore } : RULES)
    await recalculate(db, key)
  }
  const step = () => stepFindings(db, key, 2)
  const closed = async (): Promise<string[]> => {
    const { rows } = await db.query<{ id: string }>(
      `select o.id from order_finding f join sale_order o on o.key = f.order_key
        where f.code = 'closed-period-risk' order by o.key`,
    )
    return rows.map(({ id }) => id)
  }
  const confirm = (ids: readonly string[]) =>
    db.query(
      `update outbox_entry e set confirmed_revision = pending_revision, confirmed_at = now(), sent_revision = pending_revision
         from sale_order o where o.key = e.order_key and o.id = any($1)`,
      [ids],
    )
  const outdated = async (): Promise<string[]> => {
    const { rows } = await db.query<{ key: number; id: string }>(
      'select key, id from sale_order order by key',
    )
    const keys = await findOutdated(
      db,
      key,
      rows.map(row => row.key),
    )
    return rows.filter(row => keys.includes(row.key)).map(({ id }) => id)
  }

  it('findings of the newest owed order come at once, however many orders are confirmed', async () => {
    await confirm(ORDERS.filter(id => id !== 'o-7'))
    await db.query('delete from order_finding')
    await close('2027-01-01')
    for (let request = 0; request < 3; request++) {
      await step()
      expect(await closed()).toEqual(['o-7'])
      await db.query('delete from order_finding')
      await db.query('update outbox_entry set held_kind = null, held_since = null')
      await db.transaction(tx => requestFindings(tx, key, { putsWait: false }))
    }
  })

  it('come to all orders, also to the last, while they are requested after each step', async () => {
    await close('2027-01-01')
    for (let request = 0; request < ORDERS.length; request++) {
      await step()
      await db.transaction(tx => requestFindings(tx, key, { putsWait: false }))
    }
    expect(await closed()).toEqual(ORDERS)
    let steps = 1
    while (await step()) steps++
    expect(steps).toBeLessThanOrEqual(2 * ORDERS.length)
    expect(await outdated()).toEqual([])
  })

  it('are those of the orders that the first had come to, too', async () => {
    await close('2027-01-01')
    expect([await step(), await step(), await step()]).toEqual([true, true, true])
    expect(await closed()).toEqual(['o-1', 'o-2', 'o-3', 'o-6', 'o-7', 'o-8'])
    expect(await outdated()).toEqual(['o-4', 'o-5', 'o-6', 'o-7', 'o-8'])
    await close()
    expect(await outdated()).toEqual(ORDERS)
    while (await step());
    expect(await closed()).toEqual([])
    expect(await outdated()).toEqual([])
  })

  it('find an owed order among many confirmed ones by reading it alone', async () => {
    await db.query('alter table outbox_entry set (autovacuum_enabled = false)')
    await confirm(ORDERS.slice(1))
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, confirmed_revision, confirmed_at, first_sent_at)
       select $1, 1000 + n, 1, 1, 1, now(), now() from generate_series(1, 5000) n`,
      [key],
    )
    await db.query('vacuum analyze outbox_entry')
    await db.transaction(async tx => {
      expect(await newestOwed(tx, key, Number.MAX_SAFE_INTEGER, 100)).toHaveLength(1)
      const { rows } = await tx.query<{ read: number }>(
        `select (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as read
           from pg_stat_xact_user_tables where relname = 'outbox_entry'`,
      )
      expect(rows[0]!.read).toBeLessThan(20)
    })
  })
})
