import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../config.js'
import { createLog } from '../log.js'
import { healthRoutes } from './health.js'
import { type HttpConfig, httpConfig } from './http-config.js'
import { noteKnown } from './limit-strangers.js'
import { createServer, type Server } from './server.js'

let server: Server
let url: string
let port: number

async function start(
  changes: Partial<HttpConfig> = {},
  routes: (app: FastifyInstance) => void = () => {},
  log = createLog('silent'),
): Promise<void> {
  server = createServer({
    config: { ...httpConfig(readConfig({ PORT: '0' })), ...changes },
    log,
    onError: (error, _request, reply) => reply.code(500).send({ error: (error as Error).message }),
  })
  routes(server.app)
  url = await server.listen()
  port = (server.app.server.address() as AddressInfo).port
}

afterEach(() => server.close())

/** Sends bytes and returns everything received until the connection ended. */
async function raw(pieces: string[], pauseMs = 0): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', data => {
    answer += data
  })
  socket.on('error', () => undefined)
  for (const piece of pieces) {
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
    if (pauseMs > 0) await delay(pauseMs)
  }
  if (!socket.closed) await once(socket, 'close')
  return answer
}

describe('requests that are none', () => {
  it('headers of a megabyte get a whole 431 in words', async () => {
    await start()
    const answer = await raw([`GET /1c HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(2 ** 20)}\r\n\r\n`])
    expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    const [head, body] = answer.split('\r\n\r\n') as [string, string]
    expect(body).toMatch(/^failure\nЗаголовки запроса больше 16384 байт/)
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}\r\n`)
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })

  it('headers of a call of REST that are too large get a problem', async () => {
    await start()
    const answer = await raw([
      `GET /api/v1/orders HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`,
    ])
    const [head, body] = answer.split('\r\n\r\n') as [string, string]
    expect(head).toMatch(/^HTTP\/1\.1 431 [\s\S]*Content-Type: application\/problem\+json/)
    expect(JSON.parse(body)).toMatchObject({
      status: 431,
      code: 'headers-too-large',
      detail: expect.stringContaining('16384'),
    })
  })

  it('headers that come in pieces and are too large get a problem, in English for who asks', async () => {
    await start()
    const head = 'GET /api/v1/orders HTTP/1.1\r\nHost: x\r\n'
    const rest = `Accept-Language: en\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`
    const answer = await raw([head, rest], 50)
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
      code: 'headers-too-large',
      title: 'The headers are too large',
    })
  })

  it('what is no HTTP gets a 400 in words', async () => {
    await start()
    const answer = await raw(['\x16\x03\x01\x02\x00 hello\r\n\r\n'])
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*failure\nЭто не запрос/)
  })

  it('the server goes on serving others', async () => {
    await start({}, app => void app.get('/', async () => 'here'))
    await raw(['GET / HTTP/9.9\r\n\r\n'])
    expect(await (await fetch(url)).text()).toBe('here')
  })
})

describe('requests upon requests of one connection', () => {
  it('are not read further once four are unanswered, and the connection ends', async () => {
    let asked = 0
    await start({}, app => {
      app.get('/never', () => {
        asked++
        return new Promise(() => {})
      })
      app.get('/', async () => 'here')
    })
    expect(await raw(['GET /never HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500)])).toBe('')
    expect(asked).toBe(4)
    expect(await (await fetch(url)).text()).toBe('here')
  })

  it('end with their connection, those that wait behind another, too', async () => {
    let closed = 0
    await start({}, app => {
      app.get('/never', (_request, reply) => {
        reply.raw.once('close', () => closed++)
        return new Promise(() => {})
      })
    })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3))
    await once(server.app.server, 'request')
    socket.destroy()
    await expect.poll(() => closed).toBe(3)
  })
})

describe('an answer that comes before the body is read', () => {
  const LENGTH = 40_000_000
  /** Sends the whole body before it reads anything, as simple clients do. */
  async function sendAll(head: string, pieces: Buffer[]): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    const errors: Error[] = []
    socket.on('error', error => errors.push(error))
    socket.write(head)
    for (const piece of pieces) await new Promise(resolve => socket.write(piece, resolve))
    let answer = ''
    socket.on('data', data => {
      answer += data
    })
    // The connection carries the next request.
    socket.write('GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    if (!socket.closed) await once(socket, 'close')
    expect(errors).toEqual([])
    return answer
  }
  const routes = (app: FastifyInstance): void => {
    app.post('/', async () => 'taken')
    app.post(
      '/closed',
      { onRequest: async (_request, reply) => reply.code(401).send('who?') },
      async () => '',
    )
    app.get('/next', async () => 'next')
  }

  it.each([
    ['a length over the limit', '/', `Content-Length: ${LENGTH}`, 500],
    ['chunks over the limit', '/', 'Transfer-Encoding: chunked', 500],
    ['a stranger', '/closed', `Content-Length: ${LENGTH}`, 401],
  ])('is read by who sends on: %s', async (_what, path, header, status) => {
    await start({ bodyLimit: 1_000_000 }, routes)
    const piece = Buffer.alloc(1_000_000, ' ')
    const chunk = Buffer.concat([Buffer.from('F4240\r\n'), piece, Buffer.from('\r\n')])
    const chunked = header.startsWith('Transfer')
    const pieces = Array<Buffer>(40).fill(chunked ? chunk : piece)
    const answer = await sendAll(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${header}\r\n\r\n`,
      chunked ? [...pieces, Buffer.from('0\r\n\r\n')] : pieces,
    )
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/next$/)
  })
})

