import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { type ODataClient, openODataClient } from './client.js'
import { ReadingError, SetNotPublished } from './failures.js'
import { cast, guid, normalizeUrl, type ODataQuery, text } from './query.js'
import type { ODataOptions } from './transport.js'

const SET = 'Document_СчетНаОплатуПокупателю'
const rowSchema = z.object({ Ref_Key: z.string() })
const KEY = '11111111-2222-3333-4444-555555555555'

/** A 1C that answers so, and a client of it. */
async function clientOf(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  options: Partial<ODataOptions> = {},
): Promise<ODataClient> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const client = openODataClient({
    url: normalizeUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/base`),
    ...{ login: 'Иван', password: 'пароль', allowPrivate: true, pauseMs: 0 },
    signal: new AbortController().signal,
    ...options,
  })
  onTestFinished(async () => {
    await client[Symbol.asyncDispose]()
    server.closeAllConnections()
    server.close()
  })
  return client
}

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' }
const answering = (status: number, body: string, headers: Record<string, string> = JSON_TYPE) =>
  clientOf((_, response) => void response.writeHead(status, headers).end(body))
const list = (client: ODataClient, query: ODataQuery = { select: 'Ref_Key' }) =>
  client.list(SET, query, rowSchema)
const failure = (promise: Promise<unknown>): Promise<ReadingError> =>
  promise.then(
    () => expect.fail('it was taken'),
    error => (error instanceof ReadingError ? error : Promise.reject(error)),
  )
async function collect(client: ODataClient): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const chunk of client.rows(SET, { select: 'Ref_Key' }, rowSchema)) rows.push(...chunk)
  return rows
}
const odataError = (code: string): string =>
  JSON.stringify({ 'odata.error': { code, message: { lang: 'ru', value: 'Не  вышло' } } })
const EXCEPTION =
  '<?xml version="1.0"?><exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" reason="406">' +
  '<descr xmlns="http://v8.1c.ru/8.1/data/core">Идёт обновление</descr></exception>'

it('asks as 1C takes it: blanks as %20, UTF-8 in the password, no cookies, no session of its own', async () => {
  const seen: IncomingMessage[] = []
  const client = await clientOf((request, response) => {
    seen.push(request)
    response.setHeader('set-cookie', 'ibsession=1').writeHead(200, JSON_TYPE)
    response.end(`\uFEFF{"odata.metadata":"m","value":[{"Ref_Key":"${KEY}"}]}`)
  })
  const filter = `Документ eq ${cast(KEY, 'РеализацияТоваровУслуг')} or Number eq ${text("д'Арк+1")}`
  const query = { filter, select: 'Ref_Key,Date', orderby: 'Date asc', top: 2, allowedOnly: true }
  expect(await list(client, query)).toEqual([{ Ref_Key: KEY }])
  await list(client)
  expect(client.calls).toBe(2)
  const [first, second] = seen
  expect(first!.method).toBe('GET')
  expect(first!.url).toMatch(/^\/base\/odata\/standard\.odata\/Document_%D0/)
  expect(first!.url).not.toMatch(/\+|[^!-~]/)
  expect(Object.fromEntries(new URL(first!.url!, 'http://x').searchParams)).toEqual({
    ...{ $format: 'json', $select: 'Ref_Key,Date', $filter: filter, $orderby: 'Date asc', $top: '2' },
    allowedOnly: 'true',
  })
  const credentials = Buffer.from(first!.headers.authorization!.slice('Basic '.length), 'base64')
  expect(credentials.toString()).toBe('Иван:пароль')
  expect(second!.headers).not.toHaveProperty('cookie')
  expect(second!.headers).not.toHaveProperty('ibsession')
})

it.each([
  ['a wrong password', 401, '<html>', { 'www-authenticate': 'Basic' }, 'wrong-password'],
  ['a missing right', 401, odataError('20'), JSON_TYPE, 'no-right'],
  ['no publication', 404, '<html>', { 'content-type': 'text/html' }, 'not-published'],
  ['a set that is not published', 404, odataError('8'), JSON_TYPE, 'documents-not-published'],
  ['a query that 1C does not understand', 400, odataError('6'), JSON_TYPE, 'unexpected-answer'],
  ['an error inside of 1C', 500, odataError('-1'), JSON_TYPE, 'error-in-1c'],
  ['no object in a list', 404, odataError('9'), JSON_TYPE, 'unexpected-answer'],
  ['a page to sign in', 200, '<!DOCTYPE html><html>', { 'content-type': 'text/html' }, 'html'],
  ['no free session', 406, EXCEPTION, { 'content-type': 'application/xml' }, 'locked'],
  ['a base that is being updated', 200, EXCEPTION, { 'content-type': 'text/xml' }, 'locked'],
  ['a server that is away', 502, 'Bad Gateway', {}, 'unavailable'],
  ['a redirect to another host', 302, '', { location: 'https://example.ru/' }, 'redirect'],
  ['a redirect without encryption', 301, '', { location: '/base2/' }, 'redirect'],
  ['Atom', 200, '<feed/>', { 'content-type': 'application/atom+xml' }, 'unexpected-answer'],
  ['a body that is no list', 200, '{"Ref_Key":"x"}', JSON_TYPE, 'unexpected-answer'],
  ['a list that is an object', 200, '{"value":{"a":{"Ref_Key":"x"}}}', JSON_TYPE, 'unexpected-answer'],
  ['a row of another shape', 200, '{"value":[{"Ref_Key":1}]}', JSON_TYPE, 'unexpected-answer'],
  ['a list that is cut', 200, '{"value":[{"Ref_Key":"x"}', JSON_TYPE, 'cut'],
  ['a list with something behind it', 200, '{"value":[]}<html>', JSON_TYPE, 'cut'],
] as [string, number, string, Record<string, string>, string][])(
  '%s is told for what it is, read at once or streamed',
  async (_what, status, body, headers, code) => {
    const client = await answering(status, body, headers)
    expect(await failure(list(client))).toMatchObject({ code })
    expect(await failure(collect(client))).toMatchObject({ code })
  },
)

it('only 404 with code 9 says that 1C has no such object', async () => {
  expect(await (await answering(404, odataError('9'))).entity(SET, KEY, 'Ref_Key')).toBeUndefined()
  expect(await failure((await answering(404, '<html>', {})).entity(SET, KEY, 'Ref_Key'))).toMatchObject({
    code: 'not-published',
  })
  expect(await failure((await answering(404, odataError('8'))).entity(SET, KEY, 'Ref_Key'))).toBeInstanceOf(
    SetNotPublished,
  )
  const client = await answering(200, `{"odata.metadata":"m","Ref_Key":"${KEY}"}`)
  expect(await client.entity(SET, KEY, 'Ref_Key')).toMatchObject({ Ref_Key: KEY })
})

it('an answer that breaks off within its body is cut, one that never begins is a timeout', async () => {
  const cutting = await clientOf((_, response) => {
    response.writeHead(200, JSON_TYPE).write('{"value":[{"Ref_Key":"x"},', () => response.destroy())
  })
  expect(await failure(list(cutting))).toMatchObject({ code: 'cut' })
  expect(await failure(collect(cutting))).toMatchObject({ code: 'cut' })
  const silent = await clientOf(() => {}, { firstTimeoutMs: 100 })
  expect(await failure(list(silent))).toMatchObject({ code: 'timeout' })
  const stalling = await clientOf(
    (_, response) => void response.writeHead(200, JSON_TYPE).write('{"value":['),
    { timeoutMs: 100 },
  )
  expect(await failure(collect(stalling))).toMatchObject({ code: 'timeout' })
})

it('waits as long as 1C asks', async () => {
  const client = await answering(503, '', { 'retry-after': '120' })
  expect(await failure(list(client))).toMatchObject({ code: 'unavailable', retryAfterSeconds: 120 })
})

it('private addresses are not called, written or looked up', async () => {
  const options = { login: 'a', password: 'b', allowPrivate: false, signal: new AbortController().signal }
  for (const url of ['http://127.0.0.1:9/base', 'http://localhost:9/base', 'http://[::1]:9/base']) {
    await using client = openODataClient({ ...options, url: normalizeUrl(url) })
    expect(await failure(list(client))).toMatchObject({ code: 'address-not-public' })
  }
})

it('nobody listens, or no HTTP answers', async () => {
  const server = createTcpServer(socket =>
    socket
      .on('error', () => {})
      .resume()
      .end('hello\r\n'),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `127.0.0.1:${(server.address() as AddressInfo).port}/base`
  const open = (scheme: string) =>
    openODataClient({
      ...{ login: 'a', password: 'b', allowPrivate: true, signal: new AbortController().signal },
      url: normalizeUrl(`${scheme}://${url}`),
    })
  await using plain = open('http')
  expect(await failure(list(plain))).toMatchObject({ code: 'unexpected-answer' })
  await using encrypted = open('https')
  expect(await failure(list(encrypted))).toMatchObject({ code: 'certificate' })
  await new Promise(resolve => server.close(resolve))
  await using nobody = open('http')
  expect(await failure(list(nobody))).toMatchObject({ code: 'connection-failed' })
})

