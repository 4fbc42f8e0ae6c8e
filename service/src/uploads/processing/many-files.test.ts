import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Backend,
  basic,
  type Connected,
  client,
  connect1c,
  send,
  signIn,
  startBackend,
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

/** The first reading of NAME.xml fails as when the database is stopped. */
const interruptOnce = (name: string) =>
  db.query(`
    create sequence ${name}_tries;
    create function interrupt_${name}() returns trigger language plpgsql as $$ begin
      if nextval('${name}_tries') = 1 then raise 'interrupted' using errcode = '57P01'; end if;
      return new;
    end $$;
    create trigger interrupt_${name} before insert on upload_file for each row
      when (new.name = '${name}.xml') execute function interrupt_${name}()`)

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
  // One that another test left idle serves, too.
  expect(threads).toBeLessThanOrEqual(1)
})

it('7.16: a file that cannot be deleted keeps none of another 1C waiting', async () => {
  const [stuck, other] = [await connect1c(db), await connect1c(db)]
  await db.query(`
    create function refuse_deletion() returns trigger language plpgsql as $$ begin raise 'too slow' using errcode = '57014'; end $$;
    create trigger refuse_deletion before delete on upload_piece for each row when (old.piece = 77) execute function refuse_deletion()`)
  await db.query(
    `with empty as (insert into upload (integration_key, location_id, session_id, type, name, last_part_at)
                    values ($1, $2, 1, 'sale', 'empty.xml', now() - interval '11 minutes') returning id)
     insert into upload_piece (upload_id, part, piece, size, packed, content) select id, 1, 77, 1, false, 'a' from empty`,
    [stuck.key, stuck.locationId],
  )
  await db.query(
    `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
     values ($1, $2, 1, 'sale', 'other.xml', 'complete', 10, 'xml')`,
    [other.key, other.locationId],
  )
  const stateOf = async (name: string) =>
    (await db.query<{ state: string }>('select state from upload where name = $1', [name])).rows
  await expect.poll(() => stateOf('other.xml'), { timeout: 60_000 }).toEqual([{ state: 'failed' }])
  await db.query('drop trigger refuse_deletion on upload_piece')
})

describe('files of one 1C are read in the order in which they came, by several servers too', () => {
  let other: Backend
  beforeAll(async () => {
    other = await startBackend(db)
  })
  afterAll(() => other[Symbol.asyncDispose]())

  const sendFile = async (to: Backend, of: Connected, cookie: string, name: string, body: string) =>
    send(to, `/1c?type=catalog&mode=file&filename=${name}`, {
      headers: { authorization: basic(of.login, of.password) },
      cookie,
      body,
    })
  const statesOf = async ({ key }: Connected) =>
    (
      await db.query<{ name: string; state: string }>(
        'select name, state from upload where integration_key = $1 order by finished_at, id',
        [key],
      )
    ).rows
  const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08"/>'

  it('7.14: a new one waits for an earlier one that another job reads, until that ends', async () => {
    const one = await connect1c(db, { client: 'ut' })
    const cookie = await signIn(client(backend, one))
    await sendFile(backend, one, cookie, 'first.xml', EMPTY)
    await expect.poll(() => statesOf(one)).toEqual([{ name: 'first.xml', state: 'done' }])
    // As a server leaves it that reads it.
    const { rows } = await db.query<{ id: number }>(
      `select id from graphile_worker.add_job('elsewhere', run_at => now() + interval '1 day')`,
    )
    await db.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'other' where id = $1`,
      [rows[0]!.id],
    )
    await db.query(
      `with unread as (delete from upload_file f using upload u
                        where f.upload_id = u.id and u.integration_key = $1)
       update upload set state = 'complete', finished_at = null, reader = $2 where integration_key = $1`,
      [one.key, rows[0]!.id],
    )
    for (const [index, to] of [other, backend].entries())
      await sendFile(to, one, cookie, `later-${index}.xml`, EMPTY)
    const unread = [0, 1].map(index => ({ name: `later-${index}.xml`, state: 'complete' }))
    expect(await statesOf(one)).toEqual([{ name: 'first.xml', state: 'complete' }, ...unread])
    await db.query('delete from graphile_worker._private_jobs where id = $1', [rows[0]!.id])
    await expect
      .poll(() => statesOf(one), { timeout: 60_000 })
      .toEqual(['first.xml', ...unread.map(({ name }) => name)].map(name => ({ name, state: 'done' })))
  })

  it('7.14: a new file waits for an earlier one whose reading a passing fault interrupted', async () => {
    const one = await connect1c(db, { client: 'ut' })
    const cookie = await signIn(client(backend, one))
    await interruptOnce('interrupted')
    await db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, last_part_at)
       select $1, $2, 1, 'catalog', 'interrupted.xml', 'complete', 10, 'xml', now() - interval '2 hours'`,
      [one.key, one.locationId],
    )
    const isInterrupted = async () =>
      (await db.query('select from upload where integration_key = $1 and read_after > now()', [one.key]))
        .rowCount
    await expect.poll(isInterrupted, { timeout: 60_000, interval: 10 }).toBe(1)
    await sendFile(backend, one, cookie, 'later.xml', EMPTY)
    const inOrder = [
      { name: 'interrupted.xml', state: 'failed' },
      { name: 'later.xml', state: 'done' },
    ]
    const states = async () => (await statesOf(one)).filter(({ state }) => state !== 'complete')
    await expect.poll(async () => (await states()).length, { timeout: 60_000 }).toBe(2)
    expect(await states()).toEqual(inOrder)
  })
})