describe('a stop', () => {
  it('lets a running answer end and refuses new connections', async () => {
    let finish = () => {}
    const finished = new Promise<void>(resolve => {
      finish = resolve
    })
    await start({}, app => {
      app.get('/slow', async () => {
        await finished
        return 'whole'
      })
    })
    const running = fetch(`${url}/slow`)
    await once(server.app.server, 'request')
    const closed = server.close()
    await expect(fetch(url)).rejects.toThrow()
    finish()
    expect(await (await running).text()).toBe('whole')
    await closed
  })

  it('does not wait for connections without a request', async () => {
    await start({}, app => void app.get('/', async () => 'here'))
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    await (await fetch(url)).text()
    // It would wait for longer than a test may take.
    await server.close()
    silent.destroy()
  })

  it('cuts what has not ended after stopTimeoutMs', async () => {
    await start({ stopTimeoutMs: 100 }, app => void app.get('/never', () => new Promise(() => {})))
    const running = fetch(`${url}/never`).catch(error => error)
    await once(server.app.server, 'request')
    await server.close()
    expect(await running).toBeInstanceOf(Error)
  })

  it('tells answers without an end to end', async () => {
    await start()
    expect(server.stopping.aborted).toBe(false)
    await server.close()
    expect(server.stopping.aborted).toBe(true)
  })
})

it('connections of strangers that ask nothing make way, those of known callers never', async () => {
  await start({ mostStrangers: 3 }, app => {
    app.get('/', async () => 'here')
    app.get('/known', async request => noteKnown(request.raw.socket))
    app.get('/never', () => new Promise(() => {}))
  })
  const sockets: Socket[] = []
  const arrive = async (path?: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    const accepted = once(server.app.server, path ? 'request' : 'connection')
    if (path) socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await accepted
    if (path && path !== '/never') await once(socket, 'data')
    return socket
  }
  const known = await arrive('/known')
  const running = await arrive('/never')
  const silent = await arrive()
  const asked = await arrive('/')
  const more = await arrive()
  await once(silent.resume(), 'close')
  const others = await arrive()
  await once(asked.resume(), 'close')
  expect([known, running, more, others].map(({ closed }) => closed)).toEqual([false, false, false, false])
  expect(await (await fetch(url)).text()).toBe('here')
  for (const socket of sockets) socket.destroy()
})

it('a connection on which nothing moves is cut', async () => {
  await start({ idleTimeoutMs: 3000 }, app => {
    app.get('/half', (_request, reply) => {
      reply.hijack()
      reply.raw.write('half')
    })
  })
  const call = request(`${url}/half`).end()
  const [response] = await once(call, 'response')
  response.resume()
  await expect(once(response, 'end')).rejects.toThrow('aborted')
})

