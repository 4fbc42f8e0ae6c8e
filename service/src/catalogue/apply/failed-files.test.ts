import { expect, it } from 'vitest'
import { zipped } from '../../../test/support/archive.js'
import { importFile } from '../../../test/support/catalogue.js'
import { basic, send as call, type OneCRequest } from '../../../test/support/exchange.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import { listFinishedRounds } from './close-round.js'
import { noteFailed } from './rounds.js'

const one = uploadingUt()
const { item, send, failures } = one
const states = async () => {
  await one.closeRound()
  return Object.values(await one.states())
}
/** As many seconds later, the exchange counts as over. */
const isOverAfter = async (seconds: number) => {
  for (const [table, column] of [
    ['catalogue_round', 'last_file_at'],
    ['exchange_session', 'opened_at'],
    ['upload', 'last_part_at'],
  ])
    await one.db.query(
      `update ${table} set ${column} = ${column} - make_interval(secs => $2) where integration_key = $1`,
      [one.of.key, seconds],
    )
  const finished = await listFinishedRounds(one.db, { settleSeconds: 15, portionSeconds: 120 })
  return finished.some(({ key }) => key === one.of.key)
}

it('a whole catalogue takes nothing away that a refused file of it may have mentioned, until that comes', async () => {
  await send('import0.xml', [1, 2, 3])
  await one.closeRound()
  await send('import0.xml', [1])
  const second = await one.session()
  expect(await second.ask('mode=file&filename=import1.xml', '')).toMatch(/^failure\n/)
  expect(await isOverAfter(20)).toBe(false)
  expect(await states()).toEqual(['current', 'current', 'current'])

  await send('import0.xml', [1])
  await (await one.session()).ask('mode=file&filename=import1.xml', '')
  await send('import1.xml', [2])
  expect(await states()).toEqual(['current', 'current', 'gone'])
})

it('the first file counts too, and a session that got no further is no sign that 1C went on to its orders', async () => {
  await send('import0.xml', [1, 2])
  await one.closeRound()
  const first = await one.session()
  expect(await first.ask('mode=file&filename=import0.xml', '')).toMatch(/^failure\n/)
  await send('import1.xml', [1])
  await one.session()
  expect(await isOverAfter(20)).toBe(false)
  await one.goOn()
  expect(await isOverAfter(20)).toBe(true)
  expect(await states()).toEqual(['current', 'current'])
})

it.each<[string, string, OneCRequest, string?]>([
  ['with a wrong password', 'type=sale&mode=checkauth', {}, 'wrong'],
  ['that asks for headers alone', 'type=sale&mode=checkauth', { method: 'HEAD' }],
  ['of an unknown session', 'type=catalog&mode=file&filename=1.jpg', { cookie: 'obmen1c=1.a', body: '1' }],
])('a call %s is no sign that 1C went on to its orders', async (_, query, asking, password) => {
  await send('import0_1.xml', [1])
  const authorization = basic(one.of.login, password ?? one.of.password)
  await call(one.backend, `/1c?${query}`, { ...asking, headers: { authorization } })
  const recorded = async () => {
    const { rows } = await one.db.query(
      'select from exchange_session where integration_key = $1 and summary_only',
      [one.of.key],
    )
    return rows.length
  }
  await expect.poll(recorded).toBe(1)
  expect(await isOverAfter(20)).toBe(false)
})

it('one that is refused when 1C sends it again takes the place of nothing before it', async () => {
  await send('import0.xml', [1, 2, 3])
  await one.closeRound()
  await send('import0.xml', [1])
  await send('import1.xml', [2])
  await (await one.session()).ask('mode=file&filename=import1.xml', '')
  await send('import1.xml', [2])
  expect(await states()).toEqual(['current', 'current', 'gone'])

  for (const name of ['import0.xml', 'import1.xml'])
    await (await one.session()).ask(`mode=file&filename=${name}`, '')
  await send('import1.xml', [2])
  expect(await states()).toEqual(['current', 'current', 'gone'])
})

it('a file whose connection breaks counts as refused', async () => {
  await send('import0.xml', [1, 2])
  await one.closeRound()
  await send('import0.xml', [1])
  const second = await one.session()
  await second.breakOff('import1.xml', importFile([item(2)]))
  await expect.poll(failures).toBe(1)
  expect(await states()).toEqual(['current', 'current'])
})

