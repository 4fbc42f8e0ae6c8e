import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFile } from '../../../test/support/catalogue.js'
import {
  type Backend,
  type Connected,
  connect1c,
  connectAnother,
  startBackend,
  startFreshBackend,
} from '../../../test/support/exchange.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import type { Database } from '../../db/database.js'

const PICTURES = 50

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
  one = await connect1c(db, { client: 'ut' })
})
afterAll(() => backend[Symbol.asyncDispose]())

it('7.12: of the pictures of a catalogue no bytes are kept', async () => {
  const session = await uploadSession(db, one, backend)
  expect(await session.file('import0_1.xml', importFile([]), 'catalog')).toBe('success')
  const picture = Buffer.alloc(20_000, Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0x12))
  for (let number = 1; number <= PICTURES; number++)
    expect(await session.file(`import_files/${number}.jpg`, picture, 'catalog')).toBe('success')
  expect(await session.file('offers0_1.xml', importFile([]), 'catalog')).toBe('success')
  const finished = async () => {
    const { rows } = await db.query<{ files: number; bytes: number }>(
      `select count(*) as files, coalesce(sum(octet_length(head) + octet_length(tail)), 0) as bytes
         from upload where integration_key = $1 and finished_at is not null`,
      [one.key],
    )
    return rows[0]!
  }
  await expect.poll(async () => (await finished()).files, { timeout: 60_000 }).toBe(PICTURES + 2)
  expect((await finished()).bytes).toBe(0)
})

const KEEP = 4 * 2 ** 20
const FILES = 10

it('parts that come at once keep to the limit together, and what is kept is counted as it is', async () => {
  const greedy = await connectAnother(db, one, { client: 'ut' })
  await using small = await startBackend(db, { uploadKeepBytes: KEEP })
  const ofGreedy = async <T extends object>(columns: string) =>
    (await db.query<T>(`select ${columns} from upload where integration_key = $1`, [greedy.key])).rows
  const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(KEEP / 2)])
  const sockets = await Promise.all(
    Array.from({ length: FILES }, async (_, at) => {
      const session = await uploadSession(db, greedy, small)
      return session.begin(`${at}.zip`, file.subarray(0, 1000), file.length)
    }),
  )
  await expect.poll(() => ofGreedy('id'), { timeout: 60_000 }).toHaveLength(FILES)
  const answers = await Promise.all(
    sockets.map(socket => {
      socket.write(file.subarray(1000))
      return text(socket)
    }),
  )
  expect(answers.filter(answer => answer.includes('заняли все отведённые'))).not.toEqual([])
  const kept = await ofGreedy<{ counted: number; bytes: number }>(
    `kept_size as counted,
     (select coalesce(sum(length(content)), 0)::int from upload_piece where upload_id = id) as bytes`,
  )
  expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(KEEP)
  expect(kept.map(({ bytes }) => bytes)).toEqual(kept.map(({ counted }) => counted))
})
