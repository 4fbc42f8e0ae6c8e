import { expect, it, vi } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import { connect, makePlace, orderBody } from '../../test/support/place.js'
import { openFailedFiles } from '../catalogue/apply/failed-files.js'
import { orderListLimits } from '../config/derived.js'
import { readConfig } from '../config.js'
import type { Database } from '../db/database.js'
import { createLog } from '../log.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { startBackgroundWork } from './background-work.js'

const start = (db: Database, failedFiles = openFailedFiles(() => db, createLog('silent'))) =>
  startBackgroundWork({
    ...{
      db,
      log: createLog('silent'),
      failedFiles,
      lists: orderListLimits(readConfig({})),
    },
    ...{ pauses: { settleSeconds: 60, portionSeconds: 60 }, catalogueKeepDays: 180, lockTimeoutMs: 5000 },
  })

it('any number of people may save at once without a warning of leaks', async () => {
  await using db = await freshDatabase()
  const warnings: string[] = []
  const note = ({ name }: Error): void => void warnings.push(name)
  process.on('warning', note)
  await using background = start(db)
  await Promise.all(Array.from({ length: 20 }, (_, key) => background.recalculate('', [key])))
  process.off('warning', note)
  expect(warnings).toEqual([])
})

it('looks for abandoned work once at a time, however long a look takes', async () => {
  await using db = await freshDatabase()
  let [asked, looks] = [0, 0]
  const counted: Database = {
    ...db,
    query(...statement) {
      asked++
      if (statement[0].includes('catalogue_round')) looks++
      return db.query(...statement)
    },
  }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const background = start(counted)
  try {
    await db.transaction(async tx => {
      await tx.query('lock table catalogue_round in access exclusive mode')
      vi.advanceTimersByTime(5000)
      await expect.poll(() => looks).toBe(1)
      const before = asked
      vi.advanceTimersByTime(60_000)
      expect(asked).toBe(before)
    })
  } finally {
    vi.useRealTimers()
    await background[Symbol.asyncDispose]()
  }
})

it('judges no catalogue while it isn’t known who sent a failed file, but for a minute at most', async () => {
  await using db = await freshDatabase()
  const place = await makePlace(db)
  const { key } = await connect(db, place)
  const failedFiles = openFailedFiles(() => db, createLog('silent'))
  await failedFiles.note('import1.xml', () => Promise.reject(new Error('away')))
  await db.query('insert into catalogue_round (integration_key, session_id, over) values ($1, 1, true)', [
    key,
  ])
  const rounds = async () => (await db.query('select from catalogue_round')).rows.length
  let looks = 0
  const counted: Database = {
    ...db,
    query(...statement) {
      // The last question of each look.
      if (statement[0].includes('distinct location_id')) looks++
      return db.query(...statement)
    },
  }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const background = start(counted, failedFiles)
  try {
    await expect
      .poll(() => {
        if (looks < 12) vi.advanceTimersByTime(5000)
        return looks
      })
      .toBe(12)
    expect(await rounds()).toBe(1)
    await expect
      .poll(() => {
        vi.advanceTimersByTime(5000)
        return rounds()
      })
      .toBe(0)
  } finally {
    vi.useRealTimers()
    await background[Symbol.asyncDispose]()
  }
})

it('a failed file that can’t be noted holds back the catalogue of its own 1C alone', async () => {
  await using db = await freshDatabase()
  const places = [await makePlace(db), await makePlace(db)] as const
  const [slow, other] = [await connect(db, places[0]), await connect(db, places[1])]
  await db.query(`
    create function refuse_failed() returns trigger language plpgsql as $$ begin raise 'away'; end $$;
    create trigger refuse_failed before insert on catalogue_round_file for each row execute function refuse_failed()`)
  const failedFiles = openFailedFiles(() => db, createLog('silent'))
  const sender = { integrationKey: slow.key, locationId: places[0].locationId, sessionId: 2 }
  await failedFiles.note('import1.xml', async () => sender)
  await db.query(
    'insert into catalogue_round (integration_key, session_id, over) select unnest($1::int[]), 1, true',
    [[slow.key, other.key]],
  )
  const open = async () =>
    (await db.query<{ key: number }>('select integration_key as key from catalogue_round')).rows
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const background = start(db, failedFiles)
  try {
    vi.advanceTimersByTime(5000)
    await expect.poll(open).toEqual([{ key: slow.key }])
    await db.query('drop trigger refuse_failed on catalogue_round_file')
    await expect
      .poll(() => {
        vi.advanceTimersByTime(5000)
        return open()
      })
      .toEqual([])
  } finally {
    vi.useRealTimers()
    await background[Symbol.asyncDispose]()
  }
})

it('search words of new orders are merged into the index in the background, by no put', async () => {
  await using db = await freshDatabase()
  const place = await makePlace(db)
  const empty = await searchCost(db)
  for (let from = 0; from < 1500; from += 500)
    await saveOrders(
      db,
      place.locationId,
      Array.from({ length: 500 }, (_, index) => ({ body: orderBody(place, { id: `o-${from + index}` }) })),
    )
  const pending = await searchCost(db)
  expect(pending).toBeGreaterThan(2 * empty)
  await using _background = start(db)
  await expect.poll(() => searchCost(db)).toBeLessThan(pending / 2)
})

/** PostgreSQL's estimate of a search that finds nothing: it would read all pages of words that are not merged yet. */
async function searchCost(db: Database): Promise<number> {
  return db.transaction(async tx => {
    await tx.query('set local enable_seqscan = off')
    const { rows } = await tx.query<{ 'QUERY PLAN': [{ Plan: { 'Startup Cost': number } }] }>(
      "explain (format json) select from sale_order where search @@ 'nothing'::tsquery",
    )
    return rows[0]!['QUERY PLAN'][0].Plan['Startup Cost']
  })
}