it('a file that breaks off is noted while it still counts as coming', async () => {
  await one.db.query(`
    create function require_note() returns trigger language plpgsql as $$ begin
      if not exists (select from catalogue_round_file where integration_key = old.integration_key and failed)
      then raise 'not noted'; end if;
      return old;
    end $$;
    create trigger require_note before delete on upload for each row execute function require_note()`)
  const session = await one.session()
  await session.breakOff('import1.xml', importFile([item(2)]))
  await expect.poll(failures).toBe(1)
  await expect
    .poll(async () => {
      const { rows } = await one.db.query('select from upload where integration_key = $1', [one.of.key])
      return rows.length
    })
    .toBe(0)
  await one.db.query('drop trigger require_note on upload')
})

it.each([
  ['', false],
  [', though another of its session came after it,', true],
])(
  'a file that a killed server was receiving%s counts as refused once it is given up',
  async (_, isFollowed) => {
    await send('import0.xml', [1, 2])
    await one.closeRound()
    const session = await one.session()
    await session.upload('import0.xml', importFile([item(1)]))
    await one.db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, next_part)
     values ($1, $2, $3, 'catalog', 'import1.xml', 2)`,
      [one.of.key, one.of.locationId, await one.latestSession()],
    )
    if (isFollowed) await session.upload('import2.xml', importFile([item(1)]))
    expect(await isOverAfter(130)).toBe(false)
    await isOverAfter(600)
    const coming = async () => {
      const { rows } = await one.db.query(
        `select from upload where integration_key = $1 and state = 'receiving'`,
        [one.of.key],
      )
      return rows.length
    }
    await expect.poll(coming, { timeout: 60_000 }).toBe(0)
    expect(await states()).toEqual(['current', 'current'])
  },
)

it('an archive or a picture that comes again leaves nothing undecided', async () => {
  await send('import0.xml', [1, 2, 3])
  await one.closeRound()
  await send('import0.xml', [1])
  const portion = await zipped({ 'import1.xml': importFile([item(2)]) })
  const session = await one.session()
  for (const [name, body] of [
    ['v8_1.zip', portion],
    ['1.jpg', Buffer.of(0xff, 0xd8, 0xff, 0xe0)],
  ] as const) {
    await session.breakOff(name, 'PK')
    await expect.poll(failures).toBe(1)
    expect(await session.upload(name, body)).toBe('success')
    expect(await failures()).toBe(0)
  }
  expect(await states()).toEqual(['current', 'current', 'gone'])
})

it.each(['import1.xml', 'v8_1.zip'])(
  'a file that is noticed to have broken off once it has come again, says nothing any more: %s',
  async name => {
    await send('import0.xml', [1, 2, 3])
    await one.closeRound()
    await send('import0.xml', [1])
    await one.session()
    const sessionId = await one.latestSession()
    const portion = importFile([item(2)])
    const again = name.endsWith('.zip') ? await zipped({ 'import1.xml': portion }) : portion
    expect(await (await one.session()).upload(name, again)).toBe('success')
    await send('import2.xml', [2])
    expect(await noteFailed(one.db, { integrationKey: one.of.key, sessionId, name })).toBe(true)
    expect(await states()).toEqual(['current', 'current', 'gone'])
  },
)

it('a failure that the database can’t note is noted before the catalogue is judged', async () => {
  await send('import0.xml', [1, 2])
  await one.closeRound()
  await send('import0.xml', [1])
  await one.db.query(`
    create function refuse_failed() returns trigger language plpgsql as $$ begin raise 'away'; end $$;
    create trigger refuse_failed before insert on catalogue_round_file for each row execute function refuse_failed()`)
  const second = await one.session()
  expect(await second.ask('mode=file&filename=import1.xml', '')).toMatch(/^failure\n/)
  await one.db.query('drop trigger refuse_failed on catalogue_round_file')
  await one.noteWaiting()
  expect(await states()).toEqual(['current', 'current'])
})

it('a file that could not be read, and comes again, begins no exchange without the files before it', async () => {
  await send('import0.xml', [1, 2])
  await one.closeRound()
  await send('import0.xml', [1])
  const second = await one.session()
  expect(await second.upload('import1.xml', importFile([item(2)]).slice(0, -9))).toMatch(/^failure\n/)
  await send('import1.xml', [2])
  expect(await states()).toEqual(['current', 'current'])
})
