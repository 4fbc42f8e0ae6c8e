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
  type Shows = 'password and cookie' | 'its cookie alone' | 'no cookie at all'
  const exchange = async (shows: Shows) => {
    const ask = client(backend, one)
    const texts = [(await ask('checkauth')).text]
    const [, name, value] = texts[0]!.split('\n')
    const shown = shows === 'no cookie at all' ? {} : { cookie: `${name}=${value}` }
    for (const mode of ['init', 'query', 'success']) {
      const path = `/1c?type=sale&mode=${mode}`
      const answer = shows === 'its cookie alone' ? send(backend, path, shown) : ask(mode, shown)
      texts.push((await answer).text)
    }
    await backend.journal.settled()
    return texts
  }

  it.each([
    ['password and cookie', 7],
    ['its cookie alone', 7],
    ['no cookie at all', 8],
  ] as const)('9.4: of a client that shows %s is one row and %i statements', async (shows, most) => {
    // What it shows of itself is sure after the second.
    for (let times = 0; times < 2; times++) await exchange(shows)
    await backend.states.settled()
    const tables = ['exchange_session', 'outbox_batch', 'outbox_batch_item', 'journal_entry', 'journal_body']
    const before = await Promise.all(tables.map(count))
    statements = 0
    const texts = await exchange(shows)
    expect(statements).toBeLessThanOrEqual(most)
    expect(await Promise.all(tables.map(count))).toEqual([before[0]! + 1, ...before.slice(1)])

    const { rows } = await db.query<{ id: number; bytes: number }>(
      'select id, pg_column_size(s.*) as bytes from exchange_session s order by id desc limit 1',
    )
    const { id, bytes } = rows[0]!
    expect(bytes).toBeLessThan(750)
    const { entries, steps, summary, outcome } = (await getExchange(db, one.locationId, id))!
    expect(outcome).toBe('nothing')
    expect(summary).toBe('Новых и изменённых заказов для 1С не было.')
    expect(steps.map(({ mode }) => mode)).toEqual(['checkauth', 'init', 'query', 'success'])
    expect(entries.map(({ responseText }) => responseText).slice(1)).toEqual(texts.slice(1))
    expect(entries[0]!.responseText).toMatch(/^success\nobmen1c\n\*+\n/)
    expect(entries[2]).toMatchObject({
      status: 200,
      login: shows === 'its cookie alone' ? null : one.login,
      url: '/1c?type=sale&mode=query',
      responseHeaders: { 'content-type': 'application/xml; charset=utf-8' },
    })
    const { authorization, cookie } = entries[2]!.requestHeaders
    expect(authorization).toBe(shows === 'its cookie alone' ? undefined : 'Basic ***')
    expect(cookie).toBe(shows === 'no cookie at all' ? undefined : 'obmen1c=***')
    const body = (await openBody(db, {
      scope: one.locationId,
      exchangeId: id,
      entryId: entries[2]!.id,
      side: 'response',
    }))!
    const pieces: Buffer[] = []
    for await (const piece of body.stream) pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).toBe(texts[2])
  })

  it('4.1: of a client that only signs in is counted in the row of another', async () => {
    const base = await connect1c(db)
    const ask = client(backend, base)
    const success = async (cookie: string) => (await ask('success', { cookie })).text.split('\n')[0]
    const cookies: string[] = []
    for (let times = 0; times < 40; times++) cookies.push(await signIn(ask))
    await backend.journal.settled()
    const { rows } = await db.query(
      `select count(*)::int as rows, sum(call_count)::int as kept, sum(calls_missing)::int as counted
         from exchange_session where integration_key = $1`,
      [base.key],
    )
    expect(rows).toEqual([{ rows: 10, kept: 10, counted: 30 }])
    expect(await success(cookies[29]!)).toBe('failure')
    const used = cookies[30]!
    expect(await success(used)).toBe('success')
    for (let times = 0; times < 20; times++) await signIn(ask)
    expect(await success(used)).toBe('success')
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
})
