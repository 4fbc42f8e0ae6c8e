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
import { openUploads } from '../../app/open-uploads.js'
import { readConfig } from '../../config.js'
import type { Database, Queryable } from '../../db/database.js'
import { createLog } from '../../log.js'
import { answerImport } from '../receive/answer-upload.js'

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
  expect(threads).toBe(1)
})

it('files that a server left unread do not keep those of another 1C waiting', async () => {
  const [many, few] = [await connect1c(db), await connect1c(db)]
  const leave = async (tx: Queryable, { key, locationId }: typeof many, files: number) => {
    await tx.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
       select $1, $2, 1, 'sale', 'left-' || n || '.xml', 'complete', 10, 'xml' from generate_series(1, $3::int) n`,
      [key, locationId, files],
    )
  }
  // The server looks for all of them or for none.
  await db.transaction(async tx => {
    await leave(tx, many, 30)
    await leave(tx, few, 1)
  })
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

it('a file waits for no files of very many 1C of another location', async () => {
  const first = await connect1c(db)
  const other = await connect1c(db)
  // The server looks for all of them or for none.
  await db.transaction(async tx => {
    await tx.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
       select -n, $1, 1, 'sale', 'many-' || n || '.xml', 'complete', 10, 'xml' from generate_series(1, 60) n`,
      [first.locationId],
    )
    await tx.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
       values ($1, $2, 1, 'sale', 'waits.xml', 'complete', 10, 'xml')`,
      [other.key, other.locationId],
    )
  })
  const finished = async (locationId: string) =>
    (
      await db.query<{ at: Date }>(
        'select finished_at as at from upload where location_id = $1 and finished_at is not null order by 1',
        [locationId],
      )
    ).rows.map(({ at }) => at)
  await expect.poll(() => finished(first.locationId), { timeout: 60_000 }).toHaveLength(60)
  const [at] = await finished(other.locationId)
  expect((await finished(first.locationId)).filter(earlier => earlier < at!).length).toBeLessThan(20)
})

it('a file that can be read again waits for no pile of files of another 1C', async () => {
  const [many, few] = [await connect1c(db), await connect1c(db)]
  // Another server reads the first one.
  await db.query(
    `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, reader, reader_until)
     select $1, $2, 1, 'catalog', n || '.jpg', 'complete', 10, 'other', case when n = 1 then gen_random_uuid() end,
            case when n = 1 then now() + interval '1 hour' end
       from generate_series(1, 2000) n`,
    [many.key, many.locationId],
  )
  await interruptOnce('again')
  await db.query(
    `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
     values ($1, $2, 1, 'sale', 'again.xml', 'complete', 10, 'xml')`,
    [few.key, few.locationId],
  )
  const isFinished = async () =>
    (
      await db.query('select finished_at is not null as finished from upload where integration_key = $1', [
        few.key,
      ])
    ).rows
  await expect.poll(isFinished, { timeout: 60_000 }).toEqual([{ finished: true }])
  await db.query('delete from upload where integration_key = $1', [many.key])
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

it('an import that names no file looks at the files of its session together', async () => {
  const one = await connect1c(db)
  await db.query(
    `insert into upload (integration_key, location_id, session_id, type, name, state, size, content)
     select $1, $2, 77, 'catalog', n || '.jpg', 'done', 10, 'other' from generate_series(1, 10000) n`,
    [one.key, one.locationId],
  )
  let queries = 0
  const counted: Database = {
    ...db,
    query(...statement) {
      queries++
      return db.query(...statement)
    },
  }
  const options = {
    failedFiles: { note: async () => {} },
    config: readConfig({ PORT: '0' }),
    log: createLog('silent'),
  }
  await using uploads = openUploads({ ...options, db: counted })
  expect(await answerImport(uploads, { sessionId: 77, name: undefined })).toEqual({ result: 'success' })
  expect(queries).toBeLessThan(10)
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

  it('7.14: a new one waits for an earlier one that another server reads, and for who takes it over from a dead one', async () => {
    const one = await connect1c(db, { client: 'ut' })
    const cookie = await signIn(client(backend, one))
    await sendFile(backend, one, cookie, 'first.xml', EMPTY)
    await expect.poll(() => statesOf(one)).toEqual([{ name: 'first.xml', state: 'done' }])
    // As a server leaves it that reads it.
    await db.query(
      `update upload set state = 'complete', finished_at = null, reader = gen_random_uuid(), reader_until = now() + interval '1 hour'
        where integration_key = $1`,
      [one.key],
    )
    await db.query(
      'delete from upload_file where upload_id in (select id from upload where integration_key = $1)',
      [one.key],
    )
    for (const [index, to] of [other, backend, other, backend].entries())
      await sendFile(to, one, cookie, `later-${index}.xml`, EMPTY)
    const unread = [0, 1, 2, 3].map(index => ({ name: `later-${index}.xml`, state: 'complete' }))
    expect(await statesOf(one)).toEqual([{ name: 'first.xml', state: 'complete' }, ...unread])
    await db.query(
      'update upload set reader_until = now() where integration_key = $1 and reader is not null',
      [one.key],
    )
    await expect
      .poll(() => statesOf(one), { timeout: 60_000 })
      .toEqual(['first.xml', ...unread.map(({ name }) => name)].map(name => ({ name, state: 'done' })))
  })

  it('7.14: a new one waits for an earlier one whose reading a passing fault interrupted, however long ago it came', async () => {
    const one = await connect1c(db, { client: 'ut' })
    const cookie = await signIn(client(backend, one))
    await interruptOnce('interrupted')
    await db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, last_part_at)
       select $1, $2, 1, 'catalog', 'interrupted.xml', 'complete', 10, 'xml', now() - interval '2 hours'`,
      [one.key, one.locationId],
    )
    const isInterrupted = async () =>
      (
        await db.query(
          'select from upload where integration_key = $1 and reader is null and reader_until is not null',
          [one.key],
        )
      ).rows.length
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

  it('7.14: one that could not be read for long holds up no other any more', async () => {
    const one = await connect1c(db, { client: 'ut' })
    const cookie = await signIn(client(backend, one))
    await db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, last_part_at, reader_until)
       select $1, $2, 1, 'catalog', 'stuck.xml', 'complete', 10, 'xml', now() - interval '25 hours', now() + interval '1 hour'`,
      [one.key, one.locationId],
    )
    await db.transaction(async tx => {
      // Nobody gets to read it.
      await tx.query('select from upload where integration_key = $1 for update', [one.key])
      await sendFile(other, one, cookie, 'later.xml', EMPTY)
      await expect
        .poll(() => statesOf(one), { timeout: 60_000 })
        .toContainEqual({ name: 'later.xml', state: 'done' })
    })
  })
})
