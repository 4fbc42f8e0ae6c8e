import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { connect1c, startFreshBackend } from '../../../test/support/exchange.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'

const KB = 1024
const PARTS = 12
const SENT = 240 * KB

it('parts that do not come to their end hold little memory together, and are whole once they do', async () => {
  await using backend = await startFreshBackend({ uploadBytesLimit: 1000 * KB })
  const { db } = backend
  const one = await connect1c(db, { client: 'ut' })
  const long = 'д'.repeat(150_000)
  const bytes = Buffer.from(ordersFile(uploadedOrder({ number: '1', requisites: { Описание: long } })))
  const sockets: Socket[] = []
  using _closed = {
    [Symbol.dispose]() {
      for (const socket of sockets) socket.destroy()
    },
  }
  for (let at = 0; at < PARTS; at++) {
    const session = await uploadSession(db, one, backend)
    sockets.push(session.begin(`${at}.xml`, bytes.subarray(0, SENT), bytes.length))
  }
  const stored = async () =>
    (await db.query<{ size: number }>('select coalesce(sum(size), 0)::int as size from upload_piece'))
      .rows[0]!.size
  // One owner may hold half of the limit, and each part some KB besides.
  await expect
    .poll(stored, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(PARTS * SENT - 500 * KB - PARTS * 16 * KB)
  for (const socket of sockets) {
    socket.write(bytes.subarray(SENT))
    expect(await text(socket)).toMatch(/\r\n\r\nsuccess$/)
  }
})
