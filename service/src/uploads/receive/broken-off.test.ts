import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
  one = await connect1c(db, { client: 'unf' })
})
afterAll(() => backend[Symbol.asyncDispose]())

const BYTES = Buffer.from(ordersFile(uploadedOrder({ number: '1' })))
const BEGUN = 300

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
    /** Breaks a part off and waits until what was stored of it is cleaned up. */
    async breakOff(index: number) {
      sockets[index]!.destroy()
      await expect
        .poll(async () => {
          const { rows } = await db.query(
            `select from journal_entry where outcome = 'cut' and url like '%' || $1`,
            [name],
          )
          return rows.length
        })
        .toBe(1)
    },
    async goOn(index: number) {
      sockets[index]!.write(BYTES.subarray(BEGUN))
      return (await text(sockets[index]!)).split('\r\n\r\n')[1]
    },
    stored: async () =>
      (await db.query('select state, size, documents from upload where name = $1', [name])).rows,
  }
}

it.each([
  ['first', 0, 1],
  ['second', 1, 0],
])(
  '7.5: a first part that comes twice at once is taken, though the %s one breaks off',
  async (name, broken, whole) => {
    const parts = await sendTwice(`${name}.xml`)
    await parts.breakOff(broken)
    expect(await parts.goOn(whole)).toBe('success')
    expect(await parts.stored()).toEqual([{ state: 'done', size: BYTES.length, documents: 1 }])
  },
)
