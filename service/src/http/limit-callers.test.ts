import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readConfig } from '../config.js'
import { toAppError } from '../errors/to-app-error.js'
import { createLog } from '../log.js'
import { httpConfig } from './http-config.js'
import { limitCallers } from './limit-callers.js'
import { createServer, type Server } from './server.js'

let server: Server
let url: string
let inWork: number
let most: number
let finish: () => void
const open: Socket[] = []

beforeEach(async () => {
  const finished = new Promise<void>(resolve => {
    finish = resolve
  })
  ;[inWork, most] = [0, 0]
  server = createServer({
    config: { ...httpConfig(readConfig({ PORT: '0' })), stopTimeoutMs: 1 },
    log: createLog('silent'),
    onError: (error, _request, reply) => {
      const { code, retryAfterSeconds } = toAppError(error)
      return reply.code(429).header('retry-after', String(retryAfterSeconds)).send(code)
    },
  })
  const { app } = server
  limitCallers(app, address => address)
  app.addHook('onRequest', async request => {
    const { authorization } = request.headers
    if (authorization && authorization !== 'wrong') request.comesFrom!(authorization.split(' ')[0]!)
  })
  app.get('/', async () => 'here')
  app.get('/healthz', async () => 'healthy')
  app.post('/', async () => 'taken')
  app.get('/endless', async () =>
    Readable.from(
      (async function* () {
        yield 'first'
        await finished
      })(),
    ),
  )
  app.get('/slow', async () => {
    most = Math.max(most, ++inWork)
    await finished
    inWork--
    return 'done'
  })
  url = await server.listen()
})

afterEach(async () => {
  finish()
  for (const socket of open.splice(0)) socket.destroy()
  await server.close()
})

const ask = (path: string, authorization?: string): Promise<Response> =>
  fetch(url + path, authorization === undefined ? {} : { headers: { authorization } })
const asks = (count: number, ...call: Parameters<typeof ask>) =>
  Array.from({ length: count }, () => ask(...call))
const atWork = (count: number) => expect.poll(() => inWork, { timeout: 60_000 }).toBe(count)

it('of one caller two calls are in work, its others wait, and nobody else does', async () => {
  for (const login of ['a one', 'a two', 'b one']) await ask('/', login)
  const slow = [...asks(5, '/slow', 'a one'), ...asks(5, '/slow', 'a two')]
  await atWork(2)
  expect(await (await ask('/', 'b one')).text()).toBe('here')
  expect(await (await ask('/')).text()).toBe('here')
  expect(most).toBe(2)
  finish()
  for (const answer of await Promise.all(slow)) expect(await answer.text()).toBe('done')
  expect(most).toBe(2)
})

it('calls without credentials and with wrong ones are in work by address, two each', async () => {
  const slow = [...asks(3, '/slow'), ...asks(3, '/slow', 'wrong')]
  await atWork(4)
  finish()
  await Promise.all(slow)
  expect(most).toBe(4)
})

it('what finds no room in the queue of its caller is refused with 429 and Retry-After', async () => {
  await ask('/', 'a one')
  const refused: Response[] = []
  const calls = asks(2 + 256 + 10, '/slow', 'a one').map(call =>
    call.then(answer => answer.status === 429 && refused.push(answer)),
  )
  await expect.poll(() => refused.length, { timeout: 60_000 }).toBe(10)
  expect(refused[0]!.headers.get('retry-after')).toBe('1')
  finish()
  await Promise.all(calls)
  expect([most, refused.length]).toEqual([2, 10])
})

it('bodies that are still coming and answers under way hold nothing up', async () => {
  await ask('/', 'a one')
  for (let at = 0; at < 3; at++) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    open.push(socket)
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nAuthorization: a one\r\nContent-Length: 9\r\n\r\nbegun')
    await once(socket, 'connect')
  }
  const endless = await Promise.all(asks(3, '/endless', 'a one'))
  expect(endless.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await (await ask('/', 'a one')).text()).toBe('here')
})

it('calls whose clients have left give their places back', async () => {
  await ask('/', 'a one')
  const gone = new AbortController()
  const leaving = Array.from({ length: 6 }, () =>
    fetch(`${url}/slow`, { headers: { authorization: 'a one' }, signal: gone.signal }).catch(() => undefined),
  )
  await atWork(2)
  gone.abort()
  await Promise.all(leaving)
  expect(await (await ask('/', 'a one')).text()).toBe('here')
})

it('beyond a burst strangers of an address wait, those who are known and health checks do not', async () => {
  await ask('/', 'a one')
  const order: string[] = []
  const note = (who: string, calls: Promise<Response>[]) =>
    calls.map(call => call.then(() => order.push(who)))
  const strangers = note('stranger', asks(220, '/'))
  await expect.poll(() => order.length, { timeout: 60_000 }).toBeGreaterThan(200)
  const others = [...note('known', asks(1, '/', 'a one')), ...note('health', asks(1, '/healthz'))]
  await Promise.all([...strangers, ...others])
  expect(order.at(-1)).toBe('stranger')
})
