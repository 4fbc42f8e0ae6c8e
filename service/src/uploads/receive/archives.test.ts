import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipped as archive } from '../../../test/support/archive.js'
import { type Backend, type Connected, connect1c, startFreshBackend } from '../../../test/support/exchange.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import type { Database } from '../../db/database.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
  one = await connect1c(db, { client: 'ut' })
})
afterAll(() => backend[Symbol.asyncDispose]())

const openSession = () => uploadSession(db, one, backend)

it('7.11: import names a file inside any of several archives, whatever became of the others', async () => {
  const session = await openSession()
  const send = async (name: string, files: Record<string, string>) =>
    session.file(name, await archive(files), 'catalog')
  const root = (content: string) =>
    `<КоммерческаяИнформация ВерсияСхемы="2.07">${content}</КоммерческаяИнформация>`
  expect(await send('a.zip', { 'import.xml': root('<Классификатор><Ид>1</Ид></Классификатор>') })).toBe(
    'success',
  )
  expect(await send('b.zip', { 'offers.xml': root('<ПакетПредложений><Ид>1</Ид></ПакетПредложений>') })).toBe(
    'success',
  )
  const asked = async (name: string) => {
    await expect.poll(() => session.import(name, 'catalog'), { timeout: 60_000 }).not.toBe('progress')
    return session.import(name, 'catalog')
  }
  expect(await asked('import.xml')).toBe('success')
  expect(await asked('offers.xml')).toBe('success')
  expect(await asked('stranger.xml')).toMatch(/^failure\n.*не приходил/)
  // As another server leaves it that has begun to read it.
  await db.query(
    `with unread as (delete from upload_file f using upload u where f.upload_id = u.id and u.name = 'b.zip' returning u.id)
     update upload u set state = 'complete', finished_at = null, read_after = now() + interval '1 hour'
       from unread where u.id = unread.id`,
  )
  expect(await session.import('import.xml', 'catalog')).toBe('progress')
  await db.query(`update upload set read_after = now() where name = 'b.zip'`)
  await send('c.zip', { 'broken.xml': '<КоммерческаяИнформация><a>' })
  expect(await asked('broken.xml')).toMatch(/^failure\n.*«broken.xml» не прочитан/)
  expect(await asked('import.xml')).toBe('success')
})

const IN_CP866 = Buffer.from('87a0aaa0a7eb2e786d6c', 'hex')
const UNDERLINED = Buffer.from('______.xml')
const named: [coding: string, name: string, Listed][] = [
  ['UTF-8', 'Заказы.xml', { name: Buffer.from('Заказы.xml') }],
  ['UTF-8 without the flag for it', 'Заказы.xml', { name: Buffer.from('Заказы.xml'), flags: 0 }],
  ['CP866', 'Заказы.xml', { name: IN_CP866, flags: 0 }],
  ['CP866 that is valid UTF-8', 'чек.xml', { name: Buffer.from('e7a5aa2e786d6c', 'hex'), flags: 0 }],
  [
    'the Unicode field',
    'Заказы.xml',
    { name: UNDERLINED, flags: 0, extra: unicodeField(UNDERLINED, 'Заказы.xml') },
  ],
  [
    'CP866 with the Unicode field of another name',
    'Заказы.xml',
    { name: IN_CP866, flags: 0, extra: unicodeField(UNDERLINED, 'Чужие.xml') },
  ],
]
it.each(named)(
  '7.11: import names a file inside an archive whose name is in %s',
  async (coding, name, as) => {
    const session = await openSession()
    const bytes = await archive({ 'a.xml': ordersFile(uploadedOrder({ number: '1' })) })
    expect(await session.file(`${coding}.zip`, listed(bytes, as))).toBe('success')
    expect(await session.import(name)).toBe('success')
    expect(await session.import('stranger.xml')).toMatch(/^failure\n.*не приходил/)
  },
)

it('7.12: attachments of a catalogue are dropped: drawings, documents, archives, empty files', async () => {
  const session = await openSession()
  const document = await archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' })
  const attachments = {
    'spec.xml': Buffer.from('<spec/>'),
    'logo.svg': Buffer.from('<svg></svg>'),
    'price.docx': document,
    '1.jpg': Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(attachments))
    expect(await session.file(`import_files/ab/${name}`, bytes, 'catalog')).toBe('success')
  const folder = Object.entries(attachments).map(([name, bytes]) => [`webdata/import_files/${name}`, bytes])
  const catalogue =
    '<КоммерческаяИнформация ВерсияСхемы="2.07"><Каталог><Ид>1</Ид></Каталог></КоммерческаяИнформация>'
  const whole = await archive({ 'webdata/import.xml': catalogue, ...Object.fromEntries(folder) })
  expect(await session.file('whole.zip', whole, 'catalog')).toBe('success')
  await expect.poll(() => session.import('import.xml', 'catalog'), { timeout: 60_000 }).toBe('success')
  const { rows } = await db.query<{ state: string }>("select state from upload where name = 'whole.zip'")
  expect(rows).toEqual([{ state: 'done' }])
  expect(await session.file('other.xml', '<html></html>', 'catalog')).toMatch(/^failure/)
})

