import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import {
  type Backend,
  type Connected,
  client,
  connect1c,
  putOrder,
  send,
  signIn,
  startBackend,
} from '../../test/support/exchange.js'
import type { Database } from '../db/database.js'
import { openBody } from '../journal/exchanges/bodies.js'
import { getExchange } from '../journal/exchanges/get-exchange.js'
import { createDays } from '../journal/partitions.js'

describeOnEachPostgres('an exchange that finds nothing', pg => {
  let db: Database
  let backend: Backend
  let one: Connected
  let statements = 0
  beforeAll(async () => {
    db = await pg.freshDatabase()
    await createDays(db, new Date())
    one = await connect1c(db)
    const counted: typeof db = {
      ...db,
      query: (text, values, name) => {
        statements++
        return db.query(text, values, name)
      },
      transaction: work => {
        statements++
        return db.transaction(work)
      },
    }
    backend = await startBackend(counted, undefined, undefined, db)
  })
  afterAll(() => backend[Symbol.asyncDispose]())

  const count = async (table: string): Promise<number> =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count
  const exchange = async ({ cookieAlone = false } = {}) => {
    const ask = client(backend, one)
    const cookie = await signIn(ask)
    const texts = []
    for (const mode of ['init', 'query', 'success']) {
      const path = `/1c?type=sale&mode=${mode}`
      texts.push((await (cookieAlone ? send(backend, path, { cookie }) : ask(mode, { cookie }))).text)
    }
    await backend.journal.settled()
    return texts
  }

  it('9.4: is one row and seven statements, whole to be read in the journal', async () => {
    // What it shows of itself is sure after the second.
    for (let times = 0; times < 2; times++) await exchange()
    await backend.states.settled()
    statements = 0
    const [init, query, success] = await exchange()
    expect(statements).toBeLessThanOrEqual(7)
    expect(await count('exchange_session')).toBe(3)
    for (const table of ['journal_entry', 'journal_body', 'outbox_batch', 'outbox_batch_item'])
      expect([table, await count(table)]).toEqual([table, 0])

    const { rows } = await db.query<{ id: number }>('select max(id) as id from exchange_session')
    const { id } = rows[0]!
    const { entries, steps, summary, outcome } = (await getExchange(db, one.locationId, id))!
    expect(outcome).toBe('nothing')
    expect(summary).toBe('Новых и изменённых заказов для 1С не было.')
    expect(steps.map(({ mode }) => mode)).toEqual(['checkauth', 'init', 'query', 'success'])
    expect(entries.map(({ responseText }) => responseText).slice(1)).toEqual([init, query, success])
    expect(entries[0]!.responseText).toMatch(/^success\nobmen1c\n\*+\n/)
    expect(entries[2]).toMatchObject({
      status: 200,
      login: one.login,
      url: '/1c?type=sale&mode=query',
      requestHeaders: { authorization: 'Basic ***', 'user-agent': '1C+Enterprise/8.3' },
      responseHeaders: { 'content-type': 'application/xml; charset=utf-8' },
    })
    const body = (await openBody(db, {
      ...{ scope: one.locationId, exchangeId: id, entryId: entries[2]!.id },
      side: 'response',
    }))!
    const pieces: Buffer[] = []
    for await (const piece of body.stream) pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).toBe(query)
  })

  it('9.4: is as little of a client that shows its cookie alone', async () => {
    const left = () =>
      Promise.all(['journal_entry', 'journal_body', 'outbox_batch', 'outbox_batch_item'].map(count))
    for (let times = 0; times < 2; times++) await exchange({ cookieAlone: true })
    await backend.states.settled()
    const before = { sessions: await count('exchange_session'), left: await left() }
    statements = 0
    const answers = await exchange({ cookieAlone: true })
    expect(statements).toBeLessThanOrEqual(7)
    expect({ sessions: await count('exchange_session'), left: await left() }).toEqual({
      sessions: before.sessions + 1,
      left: before.left,
    })

    const { rows } = await db.query<{ id: number }>('select max(id) as id from exchange_session')
    const { entries, outcome } = (await getExchange(db, one.locationId, rows[0]!.id))!
    expect(outcome).toBe('nothing')
    expect(entries.map(({ responseText }) => responseText).slice(1)).toEqual(answers)
    expect(entries[2]!.requestHeaders).not.toHaveProperty('authorization')
    expect(entries[2]!.requestHeaders).toMatchObject({ cookie: 'obmen1c=***' })
  })

  it('9.4: is one row and eight statements of a client that shows no cookie at all', async () => {
    const bare = client(backend, one)
    const exchangeBare = async () => {
      const texts = []
      for (const mode of ['checkauth', 'init', 'query', 'success']) texts.push((await bare(mode)).text)
      await backend.journal.settled()
      return texts
    }
    for (let times = 0; times < 2; times++) await exchangeBare()
    await backend.states.settled()
    const before = { sessions: await count('exchange_session'), batches: await count('outbox_batch') }
    statements = 0
    const [, init, query, success] = await exchangeBare()
    expect(statements).toBeLessThanOrEqual(8)
    expect({ sessions: await count('exchange_session'), batches: await count('outbox_batch') }).toEqual({
      ...before,
      sessions: before.sessions + 1,
    })
    const { rows } = await db.query<{ id: number }>('select max(id) as id from exchange_session')
    const { entries, outcome } = (await getExchange(db, one.locationId, rows[0]!.id))!
    expect(outcome).toBe('nothing')
    expect(entries.map(({ responseText }) => responseText).slice(1)).toEqual([init, query, success])
    for (const table of ['journal_entry', 'journal_body'])
      expect([table, await count(table)]).toEqual([table, 0])
  })

  it('leaves what an earlier exchange without a cookie was given as it was, too', async () => {
    const base = await connect1c(db)
    const bare = client(backend, base)
    const states = async () =>
      (
        await db.query<{ state: string }>(
          'select state from outbox_batch where integration_key = $1 and order_count > 0 order by id',
          [base.key],
        )
      ).rows.map(({ state }) => state)
    await putOrder(db, base, 'c')
    await bare('checkauth')
    expect((await bare('query')).text).toContain('<Документ>')
    await db.query('update outbox_entry set pending_revision = 0 where integration_key = $1', [base.key])
    for (const state of ['sent', 'abandoned']) {
      await db.query('update outbox_batch set state = $2 where integration_key = $1 and order_count > 0', [
        base.key,
        state,
      ])
      await bare('checkauth')
      expect((await bare('query')).text).not.toContain('<Документ>')
      expect((await bare('success')).text).toBe('success')
      expect(await states()).toEqual([state])
    }
  })

  it('leaves what an earlier exchange was given as it was', async () => {
    const statesOf = async () =>
      (
        await db.query(
          'select state, order_count as n from outbox_batch where integration_key = $1 order by id',
          [one.key],
        )
      ).rows
    await putOrder(db, one, 'a')
    const ask = client(backend, one)
    const cookie = await signIn(ask)
    expect((await ask('query', { cookie })).text).toContain('<Документ>')
    // The order leaves the rules; another session finds nothing, and its success confirms nothing.
    await db.query('update outbox_entry set pending_revision = 0')
    const other = await signIn(ask)
    expect((await ask('query', { cookie: other })).text).not.toContain('<Документ>')
    expect((await ask('success', { cookie: other })).text).toBe('success')
    expect(await statesOf()).toEqual([{ state: 'sent', n: 1 }])
    // The same session queries again and finds nothing: the batch it got is abandoned, and its success is no longer refused.
    expect((await ask('query', { cookie })).text).not.toContain('<Документ>')
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await statesOf()).toEqual([
      { state: 'abandoned', n: 1 },
      { state: 'confirmed', n: 0 },
    ])
  })

  it('acts at once on a pause and on a new password', async () => {
    const ask = client(backend, one)
    const cookie = await signIn(ask)
    await db.query('update integration set enabled = false')
    expect((await ask('query', { cookie })).text).toMatch(/^failure\n/)
    expect((await ask('checkauth')).text).toMatch(/^failure\n/)
    expect((await send(backend, '/1c?type=sale&mode=query', { cookie })).text).toMatch(/^failure\n/)
    await db.query(
      `update integration set enabled = true, password_hash = sha256('x'), password_changed_at = now()`,
    )
    expect((await ask('query', { cookie })).status).toBe(401)
    expect((await send(backend, '/1c?type=sale&mode=query', { cookie })).status).toBe(401)
    const renewed = client(backend, { login: one.login, password: 'x' })
    expect((await renewed('query', { cookie })).text).toMatch(/^failure\n/)
    expect((await renewed('checkauth')).text).toMatch(/^success\n/)
  })

  it('gives each of many that call in the same moment what belongs to it alone', async () => {
    const settings = [{ zip: true }, { filelimit: 5_000_000 }, { encoding: 'windows-1251' }, {}]
    const others = await Promise.all(settings.map(own => connect1c(db, own)))
    await putOrder(db, others[3]!, 'b')
    const calls = await Promise.all(
      others.map(async base => {
        const ask = client(backend, base)
        return { ask, cookie: await signIn(ask) }
      }),
    )
    const eachTwelveTimes = Array.from({ length: 12 }, () =>
      calls.map((call, index) => ({ ...call, index })),
    ).flat()
    const inits = await Promise.all(
      eachTwelveTimes.map(async ({ ask, cookie, index }) => [index, (await ask('init', { cookie })).text]),
    )
    expect(new Set(inits.map(([index, text]) => `${index}: ${text}`))).toEqual(
      new Set([
        '0: zip=yes\nfile_limit=104857600',
        '1: zip=no\nfile_limit=5000000',
        '2: zip=no\nfile_limit=104857600',
        '3: zip=no\nfile_limit=104857600',
      ]),
    )
    const [wrong, foreign, ...queries] = await Promise.all([
      client(backend, { ...others[0]!, password: 'wrong' })('query', calls[0]!),
      calls[0]!.ask('query', calls[1]!),
      ...calls.map(({ ask, cookie }) => ask('query', { cookie })),
    ])
    expect(wrong!.status).toBe(401)
    expect(foreign!.text).toMatch(/^failure\n/)
    expect(queries.map(({ headers }) => headers['content-type'])).toEqual([
      'application/xml; charset=utf-8',
      'application/xml; charset=utf-8',
      'application/xml; charset=windows-1251',
      'application/xml; charset=utf-8',
    ])
    expect(queries.map(({ text }) => text.includes('<Документ>'))).toEqual([false, false, false, true])
  })
})
