import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.js'
import { openMailServer } from '../support/alarms/mail-server.js'
import { runObmen } from '../support/app/run-obmen.js'
import { startServing } from '../support/app/serving.js'
import { newPlatform, type Platform, platformAt } from '../support/app/test-server.js'
import { emptyDatabaseUrl, freshDatabase } from '../support/databases.js'
import { TEST_SECRET_KEY } from '../support/secrets.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-trial-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const SOON = { timeout: 60_000 }

it('a restored copy sends nothing until a person resumes it, then all that waited', {
  timeout: 240_000,
}, async () => {
  const calls = new Set<string>()
  await using mails = await openMailServer()
  // Whoever is called: the platform, a chat, a 1C, who watches the heartbeat.
  const others = createServer((request, response) => {
    calls.add(request.url!.split('/')[1]!)
    request.resume()
    response.writeHead(request.url === '/hook' && isRefusing ? 500 : 204).end()
  }).listen(0, '127.0.0.1')
  let isRefusing = true
  afterAll(() => void others.close())
  await new Promise(resolve => others.once('listening', resolve))
  const url = `http://127.0.0.1:${(others.address() as AddressInfo).port}`
  const env = { ALLOW_PRIVATE_ADDRESSES: 'yes', SMTP_URL: mails.url, HEARTBEAT_URL: `${url}/heartbeat` }
  const file = join(folder, 'day.backup')
  const { made, integrationId } = await makeSource()

  const target = await emptyDatabaseUrl()
  const restored = { DATABASE_URL: target, SECRET_KEY: TEST_SECRET_KEY, ...env }
  expect(await runObmen(['restore', file], restored)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('obmen resume'),
  })
  await using db = openDatabase({ url: target, poolSize: 2 })
  await db.query('update webhook_attempt set due_at = now()')
  calls.clear()
  mails.received.length = 0
  isRefusing = false
  await using server = await startServing(restored)
  const platform = platformAt(server.address, made)
  await hold(platform, 'since', integrationId)
  const waiting = async () => {
    const { rows } = await db.query<{ name: string; passed: boolean }>(
      `select j.task_identifier as name from graphile_worker.jobs j
        where j.task_identifier in ('deliver', 'send-alarms', 'read-1c') and j.run_at < now()
          and exists (select from graphile_worker.jobs f
                       where f.key = 'find-work' and f.run_at > j.created_at + interval '6 seconds')
        group by 1 order by 1`,
    )
    return rows.map(({ name }) => name)
  }
  // They are due, and jobs that came later are done.
  await expect.poll(waiting, SOON).toEqual(['deliver', 'read-1c', 'send-alarms'])
  expect([...calls, ...mails.received]).toEqual([])
  const { body } = await platform.call('GET', '/api/v1/overview')
  expect(body.sendingPausedAt).toMatch(/^20/)
  const check = await runObmen(['check', '--json'], restored)
  expect(JSON.parse(check.stdout)).toContainEqual({
    ...{ code: 'sending', ok: false, text: expect.stringContaining('obmen resume') },
  })

  expect((await runObmen(['resume'], restored)).stdout).toContain('Отправка возобновлена')
  await expect.poll(() => [...calls].toSorted(), SOON).toEqual(['1c', 'chat', 'hook'])
  await expect.poll(() => mails.received.length, SOON).toBe(1)
  expect((await platform.call('GET', '/api/v1/overview')).body.sendingPausedAt).toBeNull()
  expect((await runObmen(['resume'], restored)).stdout).toContain('не была')

  /** A server with a webhook that was refused, an alarm that nobody was told of yet, and a 1C that is read. */
  async function makeSource() {
    await using db = await freshDatabase()
    await using server = await startServing({ DATABASE_URL: db.url, ...env })
    const platform = await newPlatform({ db, url: server.address })
    const { id: integrationId } = await platform.connect()
    const reading = { url: `${url}/1c`, login: 'l', password: 'p', everyMinutes: 15, enabled: true }
    expect(
      (await platform.call('PUT', `/api/v1/integrations/${integrationId}/reading`, reading)).status,
    ).toBe(200)
    const webhook = { url: `${url}/hook`, types: ['*'] }
    expect((await platform.call('POST', '/api/v1/webhooks', webhook)).status).toBe(201)
    await hold(platform, 'before', integrationId)
    await expect.poll(() => [...calls].toSorted(), SOON).toEqual(['1c', 'heartbeat', 'hook'])
    await server[Symbol.asyncDispose]()
    await db.query('update reading set next_at = now(), touched_at = null')
    await db.query(
      `insert into alarm_settings (user_id, location_id, settings)
       select id, $1, $2 from user_account`,
      [platform.locationId, { channels: { webhook: { enabled: true, url: `${url}/chat` } } }],
    )
    await db.query(
      `with stopped as (
         insert into webhook (location_id, url, types, secret, position, state, state_reason, state_since)
         values ($1, 'https://example.ru/', '{*}', 's', 0, 'paused', 'failing', now()) returning id)
       insert into alarm (location_id, cause, subject, began_at, noticed_at, checked_at, opened_at, facts)
       select $1, 'webhook-stopped', id, now(), now(), now(), now(), '{}' from stopped`,
      [platform.locationId],
    )
    expect(await runObmen(['backup', file], { DATABASE_URL: db.url })).toMatchObject({ exitCode: 0 })
    return { made: platform, integrationId }
  }
})

/** An event that the webhook gets. */
async function hold(platform: Platform, orderId: string, integrationId: string): Promise<void> {
  await platform.put(orderId)
  const { status } = await platform.call('POST', `/api/v1/orders/${orderId}/hold`, {
    integrationId,
    reason: 'x',
  })
  expect(status).toBe(200)
}
