import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { encodeText } from '@obmen/codec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipped as archive } from '../../../test/support/archive.js'
import {
  type Backend,
  type Connected,
  client,
  connect1c,
  connectAnother,
  putOrder,
  startBackend,
  startFreshBackend,
} from '../../../test/support/exchange.js'
import { GUID, ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import type { Database } from '../../db/database.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
  one = await connect1c(db, { client: 'ut', paymentrules: [{}] })
  await putOrder(db, one, 'o-1')
  await putOrder(db, one, 'o-2')
  const ask = client(backend, one)
  await ask('query')
  await ask('success')
})
afterAll(() => backend[Symbol.asyncDispose]())

const openSession = (of: Connected = one, at: Backend = backend) => uploadSession(db, of, at)

async function uploadsOf(name: string) {
  const { rows } = await db.query<{
    state: string
    content: string
    size: number
    documents: number
    changed: number
  }>('select state, content, size, documents, changed from upload where name = $1 order by id', [name])
  return rows
}

const posted = (number: string, requisites: Record<string, string> = {}) =>
  ordersFile(
    uploadedOrder({
      id: GUID.replace(/1$/, number),
      number,
      lines: [{ name: 'Аренда', amount: '100.00' }],
      requisites: { 'Номер по 1С': `УТ-${number}`, Проведен: 'true', ...requisites },
    }),
  )
const saidOf = async (orderId: string) => {
  const { rows } = await db.query<{ reported: Record<string, unknown> }>(
    `select d.reported from accounting_document d join sale_order o on o.key = d.order_key
      where d.integration_key = $1 and o.id = $2`,
    [one.key, orderId],
  )
  return rows[0]?.reported
}