describe('a request', () => {
  it('has an id of its own, or its trusted proxy’s', async () => {
    const ids = async (...given: string[]) => {
      const answers = given.map(id => fetch(url, { headers: id === '' ? {} : { 'x-request-id': id } }))
      return (await Promise.all(answers)).map(({ headers }) => headers.get('x-request-id'))
    }
    const route = (app: FastifyInstance) => void app.get('/', async () => 'here')
    const own = expect.stringMatching(/^[\w-]{12}$/)
    await start({ trustProxy: ['loopback'] }, route)
    expect(await ids('', 'proxy-7', 'a b"c')).toEqual([own, 'proxy-7', own])
    await server.close()
    await start({ trustProxy: ['10.0.0.0/8'] }, route)
    expect(await ids('', 'somebody-7')).toEqual([own, own])
    await server.close()
    await start({}, route)
    expect(await ids('', 'somebody-7')).toEqual([own, own])
  })

  it('is logged with the trace of its caller', async () => {
    const lines: string[] = []
    const log = createLog('debug', { write: line => void lines.push(line) })
    await start({}, app => void app.get('/', async () => 'here'), log)
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    for (const traceparent of [`00-${trace}-00f067aa0ba902b7-01`, 'nonsense'])
      await (await fetch(url, { headers: { traceparent } })).text()
    const requests = () => lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'request')
    await expect.poll(() => requests().map(({ traceId }) => traceId)).toEqual([trace, undefined])
  })

  it('is taken with and without the path prefix, and not under a path that only begins alike', async () => {
    await start({ pathPrefix: '/obmen' }, app => {
      app.get('/', async () => 'root')
      app.get('/page', async request => request.url)
    })
    const text = async (path: string) => (await fetch(url + path)).text()
    expect(await text('/obmen/page?a=1')).toBe('/page?a=1')
    expect(await text('/page')).toBe('/page')
    expect(await text('/obmen')).toBe('root')
    expect(await text('/obmen/')).toBe('root')
    expect((await fetch(`${url}/obmenpage`)).status).toBe(404)
  })

  it('counts as from the address that a trusted proxy names, and only then', async () => {
    const route = (app: FastifyInstance) => void app.get('/', async request => request.ip)
    const forwarded = async () => (await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.7' } })).text()
    await start({ trustProxy: ['loopback'] }, route)
    expect(await forwarded()).toBe('203.0.113.7')
    await server.close()
    await start({}, route)
    expect(await forwarded()).toBe('127.0.0.1')
  })
})

it('X-Forwarded-For of a proxy that TRUST_PROXY does not name is one warning', async () => {
  const lines: string[] = []
  const log = createLog('warn', { write: line => void lines.push(line) })
  const route = (app: FastifyInstance) => void app.get('/', async () => 'here')
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  await start({ trustProxy: ['loopback'] }, route, log)
  await (await fetch(url, { headers })).text()
  await server.close()
  expect(lines).toEqual([])
  await start({}, route, log)
  for (const _ of [1, 2, 3]) await (await fetch(url, { headers })).text()
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { level: 40, address: '127.0.0.1', msg: expect.stringContaining('TRUST_PROXY') },
  ])
})

describe('health', () => {
  it('/healthz says that the process lives, /readyz whether it can work', async () => {
    let broken: Error | undefined = new Error('no database')
    await start({}, app => {
      app.register(healthRoutes, {
        stopping: server.stopping,
        version: '1.2.3',
        commit: null,
        ready: async () => {
          if (broken) throw broken
        },
      })
    })
    const live = await fetch(`${url}/healthz`)
    expect([live.status, await live.text(), live.headers.get('cache-control')]).toEqual([
      200,
      '{"status":"ok"}',
      'no-store',
    ])
    const notReady = await fetch(`${url}/readyz`)
    expect([notReady.status, notReady.headers.get('retry-after')]).toEqual([503, '5'])
    broken = undefined
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.text()]).toEqual([
      200,
      '{"status":"ok","version":"1.2.3","commit":null}',
    ])
  })
})
