import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import {
  callApi,
  newPlatform,
  type Platform,
  sampleOrder,
  startTestServer,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('REST refusals', pg => {
  const server = useServer(pg, { requestBodyLimit: 10_000 })
  let platform: Platform
  beforeAll(async () => {
    platform = await newPlatform(server)
  })

  it('are problem details with code, Russian detail and the number of the request', async () => {
    const answer = await platform.call('GET', '/api/v1/orders/nothing')
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.body).toEqual({
      ...{ type: 'urn:obmen:problem:not-found', title: expect.stringMatching(/[а-я]/), status: 404 },
      ...{ reason: 'order-not-found', params: { id: 'nothing' } },
      ...{ code: 'not-found', detail: expect.stringMatching(/nothing/) },
      instance: answer.headers.get('x-request-id'),
    })
  })

  it('are worded in English for who prefers it, whole and field by field, and in the lines of a batch', async () => {
    const wrong = JSON.stringify(sampleOrder(platform.companyId, { id: 'en', total: '1.00' }))
    const english = { 'accept-language': 'en-US, ru;q=0.9' }
    const { headers, body } = await platform.call('PUT', '/api/v1/orders/en', wrong, english)
    expect([headers.get('content-language'), headers.get('vary')]).toEqual(['en', 'Accept-Language'])
    expect(body).toMatchObject({
      ...{ title: 'Some fields are wrong', detail: expect.stringMatching(/^The order was not accepted/) },
      errors: [{ path: '/total', message: expect.stringMatching(/^The lines make/) }],
    })
    const ndjson = { 'content-type': 'application/x-ndjson' }
    const batch = (language: object) =>
      platform.call('POST', '/api/v1/orders:batch', wrong, { ...ndjson, ...language })
    expect((await batch(english)).body[0].errors).toEqual(body.errors)
    for (const language of ['ru, en;q=0.9', '*', 'de', 'en;q=0', 'en;q=0.1, ru;q=0.2'])
      expect((await batch({ 'accept-language': language })).body[0].detail).toMatch(/^Заказ/)
    const nobody = await fetch(`${server.url}/api/v1/orders`, { headers: english })
    expect(await nobody.text()).toContain('Authorization: Bearer <token>” with')
  })

  it('413: a body over REQUEST_BODY_LIMIT, by its length or while it comes, naming the setting', async () => {
    const body = JSON.stringify(sampleOrder(platform.companyId, { comment: 'x'.repeat(20_000) }))
    const answer = await platform.call('PUT', '/api/v1/orders/o', body)
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
    expect(answer.body.detail).toContain('REQUEST_BODY_LIMIT')
    const chunked = request(`${server.url}/api/v1/orders/o`, {
      ...{ method: 'PUT', agent: false },
      headers: { authorization: `Bearer ${platform.apiToken}`, 'content-type': 'application/json' },
    })
    chunked.on('error', () => undefined)
    chunked.write(body.slice(0, 100))
    chunked.end(body.slice(100))
    const [response] = await once(chunked, 'response')
    expect(response.statusCode).toBe(413)
    response.resume()
  })

  it('415: a body that is coded otherwise than by gzip, by every operation that takes one', async () => {
    const body = JSON.stringify(sampleOrder(platform.companyId, { id: 'coded' }))
    for (const encoding of ['deflate', 'br', 'zstd', 'identity, gzip', 'x']) {
      for (const [method, path, type] of [
        ['PUT', '/api/v1/orders/coded', 'application/json'],
        ['POST', '/api/v1/orders:batch', 'application/x-ndjson'],
        ['POST', '/api/v1/integrations/settings:validate', 'application/json'],
      ] as const) {
        const headers = { 'content-type': type, 'content-encoding': encoding }
        const answer = await platform.call(method, path, body, headers)
        expect([path, encoding, answer.status, answer.body.code]).toEqual([
          path,
          encoding,
          415,
          'unsupported-media-type',
        ])
        expect(answer.body.detail).toContain(`«${encoding}»`)
      }
    }
    const plain = await platform.call('PUT', '/api/v1/orders/coded', body, { 'content-encoding': 'Identity' })
    expect(plain.status).toBe(201)
  })

  it('gzip is unpacked, up to the limit of the body; broken or growing without end it is refused', async () => {
    const order = (id: string, changes: object = {}): string =>
      JSON.stringify(sampleOrder(platform.companyId, { id, ...changes }))
    const coded = { 'content-encoding': 'gzip' }
    const put = async (id: string, body: Uint8Array) => {
      const answer = await platform.call('PUT', `/api/v1/orders/${id}`, body, coded)
      return [answer.status, answer.body.reason]
    }
    expect(await put('packed', gzipSync(order('packed')))).toEqual([201, undefined])
    const big = gzipSync(order('big', { comment: 'x'.repeat(20_000) }))
    expect(await put('big', big)).toEqual([413, 'body-too-large'])
    expect(await put('cut', gzipSync(order('cut')).subarray(0, -9))).toEqual([400, 'body-not-gzip'])
    expect(await put('none', Buffer.from(order('none')))).toEqual([400, 'body-not-gzip'])
    const batch = (body: Uint8Array) =>
      platform.call('POST', '/api/v1/orders:batch', body, {
        ...coded,
        'content-type': 'application/x-ndjson',
      })
    const lines = Array.from({ length: 30 }, (_, index) => order(`packed-${index}`)).join('\n')
    const { status, headers, body } = await batch(gzipSync(lines))
    expect([status, headers.get('content-encoding'), body.length]).toEqual([200, 'gzip', 30])
    const bomb = await batch(gzipSync(Buffer.alloc(40_000_000, '\n')))
    expect([bomb.status, bomb.body.reason]).toEqual([413, 'body-grows'])
    const ignored = await platform.call('POST', '/api/v1/orders/packed/preflight', big, coded)
    expect(ignored.status).toBe(405)
  })

  it('are none for a read of what is known: 304 by the ETag, which If-Match takes, too', async () => {
    await platform.put('known', { comment: 'x'.repeat(1000) })
    const at = '/api/v1/orders/known'
    const first = await platform.call('GET', at, undefined, { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag')!
    expect([etag, first.headers.get('content-encoding')]).toEqual([expect.stringMatching(/^"1-/), 'br'])
    expect(first.headers.get('vary')).toBe('Accept-Encoding')
    const again = (path: string, tag: string) =>
      platform.call('GET', path, undefined, { 'if-none-match': tag })
    const known = await again(at, `"0-x", W/${etag}`)
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', etag])
    // Owed to a new 1C: another answer, of the same revision.
    await platform.connect()
    await expect.poll(async () => (await again(at, etag)).status).toBe(200)
    expect((await platform.put('known', { comment: 'new' }, { 'if-match': etag })).status).toBe(200)
    expect((await platform.put('known', {}, { 'if-match': etag })).status).toBe(412)
    const document = '/api/v1/openapi.json'
    const { headers } = await platform.call('GET', document)
    expect((await again(document, headers.get('etag')!)).status).toBe(304)
    const plain = await platform.call('GET', document, undefined, { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
  })

  it('are none for a body, of any type or none, where no body is expected', async () => {
    const own = { 'x-obmen-csrf': '1' }
    for (const type of [
      'application/json',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      undefined,
    ])
      for (const body of ['', '{', 'x', undefined]) {
        const headers = { ...own, ...(type !== undefined && { 'content-type': type }) }
        const answer = await fetch(`${server.url}/api/v1/auth/sign-out`, {
          ...{ method: 'POST', headers },
          ...(body !== undefined && { body: Buffer.from(body) }),
        })
        expect([type, body, answer.status]).toEqual([type, body, 204])
      }
    const chunked = request(`${server.url}/api/v1/auth/sign-out`, {
      method: 'POST',
      agent: false,
      headers: own,
    })
    chunked.flushHeaders()
    chunked.end()
    const [response] = await once(chunked, 'response')
    expect(response.statusCode).toBe(204)
    response.resume()
  })

  it('415: any media type but JSON; parameters and letter case of JSON don’t matter', async () => {
    const body = JSON.stringify(sampleOrder(platform.companyId, { id: 'o' }))
    const put = (type: string) => platform.call('PUT', '/api/v1/orders/o', body, { 'content-type': type })
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'x'])
      expect([type, (await put(type)).status]).toEqual([type, 415])
    expect((await put('application/json; charset=utf-8')).status).toBe(201)
    expect((await put('Application/JSON;charset=UTF-8')).status).toBe(200)
    const bare = request(`${server.url}/api/v1/orders/o`, {
      ...{ method: 'PUT', agent: false },
      headers: { authorization: `Bearer ${platform.apiToken}` },
    })
    bare.end(body)
    const [response] = await once(bare, 'response')
    response.resume()
    expect(response.statusCode).toBe(415)
  })

  it('404 for what does not exist, 405 with Allow for a method that an address lacks', async () => {
    for (const path of ['/api/v1/nothing', '/api/v1', '/api/v2/orders', '/api/v1/orders/o/nothing']) {
      const answer = await platform.call('GET', path)
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found'])
    }
    for (const [method, path, allow] of [
      ['DELETE', '/api/v1/orders/o', 'PUT, GET, HEAD'],
      ['PATCH', '/api/v1/orders/o?x=1', 'PUT, GET, HEAD'],
      ['PUT', '/api/v1/orders', 'GET, HEAD'],
      ['GET', '/api/v1/orders:batch', 'POST'],
    ] as const) {
      const body = method === 'DELETE' || method === 'GET' ? undefined : {}
      const { status, headers, body: problem } = await platform.call(method, path, body)
      expect([method, path, status, problem.code]).toEqual([method, path, 405, 'method-not-allowed'])
      expect(headers.get('allow')?.split(', ').sort()).toEqual(allow.split(', ').sort())
    }
    expect((await platform.call('QUERY', '/api/v1/orders')).status).toBeLessThan(500)
  })

  it('429 with Retry-After: over API_RATE_LIMIT by a token, or an address with wrong ones', async () => {
    await using strict = await startTestServer(server.db, { apiRateLimit: 5 })
    const [one, two] = [await newPlatform(strict), await newPlatform(strict)]
    const statuses: number[] = []
    for (let call = 0; call < 7; call++) statuses.push((await one.call('GET', '/api/v1/orders')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    const refused = await one.call('GET', '/api/v1/orders')
    expect(refused.body.code).toBe('too-many-requests')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const { status, headers } = await two.call('GET', '/api/v1/orders')
    const left = [refused.headers, headers].map(told => told.get('ratelimit-remaining'))
    expect([status, headers.get('ratelimit-limit'), ...left]).toEqual([200, '5', '0', '4'])
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    const spelt: number[] = []
    for (let call = 0; call < 7; call++) {
      const headers = { authorization: `bEARER ${' '.repeat(call)}${two.apiToken}` }
      spelt.push((await fetch(`${strict.url}/api/v1/orders`, { headers })).status)
    }
    expect(spelt).toEqual([200, 200, 200, 200, 429, 429, 429])
    const anonymous: number[] = []
    for (let call = 0; call < 6; call++) anonymous.push((await fetch(`${strict.url}/api/v1/orders`)).status)
    expect(anonymous).toEqual([401, 401, 401, 401, 401, 429])
    const three = await newPlatform(strict)
    expect((await three.call('GET', '/api/v1/orders')).status).toBe(200)
    const unknown: number[] = []
    for (let call = 0; call < 7; call++) {
      const headers = { authorization: call === 3 ? 'Basic unknown' : `Bearer unknown-${call}` }
      unknown.push((await fetch(`${strict.url}/api/v1/orders`, { headers })).status)
    }
    expect(unknown).toEqual([401, 401, 401, 401, 401, 429, 429])
    // 1C is not counted.
    expect((await fetch(`${strict.url}/1c?type=sale&mode=checkauth`)).status).toBe(401)
  })

  it('headers over the limit get 431, up to 1 MB of them, and the server goes on', async () => {
    for (const size of [20_000, 1_000_000]) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      let text = ''
      socket.on('data', data => {
        text += data
      })
      socket.on('error', () => undefined)
      socket.write(
        `GET /api/v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${'x'.repeat(size)}\r\n\r\n`,
      )
      if (!socket.closed) await once(socket, 'close')
      expect(text).toMatch(/^HTTP\/1\.1 431 /)
    }
    expect((await platform.call('GET', '/api/v1/orders')).status).toBe(200)
  })

  it('a zero byte, a broken % or bad UTF-8 in an address is 400, 404 or 422, never 500', async () => {
    for (const path of ['%00', '%', '%ff', '%c3%28', 'a%0ab', '%ed%a0%80']) {
      for (const method of ['GET', 'PUT']) {
        const { status, body } = await rawCall(method, `/api/v1/orders/${path}`)
        expect([path, method, [400, 404, 422].includes(status), body]).toMatchObject([path, method, true, {}])
      }
      for (const query of ['q', 'status', 'cursor', 'gateway']) {
        const { status } = await rawCall('GET', `/api/v1/orders?${query}=${path}`)
        expect([query, path, status]).toSatisfy(([, , code]) => code === 200 || code === 400 || code === 422)
      }
    }
  })
  const rawCall = (method: string, path: string) =>
    callApi(
      server.url + path,
      method,
      method === 'GET' ? undefined : { ...sampleOrder(platform.companyId), id: undefined },
      { authorization: `Bearer ${platform.apiToken}` },
    )

  it('HEAD and GET of health need no token', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await fetch(server.url + path)).status).toBe(200)
      expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200)
    }
  })
})