describe('a file of orders', () => {
  it('7.7: in one part is read within its own call', async () => {
    const session = await openSession()
    expect(await session.file('orders-1.xml', posted('1'))).toBe('success')
    expect(await saidOf('o-1')).toMatchObject({ documentNumber: 'УТ-1', posted: true })
    expect(await uploadsOf('orders-1.xml')).toMatchObject([{ state: 'done', documents: 1, changed: 1 }])
    expect(await session.import('orders-1.xml')).toBe('success')
  })

  it('7.7: is found again by a name that can not be kept whole', async () => {
    const session = await openSession()
    for (const name of ['im\0port.xml', `${'x'.repeat(600)}.xml`]) {
      expect(await session.file(name, posted('1'))).toBe('success')
      expect(await session.import(name)).toBe('success')
    }
  })

  it('7.8: sent again under another name changes nothing', async () => {
    const session = await openSession()
    expect(await session.file('orders-again.xml', posted('1'))).toBe('success')
    expect(await uploadsOf('orders-again.xml')).toMatchObject([{ state: 'done', documents: 1, changed: 0 }])
  })

  it('7.5: cut anywhere is put together, and read when its root is closed', async () => {
    const bytes = Buffer.from(posted('2'))
    const session = await openSession()
    for (let at = 0; at < bytes.length; at += 400)
      expect(await session.file('parts.xml', bytes.subarray(at, at + 400))).toBe('success')
    expect(await saidOf('o-2')).toMatchObject({ documentNumber: 'УТ-2' })
    expect(await uploadsOf('parts.xml')).toMatchObject([{ state: 'done', size: bytes.length }])
  })

  it('7.5: of the same name in another session is another file', async () => {
    const bytes = Buffer.from(posted('1'))
    const [first, second] = [await openSession(), await openSession()]
    await first.file('same.xml', bytes.subarray(0, 300))
    expect(await second.file('same.xml', bytes)).toBe('success')
    expect(await first.import('same.xml')).toMatch(/^failure\n.*обрывается/)
    expect(await uploadsOf('same.xml')).toMatchObject([{ state: 'failed' }, { state: 'done' }])
  })

  it('7.5: whose last part holds but the blanks after its root is one file', async () => {
    const bytes = Buffer.from(`${posted('2')}\r\n`)
    const session = await openSession()
    expect(await session.file('blank-tail.xml', bytes.subarray(0, -2))).toBe('success')
    expect(await session.file('blank-tail.xml', bytes.subarray(-2))).toBe('success')
    expect(await session.import('blank-tail.xml')).toBe('success')
    expect(await uploadsOf('blank-tail.xml')).toMatchObject([{ state: 'done', documents: 1 }])
  })

  it('7.5: whose last part comes again is one file, and the answer is the same', async () => {
    const sent = async (name: string, file: string) => {
      const bytes = Buffer.from(file)
      const session = await openSession()
      const answers: string[] = []
      for (let at = bytes.length % 2000; at < bytes.length; at += 2000)
        answers.push(await session.file(name, bytes.subarray(at === bytes.length % 2000 ? 0 : at, at + 2000)))
      answers.push(await session.file(name, bytes.subarray(-2000)), await session.import(name))
      return answers
    }
    const long = { Описание: 'д'.repeat(3000) }
    expect(new Set(await sent('again.xml', posted('2', long)))).toEqual(new Set(['success']))
    expect(await uploadsOf('again.xml')).toMatchObject([{ state: 'done', documents: 1 }])
    const failed = await sent('bad-again.xml', posted('2', { ...long, A: '<a></b>' }))
    expect(failed.slice(-3)).toEqual(Array(3).fill(expect.stringMatching(/^failure\n.*нарушен XML/)))
    expect(await uploadsOf('bad-again.xml')).toMatchObject([{ state: 'failed' }])
  })

  it('7.5: whose last part comes again twice, the first time broken off, is one file', async () => {
    const bytes = Buffer.from(posted('2', { Описание: 'д'.repeat(3000) }))
    const session = await openSession()
    for (const part of [bytes.subarray(0, -2000), bytes.subarray(-2000)])
      expect(await session.file('held.xml', part)).toBe('success')
    const held = session.begin('held.xml', bytes.subarray(-2000, -1000), 2000)
    await expect.poll(() => uploadsOf('held.xml')).toHaveLength(2)
    expect(await session.file('held.xml', bytes.subarray(-2000))).toBe('success')
    held.destroy()
    expect(await session.import('held.xml')).toBe('success')
    expect(await uploadsOf('held.xml')).toMatchObject([{ state: 'done', documents: 1 }])
  })

  it('7.5: a part that breaks off leaves the file as it was', async () => {
    const bytes = Buffer.from(posted('1', { 'Статус заказа': 'Собран' }))
    const session = await openSession()
    await session.file('broken-off.xml', bytes.subarray(0, 400))
    await session.breakOff('broken-off.xml', bytes.subarray(400, 700))
    expect(await session.file('broken-off.xml', bytes.subarray(400))).toBe('success')
    expect(await saidOf('o-1')).toMatchObject({ status: 'Собран' })
    const { rows } = await db.query(
      'select from upload_piece p where not exists (select from upload_part w where w.upload_id = p.upload_id and w.part = p.part)',
    )
    expect(rows).toEqual([])
  })

  it('7.5: during which its session begins another is refused in words, and the other is read', async () => {
    const bytes = Buffer.from(posted('1', { 'Статус заказа': 'Первый' }))
    const session = await openSession()
    const socket = session.begin('overtaken.xml', bytes.subarray(0, 400), bytes.length)
    await expect.poll(async () => (await uploadsOf('overtaken.xml')).length).toBe(1)
    expect(await session.file('overtaking.xml', posted('2', { 'Статус заказа': 'Второй' }))).toBe('success')
    socket.write(bytes.subarray(400))
    expect(await text(socket)).toMatch(/\r\n\r\nfailure\n.*«overtaken.xml».*начал другой/)
    expect(await saidOf('o-2')).toMatchObject({ status: 'Второй' })
  })

  it('7.6: is waited for while a part of it is still coming, however slowly', async () => {
    await using slow = await startBackend(db, { uploadQuietMinutes: 1 })
    const bytes = Buffer.from(posted('1', { 'Статус заказа': 'Медленно' }))
    const session = await openSession(one, slow)
    await using socket = session.begin('slow.xml', bytes.subarray(0, 400), bytes.length)
    await expect.poll(async () => (await uploadsOf('slow.xml')).length).toBe(1)
    // The part has been coming for longer than files are waited for, and more of it comes.
    await delay(3100)
    await db.transaction(async tx => {
      await tx.query(`update upload set last_part_at = now() - interval '11 minutes' where name = 'slow.xml'`)
      socket.write(bytes.subarray(400, 800))
    })
    const lately = async () =>
      (
        await db.query(
          `select from upload where name = 'slow.xml' and last_part_at > now() - interval '1 minute'`,
        )
      ).rows.length
    await expect.poll(lately).toBe(1)
    socket.write(bytes.subarray(800))
    expect(await text(socket)).toMatch(/\r\n\r\nsuccess$/)
    expect(await saidOf('o-1')).toMatchObject({ status: 'Медленно' })
  })

  it('7.6: is read when nothing more comes', async () => {
    const session = await openSession()
    expect(await session.file('quiet.xml', posted('1').slice(0, 500))).toBe('success')
    await db.query(`update upload set last_part_at = now() - interval '11 minutes' where name = 'quiet.xml'`)
    await expect
      .poll(async () => (await uploadsOf('quiet.xml'))[0]?.state, { timeout: 60_000 })
      .toBe('failed')
  })

  it('7.7: that another server reads gets progress until it is read', async () => {
    const session = await openSession()
    const body = posted('1', { 'Статус заказа': 'Ждёт' })
    await session.file('elsewhere.xml', body.slice(0, -10))
    // As a job elsewhere that reads it.
    await db.query(
      `update upload set state = 'complete', read_after = now() + interval '1 hour' where name = 'elsewhere.xml'`,
    )
    expect(await session.import('elsewhere.xml')).toBe('progress')
    await db.query(`update upload set read_after = now() where name = 'elsewhere.xml'`)
    await expect
      .poll(() => session.import('elsewhere.xml'), { timeout: 60_000 })
      .toMatch(/^failure\n.*обрывается/)
  })

  it('7.6: is complete when another name comes', async () => {
    const session = await openSession()
    expect(await session.file('cut.xml', posted('1').slice(0, 500))).toBe('success')
    expect(await session.file('next.xml', posted('1'))).toBe('success')
    expect(await session.import('cut.xml')).toMatch(
      /^failure\nФайл «cut.xml» не прочитан: строка \d+, столбец \d+\./,
    )
  })

  it('7.8: without documents is a success', async () => {
    expect(await (await openSession()).file('empty.xml', ordersFile())).toBe('success')
    expect(await (await openSession()).file('bare.xml', '<КоммерческаяИнформация/>')).toBe('success')
  })

  it('7.9: that cannot be read is a failure with place and remedy, and nothing of it counts', async () => {
    const file = ordersFile(
      uploadedOrder({ number: '2', requisites: { 'Номер по 1С': 'НЕ-ТОТ' } }),
      '<Документ><Номер>1</Номер><Дата></Документ>',
    )
    const answer = await (await openSession()).file('broken.xml', file)
    expect(answer).toMatch(
      /^failure\nФайл «broken.xml» не прочитан: строка \d+, столбец \d+\. Здесь нарушен XML\. Повторите/,
    )
    expect(await saidOf('o-2')).toMatchObject({ documentNumber: 'УТ-2' })
  })

  it('7.9: with a document type, entities or without CommerceML in it is refused', async () => {
    const session = await openSession()
    const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    expect(await session.file('entity.xml', entity)).toMatch(/^failure\n.*DOCTYPE/)
    expect(await session.file('other.xml', '<html></html>')).toMatch(
      /^failure\n.*не «КоммерческаяИнформация»/,
    )
    expect(await session.file('text.xml', 'Привет')).toMatch(/^failure\n.*не похож на CommerceML/)
    expect(await session.file('nothing.xml', '')).toMatch(/^failure\n.*Файл пришёл пустым/)
  })

  it('7.10: is known by its content, in windows-1251 and in an archive of any name', async () => {
    const old = Buffer.from(
      encodeText(
        posted('2', { 'Статус заказа': 'В работе' }).replace('UTF-8', 'windows-1251'),
        'windows-1251',
      ),
    )
    expect(await (await openSession()).file('v8_1.tmp', old)).toBe('success')
    expect(await saidOf('o-2')).toMatchObject({ status: 'В работе' })
    const zip = await archive({
      'заказы/orders.xml': posted('2', { 'Статус заказа': 'Отгружен' }),
      'a/photo.jpg': Buffer.of(0xff, 0xd8, 0xff),
    })
    const session = await openSession()
    for (let at = 0; at < zip.length; at += 300)
      expect(await session.file('v8_3B8F_3e.zip', zip.subarray(at, at + 300))).toBe('success')
    expect(await saidOf('o-2')).toMatchObject({ status: 'Отгружен' })
    expect(await session.import('orders.xml')).toBe('success')
    expect(await session.import('stranger.xml')).toMatch(/^failure\n.*не приходил/)
  })
})

