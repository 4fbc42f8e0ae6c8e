import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type Order, openObmen, orThrow } from './index.js'

type Answer = (response: ServerResponse, request: IncomingMessage & { body: string }) => void

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** What stands between a platform and Obmen, and Obmen when it is busy: each call gets the next answer. */
async function siteThat(...answers: Answer[]) {
  const calls: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    calls.push(`${request.method} ${request.url} ${body}`)
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!
    answer(response, Object.assign(request, { body }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { calls, obmen: openObmen({ url, token: 'obm_x', retries: 2, longestWaitSeconds: 2 }) }
}

const says =
  (status: number, body: object | string, headers: Record<string, string> = {}): Answer =>
  response =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
const breaksOff: Answer = response => void response.destroy()
const busy = (seconds: string) =>
  says(429, { code: 'too-many-requests', detail: 'Позже.' }, { 'retry-after': seconds })

it('what Obmen asks to repeat is repeated, and so is a request whose connection broke', async () => {
  const { obmen, calls } = await siteThat(busy('1'), breaksOff, says(200, { items: [], next: null }))
  expect(await orThrow(obmen.GET('/api/v1/companies'))).toEqual({ items: [], next: null })
  expect(calls).toHaveLength(3)
})

it('what asks to wait longer than the caller will, or fails to the end, is thrown', async () => {
  const long = await siteThat(busy('60'))
  const call = orThrow(long.obmen.GET('/api/v1/companies'))
  await expect(call).rejects.toMatchObject({ status: 429, problem: { code: 'too-many-requests' } })
  expect(long.calls).toHaveLength(1)
  const html = await siteThat(says(502, '<html>Bad Gateway</html>', { 'content-type': 'text/html' }))
  await expect(orThrow(html.obmen.GET('/api/v1/companies'))).rejects.toThrow('502: no answer of Obmen')
  const never = await siteThat(breaksOff)
  await expect(orThrow(never.obmen.GET('/api/v1/companies'))).rejects.toThrow()
  expect(never.calls).toHaveLength(3)
})

it('a POST is repeated under one key, by which Obmen does it once, and another has another key', async () => {
  const keys: unknown[] = []
  const noting =
    (answer: Answer): Answer =>
    (response, request) => {
      keys.push(request.headers['idempotency-key'])
      answer(response, request)
    }
  const inWork = says(409, { code: 'conflict', detail: '…' }, { 'retry-after': '0' })
  const { obmen } = await siteThat(noting(breaksOff), noting(inWork), noting(says(201, { id: 'c' })))
  const body = { name: 'ООО «Ромашка»', inn: '7707083893', kpp: '773601001' }
  for (const _ of [1, 2])
    expect(await orThrow(obmen.POST('/api/v1/companies', { body }))).toEqual({ id: 'c' })
  expect(keys).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), keys[0], keys[0], expect.any(String)])
  expect(keys[3]).not.toBe(keys[0])
})

const ordersUpTo = (last: number) =>
  Array.from({ length: last }, (_, index) => ({ id: `o-${index + 1}` }) as Order)
const idsIn = (lines: string): string[] =>
  lines
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).id)
const saves =
  (statusOf: (id: string) => number = () => 201): Answer =>
  (response, { body }) =>
    void response.end(
      idsIn(body)
        .map(id => `${JSON.stringify({ id, status: statusOf(id) })}\n`)
        .join(''),
    )

it('orders go batch by batch, the next ones taken when the answers before them were', async () => {
  const { obmen, calls } = await siteThat(saves())
  let taken = 0
  async function* source() {
    for (const order of ordersUpTo(5)) {
      taken++
      yield order
    }
  }
  const seen: [string | undefined, number][] = []
  for await (const { id } of obmen.putOrders(source(), { size: 2 })) seen.push([id, taken])
  expect(seen).toEqual([
    ['o-1', 2],
    ['o-2', 2],
    ['o-3', 4],
    ['o-4', 4],
    ['o-5', 5],
  ])
  expect(calls.map(call => idsIn(call.split(' ')[2]!).length)).toEqual([2, 2, 1])
})

it('lines that were not answered, or could not be saved for a while, go again, and no others', async () => {
  const cut: Answer = response => {
    response.write('{"id":"o-1","status":422,"code":"invalid"}\n{"id":"o-2","sta')
    setImmediate(() => response.destroy())
  }
  const { obmen, calls } = await siteThat(
    cut,
    saves(id => (id === 'o-2' ? 503 : 200)),
    saves(),
  )
  const answers = []
  for await (const { id, status } of obmen.putOrders(ordersUpTo(3))) answers.push([id, status])
  expect(answers).toEqual([
    ['o-1', 200],
    ['o-2', 201],
    ['o-3', 200],
  ])
  expect(calls.map(call => idsIn(call.split(' ')[2]!))).toEqual([
    ['o-1', 'o-2', 'o-3'],
    ['o-1', 'o-2', 'o-3'],
    ['o-2'],
  ])
})
