import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runObmen } from '../support/app/run-obmen.js'
import { startServing } from '../support/app/serving.js'
import { oneC, type Platform, platformAt } from '../support/app/test-server.js'
import { emptyDatabaseUrl } from '../support/databases.js'
import { TEST_SECRET_KEY } from '../support/secrets.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-restore-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SETUP = [
  ...['setup', '--location', 'Технопарк', '--timezone', 'Asia/Yekaterinburg'],
  ...['--company', 'ООО «Ромашка»', '--inn', '7707083893', '--kpp', '773601001'],
  ...['--admin-email', 'anna@example.ru', '--admin-password', 'dolgiy-parol-1', '--json'],
]

const numberOf = async (platform: Platform, id: string): Promise<number> =>
  Number((await platform.call('GET', `/api/v1/orders/${id}`)).body.numberIn1c)

it('after a restore no number is given twice, and nothing goes to a 1C before a person says the next one', async () => {
  const env = { DATA_DIR: join(folder, 'lost'), LOG_LEVEL: 'silent' }
  const made = JSON.parse((await runObmen(SETUP, env)).stdout)
  const file = join(folder, 'while-serving.backup')
  const given = new Set<string>()
  const connected: { id: string; login: string; password: string }[] = []
  {
    await using lost = await startServing(env)
    const platform = platformAt(lost.address, made)
    for (const _ of [1, 2]) connected.push(await platform.connect({ client: 'ut' }))
    // Its secret is encrypted.
    await platform.call('POST', '/api/v1/webhooks', { url: 'https://example.ru/hook', types: ['order.held'] })
    await platform.put('before')
    for (const one of connected)
      for (const number of await oneC({ url: lost.address }, one).exchange()) given.add(number)
    expect(await runObmen(['backup', file], env)).toMatchObject({ exitCode: 0 })
    for (const id of ['since-1', 'since-2']) await platform.put(id)
    for (const number of await oneC({ url: lost.address }, connected[0]!).exchange()) given.add(number)
    expect(given.size).toBe(3)
  }

  const url = await emptyDatabaseUrl()
  const restored = await runObmen(['restore', file], { DATABASE_URL: url, SECRET_KEY: TEST_SECRET_KEY })
  expect(restored).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('другим ключом') })
  const key = readFileSync(join(env.DATA_DIR, 'secret.key'), 'utf8').trim()
  await using server = await startServing({ DATABASE_URL: url, SECRET_KEY: key, LOG_LEVEL: 'silent' })
  const platform = platformAt(server.address, made)
  const [first, second] = connected as [(typeof connected)[0], (typeof connected)[0]]
  const at = (one: { id: string }) => `/api/v1/integrations/${one.id}`
  await expect(oneC({ url: server.address }, first).exchange()).rejects.toThrow('failure')
  expect((await platform.call('GET', at(first))).body).toMatchObject({
    ...{ enabled: false, state: 'paused', stateCause: { code: 'restored' } },
    restoredAt: expect.stringMatching(/^20/),
  })
  expect((await platform.call('GET', '/api/v1/attention')).text).toContain('"restored"')

  const refused = await platform.call('PATCH', at(first), { enabled: true })
  expect(refused).toMatchObject({ status: 409, body: { code: 'restored', proposedNumber: 1001 } })
  const low = await platform.call('PATCH', at(first), { enabled: true, nextNumber: 1 })
  expect(low.status).toBe(422)
  expect(low.body.errors).toMatchObject([{ path: '/nextNumber', params: { lowest: 2 } }])

  const slip = await platform.call('PATCH', at(first), { enabled: true, nextNumber: 1_500_000 })
  expect(slip).toMatchObject({
    status: 409,
    body: { code: 'number-jump', errors: [{ path: '/nextNumber' }] },
  })
  // What was connected since the backup is connected anew, and waits like the others.
  const anew = await platform.connect({ client: 'ut' })
  expect(anew).toMatchObject({ enabled: false, state: 'paused', proposedNumber: 1001 })
  expect((await platform.call('PATCH', at(anew), { enabled: true })).body.code).toBe('restored')
  expect((await platform.call('DELETE', at(anew))).status).toBe(204)

  // The platform puts again before anybody has looked into 1C, whose last number is beyond the gap.
  await platform.put('since-1')
  expect(await numberOf(platform, 'since-1')).toBe(1001)
  // Of a change that is refused nothing is kept: the same, mended, is taken.
  const bad = { enabled: true, nextNumber: 1500, settings: { paymentrules: 'all' } }
  expect((await platform.call('PATCH', at(first), bad)).body.code).toBe('bad-settings')
  expect((await platform.call('PATCH', at(first), { enabled: true })).body.code).toBe('restored')
  const resumed = await platform.call('PATCH', at(first), { enabled: true, nextNumber: 1500 })
  expect(resumed).toMatchObject({ status: 200, body: { enabled: true, restoredAt: null } })
  expect(await numberOf(platform, 'since-1')).toBe(1500)
  await platform.put('since-2')
  const again = await oneC({ url: server.address }, first).exchange()
  expect(again.toSorted()).toEqual(['1500', '1501'])
  for (const number of again) expect(given).not.toContain(number)

  // What the first 1C was given since keeps its number, and never meets another order in the second one.
  expect((await platform.call('PATCH', at(second), { enabled: true })).body.proposedNumber).toBe(1500)
  const late = await platform.call('PATCH', at(second), { enabled: true, nextNumber: 1600 })
  expect(late.status).toBe(200)
  await platform.put('new')
  expect(await oneC({ url: server.address }, second).exchange()).toEqual(['1600'])
  const needless = await platform.call('PATCH', at(second), { enabled: true, nextNumber: 1700 })
  expect(needless.status).toBe(422)

  // Where counting begins is moved back no further.
  const settings = { ...resumed.body.settings, ordernumberfrom: 1 }
  expect((await platform.call('PATCH', at(first), { settings })).status).toBe(200)
  await platform.put('newest')
  expect(await numberOf(platform, 'newest')).toBe(1601)
})