it('a stop ends a call with the reason of the stop, and one call is made at a time', async () => {
  const stopping = new AbortController()
  const client = await clientOf(() => stopping.abort(new Error('stopping')), { signal: stopping.signal })
  const reading = list(client)
  await expect(list(client)).rejects.toThrow('not read to its end')
  await expect(reading).rejects.toThrow('stopping')
})

it('a long list comes in chunks, and what is left of one that is not needed is not waited for', async () => {
  const row = JSON.stringify({ Ref_Key: KEY, Комментарий: 'я'.repeat(100) })
  const client = await clientOf(
    (_, response) => void response.writeHead(200, JSON_TYPE).end(`{"value":[${Array(5000).fill(row)}]}`),
  )
  expect(await collect(client)).toHaveLength(5000)
  for await (const chunk of client.rows(SET, { select: 'Ref_Key' }, rowSchema)) {
    expect(chunk.length).toBeLessThan(1000)
    break
  }
  expect(await list(client)).toHaveLength(5000)
})

it('an empty list has no rows', async () => {
  const client = await answering(200, '\uFEFF{"odata.metadata":"m","value":[]}')
  expect(await collect(client)).toEqual([])
  expect(await list(client)).toEqual([])
})

it('an answer that is too large is not read to its end', async () => {
  const client = await clientOf((_, response) => {
    response.writeHead(200, JSON_TYPE).write('{"value":[{"Ref_Key":""}')
    const more = (): void =>
      void response.write(`,{"Ref_Key":"${'x'.repeat(100_000)}"}`, error => error || more())
    more()
  })
  expect(await failure(list(client))).toMatchObject({ code: 'too-large', params: { megabytes: 8 } })
  expect(await failure(collect(client))).toMatchObject({ code: 'too-large', params: { megabytes: 64 } })
})

