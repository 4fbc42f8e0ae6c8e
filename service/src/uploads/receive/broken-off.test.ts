import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipped } from '../../../test/support/archive.js'
import {
  type Backend,
  type Connected,
  connect1c,
  startBackend,
  startFreshBackend,
} from '../../../test/support/exchange.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import type { Database } from '../../db/database.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
  one = await connect1c(db, { client: 'unf' })
})
afterAll(() => backend[Symbol.asyncDispose]())

const BYTES = Buffer.from(
  ordersFile(uploadedOrder({ number: '1', requisites: { Описание: 'д'.repeat(1000) } })),
)
const BEGUN = 300

async function breakOff(socket: Socket, name: string): Promise<void> {
  socket.destroy()
  await expect
    .poll(async () => {
      const { rows } = await db.query(
        `select from journal_entry where outcome = 'cut' and url like '%' || $1`,
        [name],
      )
      return rows.length
    })
    .toBe(1)
}

/** The first part of a file is coming, and comes again before Obmen knows that the first one broke off. */
async function sendTwice(name: string) {
  const session = await uploadSession(db, one, backend)
  const sockets: Socket[] = []
  for (const index of [0, 1]) {
    sockets.push(session.begin(name, BYTES.subarray(0, BEGUN), BYTES.length))
    await expect
      .poll(async () => (await db.query('select next_part as next from upload where name = $1', [name])).rows)
      .toEqual([{ next: index + 2 }])
  }
  return {
    breakOff: (index: number) => breakOff(sockets[index]!, name),
    async goOn(index: number) {
      sockets[index]!.write(BYTES.subarray(BEGUN))
      return (await text(sockets[index]!)).split('\r\n\r\n')[1]
    },
  }
}

const storedAs = async (name: string) =>
  (await db.query('select state, size, documents from upload where name = $1 order by id', [name])).rows

it.each([
  ['first', 0, 1],
  ['second', 1, 0],
])(
  '7.5: a first part that comes twice at once is taken, though the %s one breaks off',
  async (name, broken, whole) => {
    const parts = await sendTwice(`${name}.xml`)
    await parts.breakOff(broken)
    expect(await parts.goOn(whole)).toBe('success')
    expect(await storedAs(`${name}.xml`)).toEqual([{ state: 'done', size: BYTES.length, documents: 1 }])
  },
)

it.each([
  ['in the middle of a text', 'text.xml', 500],
  ['with a tag', 'tag.xml', BYTES.length - BYTES.lastIndexOf('<')],
  ['in an archive', 'short.zip', 100],
])(
  '7.5: a short last part that begins %s and comes again is answered as the first time',
  async (_, name, length) => {
    const session = await uploadSession(db, one, backend)
    const bytes = name.endsWith('.zip') ? await zipped({ 'orders.xml': BYTES }) : BYTES
    for (const part of [bytes.subarray(0, -length), bytes.subarray(-length), bytes.subarray(-length)])
      expect(await session.file(name, part)).toBe('success')
    expect(await session.import(name)).toBe('success')
    expect(await storedAs(name)).toEqual([{ state: 'done', size: bytes.length, documents: 1 }])
  },
)

it('7.5: a whole file that ended an interrupted one of its name is read when it comes again', async () => {
  const session = await uploadSession(db, one, backend)
  expect(await session.file('anew.xml', '<КоммерческаяИнформация><Документ>')).toBe('success')
  expect(await session.file('anew.xml', BYTES)).toMatch(/^failure\n.*«anew.xml» не прочитан/)
  expect(await session.file('anew.xml', BYTES)).toBe('success')
  expect(await storedAs('anew.xml')).toMatchObject([{ state: 'failed' }, { state: 'done', documents: 1 }])
})

/** The same database, but the answer to the commit of the second part is lost. */
function losesCommit(): Database {
  let parts = 0
  return {
    ...db,
    async transaction(work) {
      let counts = false
      const value = await db.transaction(tx =>
        work({
          ...tx,
          query(text, values, name) {
            counts ||= text.includes('insert into upload_part ')
            return tx.query(text, values, name)
          },
        }),
      )
      if (!counts || ++parts !== 2) return value
      throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' })
    },
  }
}

it('7.5: a part that counts is kept, though the answer to its commit is lost', async () => {
  await using losing = await startBackend(losesCommit())
  const session = await uploadSession(db, one, losing)
  expect(await session.file('lost.xml', BYTES.subarray(0, BEGUN))).toBe('success')
  const part = BYTES.subarray(BEGUN, -BEGUN)
  expect(await session.file('lost.xml', part)).not.toBe('success')
  expect(await session.file('lost.xml', part)).toBe('success')
  expect(await session.file('lost.xml', BYTES.subarray(-BEGUN))).toBe('success')
  expect(await storedAs('lost.xml')).toEqual([{ state: 'done', size: BYTES.length, documents: 1 }])
})

describe('of what is deleted, one statement deletes little:', () => {
  beforeAll(() =>
    db.query(`
      create function refuse_many() returns trigger language plpgsql as $$ begin
        if (select count(*) from gone) > 200 then raise 'too many' using errcode = '57014'; end if;
        return null;
      end $$;
      create trigger refuse_many after delete on upload_piece referencing old table as gone
        for each statement execute function refuse_many()`),
  )

  /** A part is coming, and 500 pieces of it are stored. */
  async function sendMuch(session: Awaited<ReturnType<typeof uploadSession>>, name: string, bytes: Buffer) {
    const socket = session.begin(name, bytes.subarray(0, BEGUN), bytes.length)
    const add = async () =>
      (
        await db.query(
          `insert into upload_piece (upload_id, part, piece, size, packed, content)
           select id, next_part - 1, 1000 + n, 1, false, 'a' from upload, generate_series(1, 500) n
            where name = $1 and next_part > (select count(*) + 1 from upload_part where upload_id = upload.id)`,
          [name],
        )
      ).rowCount
    await expect.poll(add).toBe(500)
    return socket
  }
  const left = async (name: string) =>
    (
      await db.query(
        `select u.size, count(p.upload_id)::int as pieces from upload u left join upload_piece p on p.upload_id = u.id
          where u.name = $1 group by u.id`,
        [name],
      )
    ).rows

  it('a first part that breaks off', async () => {
    const socket = await sendMuch(await uploadSession(db, one, backend), 'broken.xml', BYTES)
    await breakOff(socket, 'broken.xml')
    expect(await left('broken.xml')).toEqual([])
  })

  it('a last part that comes again', async () => {
    const session = await uploadSession(db, one, backend)
    for (const part of [BYTES.subarray(0, -1500), BYTES.subarray(-1500)])
      expect(await session.file('last.xml', part)).toBe('success')
    await using socket = await sendMuch(session, 'last.xml', BYTES.subarray(-1500))
    socket.write(BYTES.subarray(-1500).subarray(BEGUN))
    expect(await text(socket)).toMatch(/\r\n\r\nsuccess$/)
    expect(await left('last.xml')).toEqual([{ size: BYTES.length, pieces: 2 }])
  })
})