it('7.12: an XML file attached to an item comes under two ids of 1C, and is dropped', async () => {
  const session = await openSession()
  const attached = `${'0123456789abcdef'.repeat(2)}_${'fedcba9876543210'.repeat(2)}.xml`
  expect(await session.file(attached, '<spec/>', 'catalog')).toBe('success')
  const { rows } = await db.query<{ state: string }>('select state from upload where name = $1', [attached])
  expect(rows.filter(({ state }) => state === 'failed')).toEqual([])
  await expect.poll(() => session.import(attached, 'catalog'), { timeout: 60_000 }).toBe('success')
  expect(await session.file(attached, '<spec/>')).toMatch(/^failure/)
})

it('7.10: a classifier before orders makes no catalogue of them', async () => {
  const session = await openSession()
  for (const [at, padding] of [0, 70_000].entries()) {
    const classifier = `<Классификатор><Ид>1</Ид><Наименование>${'x'.repeat(padding)}</Наименование></Классификатор>`
    const file = ordersFile(uploadedOrder({ number: `${at}` })).replace(
      /(<КоммерческаяИнформация[^>]*>)/,
      `$1${classifier}`,
    )
    expect(await session.file(`classified-${at}.xml`, file)).toBe('success')
    const { rows } = await db.query<{ documents: number }>('select documents from upload where name = $1', [
      `classified-${at}.xml`,
    ])
    expect(rows).toEqual([{ documents: 1 }])
  }
})

describe('a harmful archive', () => {
  it('7.11: that leads outside, lies about its sizes or holds too much is refused', async () => {
    const good = await archive({ 'aa.xml': ordersFile(uploadedOrder({ number: '1' })) })
    const outside = Buffer.from(good.toString('latin1').replaceAll('aa.xml', '../a.x'), 'latin1')
    expect(await (await openSession()).file('x.zip', outside)).toMatch(/^failure\n.*недопустимое имя/)
    const bomb = await archive({ 'a.xml': Buffer.alloc(40_000_000, ' ') })
    expect(await (await openSession()).file('bomb.zip', bomb)).toMatch(/^failure\n.*больше чем в 200 раз/)
    const damaged = Buffer.from(good)
    damaged[60] = damaged[60]! ^ 0xff
    expect(await (await openSession()).file('damaged.zip', damaged)).toMatch(/^failure\n/)
    const nested = await archive({ 'b.xml': good }, false)
    expect(await (await openSession()).file('nested.zip', nested)).toMatch(/^failure\n.*ещё один архив/)
    const inner = await archive({ 'b.zip': good }, false)
    expect(await (await openSession()).file('inner.zip', inner)).toMatch(/^failure\n.*ещё один архив/)
  })
  it('7.11, 7.17: whose directory is large is refused', async () => {
    const bytes = await archive({ 'a.xml': '<a/>' })
    const large = listed(bytes, { name: Buffer.from('a.xml'), extra: Buffer.alloc(65_532), count: 300 })
    expect(await (await openSession()).file('large.zip', large)).toMatch(/^failure\n.*больше 16 МБ/)
  })
})

const UTF8_FLAG = 0x800

interface Listed {
  name: Buffer
  flags?: number
  extra?: Buffer
  count?: number
}

/** An archive whose directory lists its only file under these bytes as its name, `count` times. */
function listed(
  bytes: Buffer,
  { name, flags = UTF8_FLAG, extra = Buffer.alloc(0), count = 1 }: Listed,
): Buffer {
  const end = Buffer.from(bytes.subarray(-22))
  const directory = end.readUInt32LE(16)
  const fixed = Buffer.from(bytes.subarray(directory, directory + 46))
  fixed.writeUInt16LE(flags, 8)
  fixed.writeUInt16LE(name.length, 28)
  fixed.writeUInt16LE(extra.length, 30)
  const entry = Buffer.concat([fixed, name, extra])
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(count * entry.length, 12)
  return Buffer.concat([bytes.subarray(0, directory), ...Array<Buffer>(count).fill(entry), end])
}

/** The Unicode field of Info-ZIP for a name that is stored as `stored`. */
function unicodeField(stored: Buffer, name: string): Buffer {
  const text = Buffer.from(name)
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + text.length, 2)
  head.writeUInt8(1, 4)
  head.writeUInt32LE(crc32(stored), 5)
  return Buffer.concat([head, text])
}
