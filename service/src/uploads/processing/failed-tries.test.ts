import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Backend,
  type Connected,
  client,
  connect1c,
  putOrder,
  startFreshBackend,
} from '../../../test/support/exchange.js'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import { uploadSession } from '../../../test/support/upload-session.js'
import type { Database } from '../../db/database.js'
import { listUnreadableUploads } from '../list-unreadable.js'

let db: Database
let backend: Backend
let one: Connected
beforeAll(async () => {
  backend = await startFreshBackend({ uploadAnswerSeconds: 2 })
  db = backend.db
  one = await connect1c(db, { client: 'ut' })
})
afterAll(() => backend[Symbol.asyncDispose]())

const stateOf = async (name: string) => {
  const { rows } = await db.query<{ state: string; tries: number; isLong: boolean }>(
    `select state, tries, read_after > now() + interval '100 seconds' as "isLong" from upload where name = $1`,
    [name],
  )
  return rows[0]
}

it('7.16: an id or a number that no index can hold is let go, and the file is read', async () => {
  for (const id of ['o-1', 'o-2']) await putOrder(db, one, id)
  const ask = client(backend, one)
  await ask('query')
  await ask('success')
  const session = await uploadSession(db, one, backend)
  const long = randomBytes(6000).toString('base64')
  const file = ordersFile(
    uploadedOrder({ id: long, number: '1' }),
    uploadedOrder({ number: '2', requisites: { 'Номер по 1С': long } }),
  )
  expect(await session.file('long.xml', file)).toBe('success')
  expect(await stateOf('long.xml')).toMatchObject({ state: 'done', tries: 0 })
})

it('7.16: a file whose reading fails is tried later and later, then given up and told', async () => {
  await db.query(`
    create function refuse_stubborn() returns trigger language plpgsql as $$ begin raise 'stubborn'; end $$;
    create trigger refuse_stubborn before insert on upload_file for each row
      when (new.name = 'stubborn.xml') execute function refuse_stubborn()`)
  const session = await uploadSession(db, one, backend)
  expect(await session.file('stubborn.xml', ordersFile())).toBe('success')
  const setBack = async (changes: string, tries: number) => {
    const statement = `update upload set ${changes} where name = 'stubborn.xml' and tries = $1 and reader is null`
    const updated = await db.query(statement, [tries])
    await db.query('update graphile_worker._private_jobs set run_at = now()')
    return updated
  }
  await expect.poll(async () => (await setBack('tries = 5, read_after = now()', 1)).rowCount).toBe(1)
  await expect
    .poll(() => stateOf('stubborn.xml'), { timeout: 60_000 })
    .toEqual({ state: 'complete', tries: 6, isLong: true })
  await setBack('read_after = now()', 6)
  const told = async () => (await listUnreadableUploads(db, one.locationId, 10)).map(({ name }) => name)
  await expect.poll(told, { timeout: 60_000 }).toEqual(['stubborn.xml'])
  expect(await session.file('later.xml', ordersFile())).toBe('success')
  expect(await stateOf('later.xml')).toMatchObject({ state: 'done' })
  expect(await told()).toEqual([])
  expect(await session.import('stubborn.xml')).toMatch(/^failure\nФайл пришёл целиком.* каждая из 7 попыток/)
  const { rows } = await db.query(`select failure_reason as reason from upload where name = 'stubborn.xml'`)
  expect(rows).toEqual([{ reason: { code: 'file-read-failed', params: { tries: 7 } } }])
})

it('7.16: what takes the database too long or too much memory counts, its outage does not', async () => {
  await db.query(`
    create function refuse_reading() returns trigger language plpgsql as $$ begin raise 'refused' using errcode = left(new.name, 5); end $$;
    create trigger refuse_reading before insert on upload_file for each row when (new.name like '%-refused.xml') execute function refuse_reading()`)
  // admin_shutdown; query_canceled, out_of_memory.
  for (const code of ['57P01', '57014', '53200']) {
    const session = await uploadSession(db, await connect1c(db, { client: 'ut' }), backend)
    await session.file(`${code}-refused.xml`, ordersFile())
  }
  for (const code of ['57014', '53200'])
    await expect
      .poll(async () => (await stateOf(`${code}-refused.xml`))?.tries, { timeout: 60_000 })
      .toBeGreaterThan(0)
  expect(await stateOf('57P01-refused.xml')).toMatchObject({ state: 'complete', tries: 0 })
})

it('7.16: a file whose reader died is read once more, and given up when that goes on', async () => {
  const session = await uploadSession(db, one, backend)
  for (const name of ['once.xml', 'always.xml']) await session.file(name, ordersFile())
  await session.file('going.xml', ordersFile(uploadedOrder({ number: '3' })))
  // As a server leaves them that runs out of memory while it reads them.
  await db.query(
    `with unread as (delete from upload_file where name in ('once.xml', 'always.xml', 'going.xml') returning upload_id, name)
     update upload u set state = 'complete', finished_at = null, reader = 0, tries = t.tries
       from unread join (values ('once.xml', 0), ('always.xml', 6), ('going.xml', 5)) as t(name, tries) using (name)
      where u.id = unread.upload_id`,
  )
  await expect.poll(() => stateOf('once.xml'), { timeout: 60_000 }).toMatchObject({ state: 'done', tries: 1 })
  await expect
    .poll(() => stateOf('always.xml'), { timeout: 60_000 })
    .toMatchObject({ state: 'failed', tries: 7 })
  // It moved on meanwhile.
  await expect
    .poll(() => stateOf('going.xml'), { timeout: 60_000 })
    .toMatchObject({ state: 'done', tries: 0 })
  expect(await session.import('always.xml')).toMatch(
    /^failure\nФайл пришёл целиком.* каждая из 7 попыток .*не хватило памяти/,
  )
})

it('7.16: files that were being read as servers died are read one at a time', async () => {
  await db.query(`
    create function refuse_company() returns trigger language plpgsql as $$ begin
      perform pg_sleep(1);
      if (select count(*) from upload where name like 'suspect-%' and state = 'complete' and reader > 0) > 1
      then raise 'not alone'; end if;
      return new;
    end $$;
    create trigger refuse_company before insert on upload_file for each row
      when (new.name like 'suspect-%') execute function refuse_company()`)
  for (let at = 0; at < 3; at++) {
    const { key, locationId } = await connect1c(db, { client: 'ut' })
    await db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, state, size, content, tries, reader)
       values ($1, $2, 1, 'sale', 'suspect-' || $3::int, 'complete', 10, 'xml', 1, 0)`,
      [key, locationId, at],
    )
  }
  for (let at = 0; at < 3; at++)
    await expect
      .poll(() => stateOf(`suspect-${at}`), { timeout: 60_000 })
      .toMatchObject({ state: expect.stringMatching(/done|failed/), tries: 2 })
})
