import { randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { anIntegration } from '../../../test/support/journal.js'
import type { Database } from '../../db/database.js'
import { dayName, dayOf, firstIdOf } from '../../db/days.js'
import { createLog } from '../../log.js'
import { createRequestDays } from '../request-partitions.js'
import { openRequestLog, type RequestLog } from './open-request-log.js'

const MB = 2 ** 20
const [FLOODING, QUIET] = [randomUUID(), randomUUID()]
const open = (db: Database, sizeLimit: number): RequestLog =>
  openRequestLog({ db, log: createLog('silent'), bodyLimit: 64 * 1024, sizeLimit })
/** Adds requests that were refused, with bodies that compression leaves as they are. */
const refuse = (log: RequestLog, locationId: string, count = 1): void => {
  const body = Buffer.from(randomBytes(48_000).toString('base64'))
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
      ...{ status: 422, code: 'invalid', body },
    })
}
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
  await createRequestDays(db, new Date(now.getTime() - 86_400_000))
  await db.query(
    `insert into api_request (id, location_id, at, duration_ms, request_id, method, path, status, refused)
     values ($1, $2, now(), 1, 'x', 'PUT', '/', 200, false)`,
    [firstIdOf(yesterday), QUIET],
  )
  await createRequestDays(db, now)
  {
    await using log = open(db, 16 * MB)
    for (let time = 0; time < 16; time++) {
      refuse(log, FLOODING, 25)
      await log.flush()
    }
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
  await using log = openRequestLog({ db, log: createLog('silent'), bodyLimit: 1000, sizeLimit: 2 ** 30 })
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
