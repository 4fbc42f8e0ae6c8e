import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Backend,
  basic,
  type Connected,
  client,
  connect1c,
  connectAnother,
  send,
  sendRaw,
  signIn,
  startBackend,
  startFreshBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
  one = await connect1c(db)
})
afterAll(() => backend[Symbol.asyncDispose]())

const ask = (query: string, asking = {}) => client(backend, one)(query, asking)
const to = (
  path: string,
  asking: { method?: string; body?: string; headers?: Record<string, string> } = {},
) =>
  send(backend, path, {
    ...asking,
    headers: { authorization: basic(one.login, one.password), ...asking.headers },
  })

describe('a control answer', () => {
  it('1.3: is text/plain in UTF-8 with its length, never compressed, its lines parted by LF', async () => {
    for (const query of [
      'checkauth',
      'init',
      'success',
      'deactivate',
      'complete',
      'nonsense',
      'import&filename=1.xml',
    ]) {
      const { status, headers, bytes, text } = await ask(query, { headers: { 'accept-encoding': 'gzip' } })
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      expect(headers['content-length']).toBe(String(bytes.length))
      expect(headers['content-encoding']).toBeUndefined()
      expect(bytes.length).toBeGreaterThan(0)
      expect(bytes[0]).not.toBe(0xef)
      expect(text).not.toMatch(/\r|\n$/)
    }
  })

  it('4.1: to checkauth is success, the cookie’s name and value, sessid and timestamp', async () => {
    for (const type of ['sale', 'catalog']) {
      const { text } = await to(`/1c?type=${type}&mode=checkauth`)
      expect(text).toMatch(/^success\nobmen1c\n[\w.-]{52}\nsessid=[0-9a-f]{32}\ntimestamp=\d{10}$/)
    }
  })

  it('5.1: to init is two lines, byte for byte', async () => {
    expect((await ask('init')).text).toBe('zip=no\nfile_limit=104857600')
    expect((await to('/1c?type=catalog&mode=init')).text).toBe('zip=no\nfile_limit=104857600')
    const other = await connectAnother(db, one, { zip: true, filelimit: 0 })
    expect((await client(backend, other)('init')).text).toBe('zip=yes\nfile_limit=0')
  })

  it('5.2, 5.4: to init with a version is four, with the sessid of checkauth', async () => {
    const { text } = await ask('checkauth')
    const [, name, value, sessid] = text.split('\n')
    const init = (query: string) => to(`/1c?type=sale${query}`, { headers: { cookie: `${name}=${value}` } })
    expect((await init('&&version=2.05&mode=init&')).text).toBe(
      `zip=no\nfile_limit=104857600\n${sessid}\nversion=2.05`,
    )
    expect((await init('&version=3.1&mode=init')).text).toMatch(/\nversion=2\.08$/)
    expect((await init('&version=3.1&cmlVersion=2.10&mode=init')).text).toMatch(/\nversion=2\.10$/)
  })

  it('6.8: to deactivate and complete is success, whatever the type', async () => {
    for (const type of ['sale', 'catalog', 'reference']) {
      expect((await to(`/1c?type=${type}&mode=deactivate&timestamp=1`)).text).toBe('success')
      expect((await to(`/1c?mode=complete&type=${type}`)).text).toBe('success')
    }
  })

  it('2.7: to what it does not know is a failure that names it', async () => {
    expect((await to('/1c')).text).toMatch(/^failure\n.*нет параметра type/)
    expect((await to('/1c?mode=query')).text).toMatch(/^failure\n.*нет параметра type/)
    expect((await to('/1c?type=sale')).text).toMatch(/^failure\n.*нет параметра mode/)
    expect((await to('/1c?type=crm&mode=checkauth')).text).toMatch(/^failure\n.*type=crm/)
    expect((await ask('dance%0Asuccess')).text).toMatch(/^failure\n.*mode=dance success\./)
  })

  it('1.3: names what was damaged on its way without U+FFFD, for then БП would read it again', async () => {
    for (const word of ['%EF%BF%BDсл', '%F0%9F%98%80'.repeat(30), `x${'%F0%9F%98%80'.repeat(30)}`]) {
      const { text } = await ask(word)
      expect(text).toMatch(/^failure\n/)
      expect(text).not.toContain('\ufffd')
    }
  })

  it('6.9: to orders asked for with type=catalog is a failure', async () => {
    for (const mode of ['query', 'success', 'info']) {
      expect((await to(`/1c?type=catalog&mode=${mode}`)).text).toMatch(/^failure\n.*type=sale/)
    }
  })
})

