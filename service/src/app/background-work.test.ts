import { expect, it, vi } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import { makePlace, orderBody } from '../../test/support/place.js'
import type { Database } from '../db/database.js'
import { createLog } from '../log.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { startBackgroundWork } from './background-work.js'

const start = (db: Database) =>
  startBackgroundWork({
    db,
    log: createLog('silent'),
    pauses: { settleSeconds: 60, quietSeconds: 60 },
    lockTimeoutMs: 5000,
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
      if (statement[0].includes('catalogue_import')) looks++
      return db.query(...statement)
    },
  }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const background = start(counted)
  try {
    await db.transaction(async tx => {
      await tx.query('lock table catalogue_import in access exclusive mode')
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