describe('a catalogue', () => {
  it('7.12: is received with its pictures, and every import of it is a success', async () => {
    const session = await openSession()
    const catalogue =
      '<КоммерческаяИнформация ВерсияСхемы="2.07"><Классификатор><Ид>1</Ид></Классификатор></КоммерческаяИнформация>'
    expect(await session.file('import0_1.xml', catalogue, 'catalog')).toBe('success')
    expect(await session.file('import_files/ab/1.jpg', Buffer.of(0xff, 0xd8, 0xff, 0xe0), 'catalog')).toBe(
      'success',
    )
    expect(await session.file('import_files/ab/1.jpg', Buffer.alloc(1000), 'catalog')).toBe('success')
    expect(await session.import('import0_1.xml', 'catalog')).toBe('success')
  })
})

describe('an integration', () => {
  it('7.1: that takes nothing in refuses orders and lets a catalogue go', async () => {
    const other = await connectAnother(db, one, { client: 'ut', accept1c: false })
    const session = await openSession(other)
    expect(await session.file('o.xml', posted('1'))).toMatch(/^failure\n.*«Принимать из 1С/)
    expect(await session.file('import.xml', '<КоммерческаяИнформация/>', 'catalog')).toBe('success')
    expect(await session.import('import.xml', 'catalog')).toBe('success')
  })
})
