import { encodeText } from '@obmen/codec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Backend,
  basic,
  type Connected,
  connect1c,
  send,
  sendRaw,
  startFreshBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'

const LIMIT = 1_000_000

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend({ uploadPartLimit: LIMIT })
  db = backend.db
  one = await connect1c(db, { accept1c: false })
})
afterAll(() => backend[Symbol.asyncDispose]())

const post = (query: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  send(backend, `/1c?${query}`, {
    body,
    headers: { authorization: basic(one.login, one.password), ...headers },
  })
const saleFile = (body: string | Buffer) => post('type=sale&mode=file&filename=orders-1.xml', body)

const file = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07">${content}</КоммерческаяИнформация>`
const document = '<Документ><Номер>1</Номер></Документ>'

describe('a file of type=sale that is not wanted', () => {
  it('7.1: with orders is refused with what to switch off in 1C', async () => {
    for (const body of [
      file(document),
      Buffer.from(encodeText(file(document), 'windows-1251')),
      file(' '.repeat(300_000) + document),
    ]) {
      const { status, text } = await saleFile(body)
      expect(status).toBe(200)
      expect(text).toMatch(/^failure\n.*«Выгружать заказы»/)
    }
  })

  it('7.1: without any gets success, or УТ would stop its whole exchange', async () => {
    expect((await saleFile(file(''))).text).toBe('success')
    expect((await saleFile(file(' '.repeat(500_000)))).text).toBe('success')
  })

  it('7.1: that is empty, an archive or no CommerceML is refused', async () => {
    expect((await saleFile('')).text).toMatch(/^failure\n.*Файл пришёл пустым/)
    expect((await saleFile('PK\x03\x04...')).text).toMatch(/^failure\n.*не похож на CommerceML/)
    expect((await post('type=sale&mode=import&filename=orders-1.xml', '')).text).toMatch(/^failure\n/)
  })

  it('7.1: is told from one without orders wherever the network cuts it', async () => {
    const bytes = Buffer.from(file(document))
    const head = `POST /1c?type=sale&mode=file&filename=o.xml HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(one.login, one.password)}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`
    const pieces = [...bytes].map(byte =>
      Buffer.concat([Buffer.from('1\r\n'), Buffer.from([byte]), Buffer.from('\r\n')]),
    )
    const answer = await sendRaw(
      backend.port,
      Buffer.concat([Buffer.from(head), ...pieces, Buffer.from('0\r\n\r\n')]),
    )
    expect(answer).toMatch(/failure\nВ настройках интеграции выключено «Принимать из 1С/)
  })
})

describe('a compressed file', () => {
  it.each(['gzip', 'br', 'GZIP, identity', 'я'.repeat(3)])(
    '7.4: of %s is refused in words',
    async encoding => {
      const { status, text } = await post('type=sale&mode=file&filename=o.xml', file(document), {
        'content-encoding': Buffer.from(encoding).toString('latin1'),
      })
      expect([status, text]).toEqual([
        200,
        expect.stringMatching(/^failure\nОбмен не понимает Content-Encoding: /),
      ])
    },
  )

  it('7.4: is none where the header says that it is as it is', async () => {
    const empty = '<КоммерческаяИнформация/>'
    for (const encoding of ['identity', 'Identity ', ''])
      expect(
        (await post('type=sale&mode=file&filename=o.xml', file(empty), { 'content-encoding': encoding }))
          .text,
      ).toBe('success')
  })
})

describe('a file of type=catalog that is not wanted', () => {
  it('7.2: and its import get success', async () => {
    expect((await post('type=catalog&mode=file&filename=import0_1.xml', file(document))).text).toBe('success')
    expect(
      (await post('type=catalog&mode=file&filename=import_files/ab/1.jpg', Buffer.alloc(LIMIT))).text,
    ).toBe('success')
    expect((await post('type=catalog&mode=import&filename=import0_1.xml', '')).text).toBe('success')
  })

  it('7.2: is kept in the journal by its beginning only', async () => {
    await post('type=catalog&mode=file&filename=big.xml', Buffer.alloc(700_000, 'x'))
    await backend.journal.settled()
    const { rows } = await db.query(
      `select request_size as size, request_kept as kept from journal_entry where url like '%big.xml'`,
    )
    expect(rows).toEqual([{ size: 700_000, kept: 65_536 }])
  })
})

describe('a body over the limit', () => {
  const tooLarge = /^failure\n.*больше разрешённых 1000000 байт/

  it('7.3: is refused in words that arrive though the client is still sending', async () => {
    const { status, headers, text } = await post(
      'type=catalog&mode=file&filename=1.xml',
      Buffer.alloc(5_000_000),
    )
    expect([status, headers.connection]).toEqual([200, 'close'])
    expect(text).toMatch(tooLarge)
  })

  it('7.3: is refused also when its length was not announced', async () => {
    const chunk = Buffer.concat([Buffer.from('186A0\r\n'), Buffer.alloc(100_000), Buffer.from('\r\n')])
    const head = `POST /1c?type=catalog&mode=file HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(one.login, one.password)}\r\nTransfer-Encoding: chunked\r\n\r\n`
    const answer = await sendRaw(
      backend.port,
      Buffer.concat([Buffer.from(head), ...Array<Buffer>(12).fill(chunk), Buffer.from('0\r\n\r\n')]),
    )
    expect(answer.split('\r\n\r\n')[1]).toMatch(tooLarge)
  })

  it('7.3: of a stranger gets its 401', async () => {
    const { status } = await post('type=sale&mode=file', Buffer.alloc(3_000_000), {
      authorization: basic('nobody', 'x'),
    })
    expect(status).toBe(401)
  })
})
