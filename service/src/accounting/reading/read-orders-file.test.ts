import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Backend, type Connected, connect1c, startFreshBackend } from '../../../test/support/exchange.js'
import { ordersFile } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'

let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend()
  one = await connect1c(backend.db, { client: 'ut' })
})
afterAll(() => backend[Symbol.asyncDispose]())

it('7.17: documents that pack to little are applied a few at a time', async () => {
  const comment = 'x'.repeat(990_000)
  const documents = Array.from(
    { length: 20 },
    (_, at) => `<Документ><Номер>${at}</Номер><Комментарий>${comment}</Комментарий></Документ>`,
  )
  const session = await uploadSession(backend.db, one, backend)
  expect(await session.file('orders.xml', ordersFile(...documents))).toBe('success')
  // What became of them is noted by the transaction that applies them.
  const { rows } = await backend.db.query<{ together: number }>(
    `select count(*)::int as together from upload_document where outcome = 'unknown' group by xmin::text order by 1 desc`,
  )
  expect(rows.reduce((sum, { together }) => sum + together, 0)).toBe(20)
  expect(rows[0]!.together).toBeLessThan(15)
})
