import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Backend,
  basic,
  client,
  connect1c,
  send,
  signIn,
  startFreshBackend,
} from '../../../test/support/exchange.js'
import type { Database } from '../../db/database.js'

let db: Database
let backend: Backend
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
})
afterAll(() => backend[Symbol.asyncDispose]())

it('large files that follow each other are parsed in one thread, though they break off', async () => {
  const one = await connect1c(db, { client: 'ut' })
  const cookie = await signIn(client(backend, one))
  const headers = { authorization: basic(one.login, one.password) }
  const body = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация><Документ>${'<Ид>1</Ид>'.repeat(30_000)}`
  let threads = 0
  const count = (): void => void threads++
  process.on('worker', count)
  for (let file = 0; file < 4; file++)
    await send(backend, `/1c?type=sale&mode=file&filename=cut-${file}.xml`, { headers, cookie, body })
  const result = async () =>
    (await send(backend, '/1c?type=sale&mode=import&filename=cut-3.xml', { headers, cookie })).text
  await expect.poll(result, { timeout: 60_000 }).toMatch(/^failure\n.*обрывается/)
  process.off('worker', count)
  const { rows } = await db.query('select state from upload where integration_key = $1', [one.key])
  expect(rows).toEqual(Array(4).fill({ state: 'failed' }))
  expect(threads).toBe(1)
})

it('files that a server left unread do not keep those of another 1C waiting', async () => {
  const [many, few] = [await connect1c(db), await connect1c(db)]
  const leave = async ({ key, locationId }: typeof many, files: number) => {
    await db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
       select $1, $2, 1, 'sale', 'left-' || n || '.xml', 'complete', 10, 'xml' from generate_series(1, $3::int) n`,
      [key, locationId, files],
    )
  }
  await leave(many, 30)
  await leave(few, 1)
  const finished = async (of: typeof many) =>
    (
      await db.query<{ at: Date }>(
        'select finished_at as at from upload where integration_key = $1 and finished_at is not null order by 1',
        [of.key],
      )
    ).rows.map(({ at }) => at)
  await expect.poll(() => finished(few), { timeout: 60_000 }).toHaveLength(1)
  await expect.poll(() => finished(many), { timeout: 60_000 }).toHaveLength(30)
  const [theirs] = await finished(few)
  expect((await finished(many)).filter(at => at < theirs!).length).toBeLessThan(20)
})
