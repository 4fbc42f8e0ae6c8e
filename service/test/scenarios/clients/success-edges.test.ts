import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  numbersIn,
  oneC,
  type Platform,
  samplePayment,
} from '../../support/app/test-server.js'
import { useFreshServer } from '../../support/app/use-server.js'
import { signIn } from '../../support/exchange.js'

const server = useFreshServer({ apiRateLimit: 0 })
let platform: Platform
let connected: Connected1C
let ask: ReturnType<typeof oneC>['ask']
beforeEach(async () => {
  platform = await newPlatform(server)
  connected = await platform.connect()
  ask = oneC(server, connected).ask
})

const put = async (id: string, changes: object = {}): Promise<void> => {
  const { status, text } = await platform.put(id, {
    number: `Z/${id}`,
    payments: [samplePayment({ id: `pay-${id}` })],
    ...changes,
  })
  if (status >= 300) throw new Error(text)
}
const change = async (body: object): Promise<void> => {
  const { status, text } = await platform.call('PATCH', `/api/v1/integrations/${connected.id}`, body)
  if (status !== 200) throw new Error(text)
}

it('a success after the settings changed confirms what was given before', async () => {
  await put('a')
  const cookie = await signIn(ask)
  expect(numbersIn(await ask('query', { cookie }))).toHaveLength(1)
  await change({
    settings: {
      paymentrules: [{ status: 'nothing' }],
      paymentmethodname: 'Другая',
      client: 'bp',
      batchlimit: 7,
    },
  })
  expect((await ask('success', { cookie })).text).toBe('success')
  expect(await oneC(server, connected).exchange()).toEqual([])
})

it('a success of a paused integration is refused, and confirms the same once resumed', async () => {
  await put('a')
  const cookie = await signIn(ask)
  expect(numbersIn(await ask('query', { cookie }))).toHaveLength(1)
  await change({ enabled: false })
  expect((await ask('success', { cookie })).text).toMatch(/^failure\n/)
  await change({ enabled: true })
  await put('b')
  expect((await ask('success', { cookie })).text).toBe('success')
  expect(await oneC(server, connected).exchange()).toHaveLength(1)
})

it('a success after its integration was made anew confirms nothing of the new one', async () => {
  await put('a')
  const cookie = await signIn(ask)
  expect(numbersIn(await ask('query', { cookie }))).toHaveLength(1)
  expect((await platform.call('DELETE', `/api/v1/integrations/${connected.id}`)).status).toBeLessThan(300)
  const anew = await platform.connect()
  expect((await ask('success', { cookie })).status).toBe(401)
  expect((await oneC(server, anew).ask('success', { cookie })).text).toMatch(/^failure\n/)
  expect((await oneC(server, anew).ask('success')).text).toBe('success')
  expect(await oneC(server, anew).exchange()).toHaveLength(1)
})

it('two clients of one login, one without a cookie, confirm each its own', async () => {
  await put('a')
  const [, name, value, sessid] = (await ask('checkauth')).text.split('\n')
  const cookie = `${name}=${value}`
  const first = numbersIn(await ask(`query&${sessid}`, { cookie }))
  await put('b')
  const second = numbersIn(await ask(`query&${sessid}`))
  expect([first.length, second.length]).toEqual([1, 2])
  await put('c')
  // Neither by HEAD nor by OPTIONS.
  for (const method of ['HEAD', 'OPTIONS']) {
    expect((await ask('success', { method, cookie })).status).toBe(200)
    expect((await ask('query', { method, cookie })).status).toBe(200)
  }
  expect((await ask(`init&${sessid}`, { cookie })).text).toMatch(/^zip=/)
  expect((await ask(`init&${sessid}`, { cookie })).text).toMatch(/^zip=/)
  for (let times = 0; times < 2; times++)
    expect((await ask(`success&${sessid}`, { cookie })).text).toBe('success')
  const left = async () => numbersIn(await ask('query', { cookie: await signIn(ask) }))
  expect(await left()).toHaveLength(2)
  for (let times = 0; times < 2; times++) expect((await ask(`success&${sessid}`)).text).toBe('success')
  expect(await left()).toHaveLength(1)
})
