import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
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

  it('answers each line to a sender that waits before the next', async () => {
    const batch = begin()
    batch.write(`${line('o-0')}\n`)
    const [answer] = (await once(batch, 'response')) as [IncomingMessage]
    const answers = createInterface({ input: answer })[Symbol.asyncIterator]()
    for (let index = 0; index < 20; index++) {
      const { value } = await answers.next()
      expect(JSON.parse(value as string)).toMatchObject({ line: index + 1, id: `o-${index}`, status: 201 })
      // Answered means committed.
      expect(await has(`o-${index}`)).toBe(true)
      batch.write(`${line(`o-${index + 1}`)}\n`)
    }
    batch.end()
    expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ line: 21, status: 201 })
    expect((await answers.next()).done).toBe(true)
  })

  it('cut in the middle of a line: the whole lines are saved, the half one is not', async () => {
    const batch = begin({ 'transfer-encoding': 'chunked' })
    batch.on('error', () => undefined)
    batch.write(`${line('a')}\n${line('b')}\n${line('c').slice(0, -1)}`)
    const [answer] = (await once(batch, 'response')) as [IncomingMessage]
    answer.on('error', () => undefined)
    const answers = createInterface({ input: answer })[Symbol.asyncIterator]()
    for (const id of ['a', 'b']) expect(JSON.parse((await answers.next()).value as string).id).toBe(id)
    batch.destroy()
    expect([await has('a'), await has('b'), await has('c')]).toEqual([true, true, false])
    // A whole line that nobody waited for is saved too, or not; it is never saved by half, and can be sent again.
    const repeated = await send([line('a'), line('b'), line('c')].join('\n'))
    expect(repeated.body).toMatchObject([
      { status: 200, changed: false },
      { changed: false },
      { status: 201 },
    ])
  })

  it('of a sender that left can be sent again: each order is there once, no number lost', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => line(`o-${index}`)).join('\n')
    const batch = begin({ 'content-length': '1000000' })
    batch.on('error', () => undefined)
    await new Promise<void>(resolve => batch.write(`${lines}\n`, () => resolve()))
    batch.destroy()
    const { body } = await send(lines)
    expect(body.filter(({ status }: { status: number }) => status !== 200 && status !== 201)).toEqual([])
    const numbers = body.map(({ numberIn1c }: { numberIn1c: string }) => Number(numberIn1c))
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
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
