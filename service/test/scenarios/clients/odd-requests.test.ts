import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  type Platform,
  startTestServer,
} from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { basic, send, sendRaw } from '../../support/exchange.js'

describeOnNewestPostgres('odd requests to the address of 1C', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  let headers: { authorization: string }
  beforeAll(async () => {
    platform = await newPlatform(server)
    one = await platform.connect()
    headers = { authorization: basic(one.login, one.password) }
    await platform.put('a')
  })
  const isFailure = (text: string): boolean => /^failure\n[^\n]*[а-я][^\n]*$/s.test(text)

  it.each([
    '',
    '?',
    '?type=sale',
    '?mode=query',
    '?type=sale&mode=',
    '?type=sale&mode=lost',
    '?type=lost&mode=query',
    '?type=catalog&mode=query',
    '?type=sale&mode=import',
    '?%00=%ff&type=%D0&mode=%',
    '/nothing?type=sale&mode=query',
  ])('1.2, 1.4: %s is answered 200 and failure in words, or 404 where there is no exchange', async query => {
    const { status, text, headers: got } = await send(server, `/1c${query}`, { headers })
    if (query.startsWith('/nothing')) return expect(status).toBe(404)
    expect([status, isFailure(text)], text).toEqual([200, true])
    expect(got['content-type']).toBe('text/plain; charset=utf-8')
  })

  const withPath = '/obmen'
  it.each([
    ...['/1C', '//1c', '/1c//', '///1C/', '/1с', '/1С/', '/1%D1%81', '/%31c'],
    ...['/BITRIX/ADMIN/1C_EXCHANGE.PHP', '/Bitrix/admin//1c_exchange.php/', '//bitrix/admin/1c_exchange.php'],
  ])('1.1: %s is the exchange, too, with and without the path of PUBLIC_URL', async path => {
    await using behind = await startTestServer(server.db, { publicUrl: `https://example.ru${withPath}` })
    for (const prefix of ['', withPath, '/OBMEN', '//obmen/']) {
      const { status, text } = await send(
        behind,
        `${encodeURI(decodeURI(prefix + path))}?type=sale&mode=checkauth`,
        { headers },
      )
      expect([prefix + path, status]).toEqual([prefix + path, 200])
      expect(text).toMatch(/^success\nobmen1c\n/)
    }
    const elsewhere = await send(behind, `/other${encodeURI(decodeURI(path))}?type=sale&mode=checkauth`, {
      headers,
    })
    expect(elsewhere.status).toBe(404)
  })

  it.each(['/1cc', '/1c/nothing', '/1', '/c', '/api/1c', '/bitrix/1c', '/obmen1c', '/1c;x'])(
    '1.1: %s is not',
    async path => {
      expect((await send(server, `${path}?type=sale&mode=checkauth`, { headers })).status).toBe(404)
    },
  )

  it('headers of 1 MB and what is no HTTP get a whole failure, and the server goes on', async () => {
    const port = Number(new URL(server.url).port)
    const huge = `GET /1c?type=sale&mode=query HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(1_000_000)}\r\n\r\n`
    expect(await sendRaw(port, huge)).toMatch(/^HTTP\/1\.1 431 .*\r\n\r\nfailure\n/s)
    expect(await sendRaw(port, 'привет\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*\r\n\r\nfailure\n/s)
    expect((await send(server, '/1c?type=sale&mode=checkauth', { headers })).text).toMatch(/^success/)
  })
})
