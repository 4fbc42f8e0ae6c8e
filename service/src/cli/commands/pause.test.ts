import { expect, it } from 'vitest'
import { runObmen } from '../../../test/support/app/run-obmen.js'
import { newPlatform, startTestServer } from '../../../test/support/app/test-server.js'
import { freshDatabase } from '../../../test/support/databases.js'
import { basic } from '../../../test/support/exchange.js'
import { startBulkAction } from '../../bulk-actions/start-bulk-action.js'

it('nothing goes to a 1C by itself from a restored database that was paused first', async () => {
  await using db = await freshDatabase()
  const before = await startTestServer(db)
  const made = await newPlatform(before)
  const one = await made.connect()
  const alreadyPaused = await made.connect()
  const pause = { enabled: false }
  await made.call('PATCH', `/api/v1/integrations/${alreadyPaused.id}`, pause)
  expect((await made.put('olv-1')).status).toBeLessThan(300)
  await before[Symbol.asyncDispose]()
  const input = { locationId: made.locationId, integrationId: one.id, by: {} }
  const { id } = await startBulkAction(db, { ...input, action: 'resend', filter: {} })

  const env = { DATABASE_URL: db.url }
  const missing = { exitCode: 2, stdout: '', stderr: expect.stringContaining('--all') }
  expect(await runObmen(['pause'], env)).toMatchObject(missing)
  const paused = await runObmen(['pause', '--all'], env)
  expect(paused).toMatchObject({ exitCode: 0, stderr: '' })
  expect(paused.stdout).toContain('интеграций: 1. Отменено действий со многими заказами: 1.')
  expect((await runObmen(['pause', '--all'], env)).stdout).toContain('интеграций: 0.')

  await using server = await startTestServer(db)
  const answer = await fetch(`${server.url}/1c?type=sale&mode=checkauth`, {
    headers: { authorization: basic(one.login, one.password) },
  })
  expect(await answer.text()).toMatch(/^failure\n/)
  const { rows } = await db.query<{ state: string; done: number }>(
    'select state, done from bulk_action where id = $1',
    [id],
  )
  expect(rows).toEqual([{ state: 'canceled', done: 0 }])
  const { rows: changes } = await db.query<{ before: object; after: object }>(
    `select c.before, c.after from integration_change c join integration i on i.key = c.integration_key
      where i.id = $1 and c.kind = 'updated'`,
    [one.id],
  )
  expect(changes).toEqual([{ before: { enabled: true }, after: { enabled: false } }])
})