describe('the address', () => {
  it('1.1: is either of two, with or without a slash at the end and the prefix of PUBLIC_URL', async () => {
    for (const path of ['/1c', '/1c/', '/bitrix/admin/1c_exchange.php', '/bitrix/admin/1c_exchange.php/']) {
      expect((await to(`${path}?type=sale&mode=init`)).text).toMatch(/^zip=no/)
    }
    await using behindProxy = await startBackend(db, { publicUrl: 'https://example.ru/obmen' })
    const headers = { authorization: basic(one.login, one.password) }
    for (const path of ['/obmen/1c', '/1c', '/obmen/bitrix/admin/1c_exchange.php']) {
      expect((await send(behindProxy, `${path}?type=sale&mode=init`, { headers })).text).toMatch(/^zip=no/)
    }
  })

  it('1.6: takes POST where GET is usual, with any Content-Type or none, and reads the body', async () => {
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'nonsense',
      '',
    ]) {
      const { status, text } = await ask('init', { body: '{not json', headers: { 'content-type': type } })
      expect([status, text]).toEqual([200, 'zip=no\nfile_limit=104857600'])
    }
  })

  it('1.6: answers one after another on the same connection, also after an unread body', async () => {
    const head = (method: string, mode: string, more = '') =>
      `${method} /1c?type=sale&mode=${mode} HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(one.login, one.password)}\r\n${more}\r\n`
    const answer = await sendRaw(
      backend.port,
      head('POST', 'init', 'Content-Length: 5\r\n') +
        'hello' +
        head('POST', 'nonsense', 'Transfer-Encoding: chunked\r\n') +
        '5\r\nhello\r\n0\r\n\r\n' +
        head('GET', 'init', 'Connection: close\r\n'),
    )
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    expect(answer.match(/zip=no/g)).toHaveLength(2)
  })

  it('1.7: answers HEAD without a body and without consequences', async () => {
    const count = async () => {
      const { rows } = await db.query<{ count: number }>(
        'select (select count(*) from exchange_session where not summary_only) + (select count(*) from outbox_batch) as count',
      )
      return rows[0]!.count
    }
    const before = await count()
    for (const mode of ['checkauth', 'query', 'success', 'nonsense', 'init']) {
      const { status, text } = await ask(mode, { method: 'HEAD' })
      expect([status, text]).toEqual([200, ''])
    }
    expect((await send(backend, '/1c?type=sale&mode=query', { method: 'HEAD' })).status).toBe(401)
    await backend.journal.settled()
    expect(await count()).toBe(before)
  })

  it('1.7, 1.8: names its methods to OPTIONS, and to a method that is none of them', async () => {
    const options = await send(backend, '/1c', { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([200, 'GET, HEAD, POST, OPTIONS'])
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { status, headers, text } = await ask('query', { method })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
      expect(text).toMatch(/^failure\n/)
    }
  })

  it('1.9: refuses headers of a megabyte in words', async () => {
    const answer = await sendRaw(
      backend.port,
      `GET /1c?type=sale&mode=query HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(1_000_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*\r\n\r\nfailure\n/)
  })
})

it('2.1–2.6: a command is understood however it is written', async () => {
  const cookie = await signIn(ask)
  for (const query of [
    '?mode=init&type=sale',
    '?&&type=sale&&mode=init&',
    '?x=1?type=sale&mode=init',
    '?%74ype=s%61le&mode=init',
    '?TYPE=SALE&MODE=INIT',
    '?type=catalog&type=sale&mode=init',
  ]) {
    expect((await to(`/1c${query}`, { headers: { cookie } })).text).toBe('zip=no\nfile_limit=104857600')
  }
})
