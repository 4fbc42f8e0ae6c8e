import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import { type Connected, connect1c, startBackend } from '../../../test/support/exchange.js'
import { openProxy } from '../../../test/support/postgres/swallowing-proxy.js'
import { openDatabase } from '../../db/database.js'
import { createLog } from '../../log.js'

it('7.16: a server that could not say that it lives, for the database was away, is not taken for dead', async () => {
  const db = await freshDatabase()
  await using proxy = await openProxy(db.url)
  await using away = openDatabase({ url: proxy.url, onError: () => undefined })
  const logged: string[] = []
  await using backend = await startBackend(
    away,
    {},
    createLog('warn', { write: line => void logged.push(line) }),
  )
  const [interrupted, other] = [await connect1c(backend.db), await connect1c(backend.db)]
  const add = (of: Connected, reader: string) =>
    db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, reader, reader_until)
       values ($1, $2, 1, 'sale', 'orders.xml', 'complete', 10, 'xml', ${reader})`,
      [of.key, of.locationId],
    )
  const stateOf = async ({ key }: Connected) =>
    (await db.query('select state, tries from upload where integration_key = $1', [key])).rows[0]
  proxy.swallowAll()
  await add(interrupted, 'gen_random_uuid(), now()')
  await add(other, 'null, null')
  await expect
    .poll(() => logged.some(line => line.includes('could not look for files')), { timeout: 60_000 })
    .toBe(true)
  proxy.passAgain()
  await expect.poll(() => stateOf(other), { timeout: 60_000 }).toEqual({ state: 'failed', tries: 0 })
  // It says so; then it dies.
  const renew = async (until: string) =>
    (await db.query(`update upload set reader_until = ${until} where reader is not null returning tries`))
      .rows
  expect(await renew(`now() + interval '1 hour'`)).toEqual([{ tries: 0 }])
  expect(await renew('now()')).toEqual([{ tries: 0 }])
  await expect.poll(() => stateOf(interrupted), { timeout: 60_000 }).toEqual({ state: 'failed', tries: 1 })
})
