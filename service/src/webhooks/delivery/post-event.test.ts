import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { postEvent } from './post-event.js'

/** Posts to a server that writes `answer`, does `then` and leaves the connection open; waits until the poster closed it. */
async function post(answer: string, then?: (socket: Socket) => void, timeoutMs = 60_000) {
  const closed: Promise<unknown>[] = []
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    closed.push(once(socket, 'close'))
    socket.once('data', () => socket.write(answer, () => then?.(socket)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const outcome = await postEvent({
    url: `http://127.0.0.1:${port}/`,
    headers: {},
    body: '{}',
    limits: { timeoutMs, allowPrivate: true },
    signal: new AbortController().signal,
  })
  await Promise.all(closed)
  server.close()
  return outcome
}

/** For those that wait until it is over. */
const TIMEOUT_MS = 3000
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nпринято'

it.concurrent.each([
  ['never ends', OK, undefined, 'принято'],
  ['ends too early', OK, (socket: Socket) => socket.end(), 'принято'],
  ['is broken', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n', undefined, ''],
] as const)('an answer whose body %s is what its status says', async (_, sent, then, answer) => {
  expect(await post(sent, then, TIMEOUT_MS)).toMatchObject({ status: 200, failure: null, answer })
})

it.concurrent.each([
  ['HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 100\r\n\r\n', 302, 'redirect'],
  ['HTTP/1.1 410 Gone\r\nTransfer-Encoding: chunked\r\n\r\n', 410, 'status'],
  ['HTTP/1.1 500 Error\r\nContent-Length: 100\r\n\r\n', 500, 'status'],
  ['HTTP/1.1 103 Early Hints\r\n\r\n', null, 'timeout'],
] as const)('an answer without an end is no success: %j', async (sent, status, failure) => {
  expect(await post(sent, undefined, TIMEOUT_MS)).toMatchObject({ status, failure })
})

it('a receiver that switches to another protocol ends the attempt, and has not got the event', async () => {
  const answer = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'
  expect(await post(answer)).toMatchObject({ status: 101, failure: 'status' })
})
