import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import { createLog } from '../../log.js'
import { openRequestLog } from './open-request-log.js'

it('errors of requests that are refused faster than they are written take bounded memory', async () => {
  await using db = await freshDatabase()
  const options = { bodyLimit: 1000, sizeLimit: 2 ** 30 }
  await using log = openRequestLog({ db, log: createLog('silent'), ...options })
  const errors = Array.from({ length: 50 }, (_, line) => ({
    path: `/lines/${line}/price`,
    message: 'Цена должна быть числом от 0 до 99999999999999.99, дробная часть отделяется точкой. '.repeat(3),
  }))
  for (let number = 0; number < 2000; number++)
    log.add({
      locationId: randomUUID(),
      at: new Date(),
      durationMs: 1,
      requestId: `r${number}`,
      method: 'PUT',
      path: `/api/v1/orders/${number}`,
      status: 422,
      code: 'invalid',
      errors,
    })
  await log.flush()
  const { rows } = await db.query<{ requests: number; bytes: number }>(
    `select count(*) as requests, sum(octet_length(errors::text)) as bytes from api_request`,
  )
  expect(rows[0]!.requests).toBe(2000)
  expect(Number(rows[0]!.bytes)).toBeLessThan(16 * 2 ** 20)
})