it('the sets of the service document are told', async () => {
  const client = await answering(200, `{"value":[{"name":"${SET}","url":"${SET}"}]}`)
  expect(await client.published()).toEqual(new Set([SET]))
})

it('a query that a web server would refuse for its length is a fault of ours', async () => {
  const client = await answering(200, '{"value":[]}')
  const keys = (count: number): ODataQuery => ({
    filter: Array(count)
      .fill(`Ref_Key eq ${guid(KEY)}`)
      .join(' or '),
    select: 'Ref_Key',
  })
  expect(await list(client, keys(20))).toEqual([])
  expect(() => list(client, keys(40))).toThrow('characters')
})

it.each([
  ['https://1c.example.ru/base', 'https://1c.example.ru/base/odata/standard.odata'],
  ['1c.example.ru/base/', 'https://1c.example.ru/base/odata/standard.odata'],
  ['http://1c:8080/base/odata/standard.odata/?$format=json', 'http://1c:8080/base/odata/standard.odata'],
  ['https://1c.example.ru/base/ru_RU/?a=1#b', 'https://1c.example.ru/base/odata/standard.odata'],
  ['https://1cfresh.com/a/ea/1234', 'https://1cfresh.com/a/ea/1234/odata/standard.odata'],
  ['https://1c.example.ru/база', 'https://1c.example.ru/%D0%B1%D0%B0%D0%B7%D0%B0/odata/standard.odata'],
])('the address %s means %s', (entered, url) => {
  expect(normalizeUrl(entered)).toBe(url)
})

it.each([
  ['deep', '{"value":['.padEnd(1_000_000, '[')],
  ['wide', `{"value":[[${'{},'.repeat(400_000)}`],
  ['blank', '{"value":'.padEnd(1_000_000)],
])('a row without an end costs little: %s', async (_, body) => {
  const client = await answering(200, body)
  expect(await failure(collect(client))).toMatchObject({ code: 'unexpected-answer' })
})
