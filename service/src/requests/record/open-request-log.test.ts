import { randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { anIntegration } from '../../../test/support/journal.js'
import type { Database } from '../../db/database.js'
import { dayName, dayOf, firstIdOf } from '../../db/days.js'
import { createLog } from '../../log.js'
import { createRequestDays, enforceSpaceLimit, sweepRequests } from '../request-partitions.js'
import { openRequestLog, type RequestLog } from './open-request-log.js'

const MB = 2 ** 20
const [FLOODING, QUIET] = [randomUUID(), randomUUID()]
const open = (db: Database, sizeLimit: number): RequestLog =>
  openRequestLog({ db, log: createLog('silent'), bodyLimit: 64 * 1024, sizeLimit, keepDays: 14 })
/** Bytes that compression leaves as they are, more or less. */
const noise = (bytes: number): string => randomBytes(bytes * (3 / 4)).toString('base64')
/** Adds requests that were refused. */
const refuse = (log: RequestLog, locationId: string, count = 1, body = noise(64_000), detail = ''): void => {
  for (let number = 0; number < count; number++)
    log.add({
      ...{
        locationId,
        at: new Date(),
        durationMs: 1,
        requestId: 'x',
        method: 'PUT',
        path: '/api/v1/orders/1',
      },
      ...{ status: 422, code: 'invalid', body: Buffer.from(body), detail },
    })
}
/** Adds `count` refused requests and waits until they are written, a few at a time. */
const flood = async (log: RequestLog, locationId: string, count: number, body?: string, detail?: string) => {
  for (let left = count; left > 0; left -= 25) {
    refuse(log, locationId, Math.min(left, 25), body, detail)
    await log.flush()
  }
}
/** Writes down a request of QUIET on an earlier day. */
const writeQuiet = async (db: Database, day: number) => {
  await db.query(
    `insert into api_request (id, location_id, at, duration_ms, request_id, method, path, status, refused)
     values ($1, $2, now(), 1, 'x', 'PUT', '/', 200, false)`,
    [firstIdOf(day), QUIET],
  )
  await countDay(db, day, QUIET, 500)
}
const countDay = (db: Database, day: number, location: string, bytes: number) =>
  db.query('insert into request_day (day, location_id, bytes) values ($1, $2, $3)', [day, location, bytes])
const inDays = (days: number, from = new Date()): Date => new Date(from.getTime() + days * 86_400_000)
/** What is stored of a location: requests, and bytes of their bodies. */
const stored = async (db: Database, location: string) => {
  const { rows } = await db.query<{ requests: number; bytes: number }>(
    `select count(*) as requests, coalesce(sum(octet_length(body)), 0)::bigint as bytes from api_request where location_id = $1`,
    [location],
  )
  return rows[0]!
}

it('gives one location a part of INTAKE_LOG_LIMIT: it takes neither earlier days nor today from the others', async () => {
  await awayFromMidnight()
  await using db = await freshDatabase()
  const now = new Date()
  const yesterday = dayOf(now) - 1
  await createRequestDays(db, inDays(-1, now))
  await writeQuiet(db, yesterday)
  await createRequestDays(db, now)
  {
    await using log = open(db, 16 * MB)
    await flood(log, FLOODING, 400)
  }
  // As after a restart, and with the space measured anew.
  await using log = open(db, 16 * MB)
  refuse(log, QUIET)
  refuse(log, FLOODING)
  await log.flush()
  expect(await stored(db, QUIET)).toEqual({ requests: 2, bytes: 64_000 })
  expect((await db.query(`select from api_request_${dayName(yesterday)}`)).rows).toHaveLength(1)
  const flooding = await stored(db, FLOODING)
  expect(flooding.requests).toBe(401)
  expect(flooding.bytes).toBeLessThan(6 * MB)
})

it('counts the requests of a location on all days that are kept: it takes no earlier day from the others, and has room on each', async () => {
  await awayFromMidnight()
  await using db = await freshDatabase()
  const now = new Date()
  const today = dayOf(now)
  for (let ago = 3; ago >= 0; ago--) await createRequestDays(db, inDays(-ago, now))
  await writeQuiet(db, today - 3)
  const floodToday = async () => {
    await using log = open(db, 16 * MB)
    const before = (await stored(db, FLOODING)).requests
    await flood(log, FLOODING, 5000, noise(8000), noise(2000))
    return (await stored(db, FLOODING)).requests - before
  }
  /** Makes what was written today something of an earlier day. */
  const age = async (days: number) => {
    await db.query('update api_request set id = id - $1::bigint where id >= $2', [
      firstIdOf(days),
      firstIdOf(today),
    ])
    await db.query('update request_day set day = day - $1::int where day = $2', [days, today])
    await db.query(`vacuum full api_request_${dayName(today)}`)
    await sweepRequests(db, 14, now)
  }
  expect(await floodToday()).toBeGreaterThan(1000)
  await age(2)
  expect(await floodToday()).toBeGreaterThan(300)
  await age(1)
  expect(await floodToday()).toBeGreaterThan(100)
  await using log = open(db, 16 * MB)
  refuse(log, QUIET)
  await log.flush()
  expect((await db.query(`select from api_request_${dayName(today - 3)}`)).rows).toHaveLength(1)
  expect(await stored(db, QUIET)).toEqual({ requests: 2, bytes: 64_000 })

  // The room of a day comes back with its day, be it for its age or for INTAKE_LOG_LIMIT.
  const counted = async () =>
    (await db.query<{ day: number }>('select distinct day from request_day order by 1')).rows.map(
      ({ day }) => today - day,
    )
  expect(await counted()).toEqual([3, 2, 1, 0])
  await sweepRequests(db, 14, inDays(13, now))
  expect(await counted()).toEqual([1, 0])
  await enforceSpaceLimit(db, 1, now)
  expect(await counted()).toEqual([0])
})

it('lets a location that is alone take the room of its oldest days for the newest', async () => {
  await awayFromMidnight()
  await using db = await freshDatabase()
  await createRequestDays(db, new Date())
  await countDay(db, dayOf(new Date()) - 1, FLOODING, 8 * MB - 100_000)
  await using log = open(db, 16 * MB)
  await flood(log, FLOODING, 30, noise(8000))
  const { requests, bytes } = await stored(db, FLOODING)
  expect([requests, bytes]).toEqual([30, 30 * 8000])
})

it('leaves a location some room today though its earlier days take all that it may have', async () => {
  await awayFromMidnight()
  await using db = await freshDatabase()
  await createRequestDays(db, new Date())
  await countDay(db, dayOf(new Date()) - 1, FLOODING, 12 * MB)
  await countDay(db, dayOf(new Date()) - 1, QUIET, 500)
  await using log = open(db, 16 * MB)
  for (let count = 0; count < 10; count++) await flood(log, FLOODING, 1, noise(8000))
  const { requests, bytes } = await stored(db, FLOODING)
  expect([requests, bytes]).toEqual([10, 10 * 8000])
})

it('counts the bodies of a location as they are stored: compressed', async () => {
  await using db = await freshDatabase()
  await using log = open(db, 16 * MB)
  const line = `{ "lines": [${'{"sku": "А-100", "quantity": "1", "price": "150.00"}, '.repeat(1200)}] }`
  await flood(log, FLOODING, 300, line.slice(0, 60_000))
  const { requests, bytes } = await stored(db, FLOODING)
  expect([requests, bytes / requests > 60_000]).toEqual([300, true])
})

it('gives one location a part of what waits to be written: of another everything is stored', async () => {
  await using db = await freshDatabase()
  await using log = open(db, 1024 * MB)
  refuse(log, FLOODING, 600)
  refuse(log, QUIET)
  await log.flush()
  expect(await stored(db, QUIET)).toEqual({ requests: 1, bytes: 64_000 })
})

it('holds a bounded part of the errors of requests that are refused faster than they are written', async () => {
  await using db = await freshDatabase()
  const { locationId } = await anIntegration(db)
  await using log = openRequestLog({
    db,
    log: createLog('silent'),
    bodyLimit: 1000,
    sizeLimit: 2 ** 30,
    keepDays: 14,
  })
  const errors = Array.from({ length: 50 }, (_, line) => ({
    path: `/lines/${line}/price`,
    message: 'Цена должна быть числом от 0 до 99999999999999.99, дробная часть отделяется точкой. '.repeat(3),
  }))
  for (let number = 0; number < 2000; number++)
    log.add({
      ...{ locationId, at: new Date(), durationMs: 1, requestId: `r${number}` },
      ...{ method: 'PUT', path: `/api/v1/orders/${number}`, status: 422, code: 'invalid', errors },
    })
  await log.flush()
  const { rows } = await db.query<{ requests: number; bytes: number }>(
    `select count(*) as requests, sum(octet_length(errors::text)) as bytes from api_request`,
  )
  expect(rows[0]!.requests).toBe(2000)
  expect(Number(rows[0]!.bytes)).toBeLessThan(16 * 2 ** 20)
})
