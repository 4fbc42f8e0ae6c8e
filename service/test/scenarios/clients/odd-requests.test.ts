import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  numbersIn,
  oneC,
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

  it.each(['/1c', '/1c/', '/bitrix/admin/1c_exchange.php'])(
    '%s is the exchange, with parameters in any order and form',
    async path => {
      for (const query of [
        'type=sale&mode=checkauth',
        '&&mode=checkauth&&type=sale&',
        'x=1?type=sale&mode=checkauth',
        'TYPE=Sale&Mode=CHECKAUTH',
        'type=%73ale&mode=check%61uth',
      ]) {
        const { status, text } = await send(server, `${path}?${query}`, { headers })
        expect([query, status]).toEqual([query, 200])
        expect(text).toMatch(/^success\nobmen1c\n[\w.-]+\nsessid=[^\n]*\ntimestamp=[^\n]*$/)
        expect(text).not.toContain('\r')
      }
    },
  )

  it('init answers exactly two lines, with version four', async () => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    expect((await ask('init', { cookie })).text).toBe('zip=no\nfile_limit=104857600')
    expect((await ask('init&version=2.09', { cookie })).text.split('\n')).toEqual([
      ...['zip=no', 'file_limit=104857600'],
      ...[expect.stringMatching(/^sessid=/), expect.stringMatching(/^version=2\./)],
    ])
  })

  it('HEAD opens no batch or session and confirms nothing; OPTIONS names methods; others get 405', async () => {
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    const count = async () =>
      (await server.db.query<{ n: number }>('select count(*)::int as n from outbox_batch')).rows[0]!.n
    const before = await count()
    for (const mode of ['query', 'success', 'checkauth', 'init', 'info']) {
      const { status, text } = await ask(mode, { cookie, method: 'HEAD' })
      expect([mode, status, text]).toEqual([mode, 200, ''])
    }
    expect(await count()).toBe(before)
    const options = await ask('query', { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([200, 'GET, HEAD, POST, OPTIONS'])
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await ask('query', { cookie, method })
      expect([method, answer.status]).toEqual([method, 405])
      expect(answer.text).toMatch(/^failure\n/)
    }
    expect(await count()).toBe(before)
  })

  it('a body of any type by POST does not matter to query', async () => {
    const { ask, signIn } = oneC(server, one)
    for (const type of [
      'application/octet-stream',
      'application/json',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const answer = await ask('query', {
        ...{ cookie: await signIn(), method: 'POST', body: Buffer.from([0xff, 0xfe, 0]) },
        headers: type === '' ? {} : { 'content-type': type },
      })
      expect([type, answer.status, numbersIn(answer)]).toEqual([type, 200, ['1']])
    }
  })

  it('no orders are a short root without documents, BOM, namespace or compression', async () => {
    const idle = await platform.connect({ paymentrules: [{ status: 'none' }] })
    const { ask, signIn } = oneC(server, idle)
    const answer = await ask('query', {
      cookie: await signIn(),
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    })
    expect(answer.text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<КоммерческаяИнформация /)
    expect(answer.text.length).toBeLessThan(555)
    expect(answer.text).not.toMatch(/xmlns|Контейнер|<Документ>/)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'content-length': String(answer.bytes.length),
    })
    expect(answer.headers['content-encoding']).toBeUndefined()
  })

  it('headers of 1 MB and what is no HTTP get a whole failure, and the server goes on', async () => {
    const port = Number(new URL(server.url).port)
    const huge = `GET /1c?type=sale&mode=query HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(1_000_000)}\r\n\r\n`
    expect(await sendRaw(port, huge)).toMatch(/^HTTP\/1\.1 431 .*\r\n\r\nfailure\n/s)
    expect(await sendRaw(port, 'привет\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*\r\n\r\nfailure\n/s)
    expect((await send(server, '/1c?type=sale&mode=checkauth', { headers })).text).toMatch(/^success/)
  })

  it('info tells statuses and payment systems seen or named in rules', async () => {
    const { ask, signIn } = oneC(server, one)
    const { text } = await ask('info', { cookie: await signIn() })
    expect(text).toMatch(/^<\?xml[^>]*encoding="UTF-8"\?>\s*<Справочник>/)
    expect(text).toContain('<ПлатежныеСистемы>')
    expect(text).toContain('Эквайринговая оплата')
    expect(text.match(/<[СC]татусы>/g)).toHaveLength(2)
    expect(text).toContain('CKassa')
  })
})
