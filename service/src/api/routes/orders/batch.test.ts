import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text as readAll } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { oneC, sampleLine, sampleOrder } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

const BATCH = '/api/v1/orders:batch'
const NDJSON = { 'content-type': 'application/x-ndjson' }
const LINE_LIMIT = 20_000

describeOnNewestPostgres('POST /orders:batch', pg => {
  const server = useServer(pg, {
    requestBodyLimit: LINE_LIMIT,
    // Several senders wait for each other.
    databaseLockTimeoutSeconds: 60,
  })
  const platform = usePlatform(server)
  const line = (id: string, changes: object = {}): string =>
    JSON.stringify(sampleOrder(platform.companyId, { id, ...changes }))
  const send = (body: string | Uint8Array, headers = {}) =>
    platform.call('POST', BATCH, body, { ...NDJSON, ...headers })
  const has = async (id: string): Promise<boolean> =>
    (await platform.call('GET', `/api/v1/orders/${id}`)).status === 200
  /** A batch whose lines the test writes one after another. */
  const begin = (headers: Record<string, string> = {}): ClientRequest =>
    request(server.url + BATCH, {
      ...{ method: 'POST', agent: false },
      headers: { authorization: `Bearer ${platform.apiToken}`, ...NDJSON, ...headers },
    })

  it('is answered 200 line by line; a bad line spoils only itself, blank ones count', async () => {
    const one = await platform.connect()
    const body = [
      line('a'),
      '',
      '{"id":"b",',
      line('c', { total: '1.00', lines: [sampleLine({ vat: '18' })] }),
      '   ',
      line('a'),
      line('a', { comment: 'x' }),
      '[]',
      line('d', { companyId: '00000000-0000-4000-8000-000000000000' }),
      line('e', { customer: undefined }),
      '1e400',
      line('f'),
    ].join('\r\n')
    const answer = await send(body)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    const saved = { numberIn1c: '1', changed: true, owedTo: [one.id] }
    expect(answer.body).toMatchObject([
      { line: 1, id: 'a', status: 201, revision: 1, ...saved },
      { line: 3, status: 400, code: 'bad-json', detail: expect.stringMatching(/./) },
      { line: 4, id: 'c', status: 422, code: 'invalid', errors: [{ path: '/lines/0/vat' }] },
      { line: 6, id: 'a', status: 200, revision: 1, ...saved, changed: false },
      { line: 7, id: 'a', status: 200, revision: 2, ...saved },
      { line: 8, status: 422, code: 'invalid' },
      { line: 9, id: 'd', status: 422, code: 'unknown-company' },
      { line: 10, id: 'e', status: 422, errors: [{ path: '/customer' }] },
      { line: 11, status: 422 },
      { line: 12, id: 'f', status: 201, numberIn1c: '2' },
    ])
    expect(answer.body).toHaveLength(10)
    expect(Object.keys(answer.body[0])).toEqual(
      expect.arrayContaining(['line', 'id', 'status', 'numberIn1c', 'revision', 'changed', 'owedTo']),
    )
    expect(await oneC(server, one).exchange()).toEqual(['1', '2'])
  })

  it('wants the id in the line', async () => {
    const { body } = await send(line('a', { id: undefined }))
    expect(body).toMatchObject([{ line: 1, status: 422, errors: [{ path: '/id' }] }])
  })

  it('says of a line over the limit that it is too large, naming the setting, and goes on', async () => {
    const body = [line('a'), line('b', { comment: 'ы'.repeat(LINE_LIMIT) }), line('c')].join('\n')
    const answer = await send(body)
    expect(answer.body).toMatchObject([
      { line: 1, status: 201 },
      { line: 2, status: 413, code: 'too-large', detail: expect.stringContaining('REQUEST_BODY_LIMIT') },
      { line: 3, status: 201 },
    ])
  })

  it('refuses a line that is not UTF-8, and goes on; a BOM at the beginning does not matter', async () => {
    const bad = Buffer.concat([
      Buffer.from(`\ufeff${line('a')}\n`),
      Buffer.from(line('b').replace('Вектор', 'xx').replace('xx', '\u00ff'), 'latin1'),
      Buffer.from(`\n${line('c')}`),
    ])
    expect((await send(bad)).body).toMatchObject([
      { line: 1, status: 201 },
      { line: 2, status: 400, code: 'bad-encoding' },
      { line: 3, status: 201 },
    ])
  })

  it('is no batch without its media type: 415, and empty without lines: nothing', async () => {
    expect((await platform.call('POST', BATCH, line('a'))).status).toBe(415)
    expect((await platform.call('POST', BATCH, line('a'), { 'content-type': 'text/plain' })).status).toBe(415)
    const bare = begin()
    bare.removeHeader('content-type')
    bare.end(line('a'))
    const [answer] = (await once(bare, 'response')) as [IncomingMessage]
    answer.resume()
    expect(answer.statusCode).toBe(415)
    expect(await has('a')).toBe(false)
    const named = await send(line('b'), { 'content-type': 'Application/X-NDJSON; charset=utf-8' })
    expect(named.body).toMatchObject([{ line: 1, status: 201 }])
    const empty = await send('')
    expect([empty.status, empty.text]).toEqual([200, ''])
    expect((await send('\n\n \n')).text).toBe('')
  })

  it('answers a client that takes nothing before it has sent all', { timeout: 300_000 }, async () => {
    const count = 10_000
    // Answered with its parts, so that all answers are far more than a connection holds.
    const customer = { id: 'c', kind: 'person', name: `Ким Анна ${'Я'.repeat(400)}` }
    const lines = Array.from({ length: count }, (_, index) =>
      line(`o-${index}`, { customer, comment: 'x'.repeat(700) }),
    )
    const body = Buffer.from(`${lines.join('\n')}\n`)
    expect(body.length / count).toBeGreaterThan(2000)
    const head = [
      `POST ${BATCH} HTTP/1.0`,
      `authorization: Bearer ${platform.apiToken}`,
      'content-type: application/x-ndjson',
      `content-length: ${body.length}`,
    ].join('\r\n')
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause()
    const write = (bytes: Uint8Array | string) =>
      new Promise<void>(resolve => void socket.write(bytes, () => resolve()))
    await write(`${head}\r\n\r\n`)
    await write(body.subarray(0, -1))
    // Nothing is done before the last byte.
    for (let asked = 0; asked < 3; asked++) expect(await has('o-0')).toBe(false)
    await write(body.subarray(-1))
    const [, answers] = (await readAll(socket)).split('\r\n\r\n')
    expect(answers!.length).toBeGreaterThan(count * 500)
    const statuses = answers!
      .trimEnd()
      .split('\n')
      .map(text => JSON.parse(text).status)
    expect(statuses).toEqual(Array(count).fill(201))
  })

  it('refuses a batch of more lines or bytes than it takes as a whole', async () => {
    const more = await send(`${line('a')}\n${'{}\n'.repeat(10_000)}`)
    expect(more).toMatchObject({ status: 413, body: { code: 'too-large', reason: 'batch-too-large' } })
    for (const number of ['10000', String(32 * 2 ** 20)]) expect(more.body.detail).toContain(number)
    const english = await send('\n'.repeat(10_001), { 'accept-language': 'en' })
    expect(english).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining('several batches') },
    })
    const large = Buffer.concat([Buffer.from(`${line('a')}\n`), Buffer.alloc(32 * 2 ** 20, ' ')])
    expect(await send(large)).toMatchObject({ status: 413, body: { reason: 'batch-too-large' } })
    const packed = await send(gzipSync(randomBytes(33 * 2 ** 20), { level: 0 }), {
      'content-encoding': 'gzip',
    })
    expect(packed).toMatchObject({ status: 413, body: { reason: 'batch-too-large' } })
    expect(await has('a')).toBe(false)
  })

  it('that does not come whole saves nothing', async () => {
    const batch = begin({ 'content-length': '1000000' })
    batch.on('error', () => undefined)
    await new Promise<void>(resolve => batch.write(`${line('a')}\n${line('b')}\n`, () => resolve()))
    batch.destroy()
    const repeated = await send([line('a'), line('b')].join('\n'))
    expect(repeated.body).toMatchObject([{ status: 201 }, { status: 201 }])
  })

  it('of 3,000 lines gives each its own number, without gap or double', { timeout: 300_000 }, async () => {
    const count = 3000
    const body = Array.from({ length: count }, (_, index) => line(`o-${index}`)).join('\n')
    const { body: answers } = await send(body)
    expect(answers).toHaveLength(count)
    expect(answers.every((answer: { status: number }) => answer.status === 201)).toBe(true)
    expect(answers.map((answer: { line: number }) => answer.line)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    )
    expect(answers.map((answer: { numberIn1c: string }) => Number(answer.numberIn1c))).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    )
    const again = (await send(body)).body as { changed: boolean; status: number }[]
    expect(again.filter(({ changed, status }) => changed || status !== 200)).toEqual([])
  })
})
