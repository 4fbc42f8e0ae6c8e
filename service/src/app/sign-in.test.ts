import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { type Connected, connect1c } from '../../test/support/exchange.js'
import { readConfig } from '../config.js'
import type { Database } from '../db/database.js'
import type { Identification, SessionLookup } from '../exchange/port.js'
import { LATEST_SESSIONS } from '../exchange-sessions/sessions.js'
import { createDays } from '../journal/partitions.js'
import { identify, signInPort } from './sign-in.js'

const IDLE_SECONDS = 86_400

describeOnEachPostgres('the session of a call', pg => {
  let db: Database
  let port: ReturnType<typeof signInPort>
  beforeAll(async () => {
    db = await pg.freshDatabase()
    await createDays(db, new Date())
    port = signInPort(db, readConfig({}), () => undefined)
  })

  const ask = ({ login, password }: Connected, changes: Partial<Identification> = {}) => ({
    credentials: { login, password },
    cookie: undefined,
    address: '10.0.0.1',
    opens: false,
    asksOrders: true,
    ...changes,
  })
  const caller = { userAgent: '', address: '10.0.0.1' }
  const open = async (of: Connected) => {
    const { integration } = await port.identify(ask(of, { opens: true }))
    const { token, session } = await port.openSession(integration!, caller, 'sale')
    return { id: session.id, cookie: token }
  }
  const find = async (of: Connected, changes: Partial<Identification> = {}): Promise<SessionLookup> =>
    (await port.identify(ask(of, changes))).session
  const age = (id: number, hours: number) =>
    db.query('update exchange_session set last_call_at = now() - make_interval(hours => $2) where id = $1', [
      id,
      hours,
    ])
  const record = async (of: Connected, cookie: string, cmlVersion?: string) => {
    const { integration, session } = await port.identify(ask(of, { cookie }))
    if (!session.found) throw new Error(session.reason)
    const shown = { ...caller, cmlVersion, queryVersion: undefined, initKind: undefined }
    return port.recordCall(integration!, session.session, shown)
  }

  it('4.2: is found by its cookie, with the version it announced', async () => {
    const one = await connect1c(db)
    const { id, cookie } = await open(one)
    await record(one, cookie, '2.10')
    expect(await find(one, { cookie })).toMatchObject({
      found: true,
      session: { id, cmlVersion: '2.10', byCookie: true, cookieSeen: true },
    })
    expect(await find(one, { cookie, credentials: undefined })).toMatchObject({ session: { id } })
  })

  it('4.3: lives on with every call', async () => {
    const one = await connect1c(db)
    const { id, cookie } = await open(one)
    await age(id, 23)
    await record(one, cookie)
    const { rows } = await db.query<{ young: boolean }>(
      `select last_call_at > now() - interval '1 minute' as young from exchange_session where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ young: true }])
  })

  it('4.4: takes calls without a cookie while nobody has come back with its own', async () => {
    const one = await connect1c(db)
    expect(await find(one)).toEqual({ found: false, reason: 'none' })
    const [older, newer] = [await open(one), await open(one)]
    expect(await find(one)).toMatchObject({ session: { id: newer.id } })
    await record(one, newer.cookie)
    expect(await find(one)).toMatchObject({ session: { id: older.id } })
    await age(older.id, 25)
    expect(await find(one)).toEqual({ found: false, reason: 'none' })
  })

  it.each([LATEST_SESSIONS - 1, LATEST_SESSIONS])(
    'of a call without a cookie, %d others after it, is found by a look at the latest alone',
    async others => {
      const one = await connect1c(db)
      const { id } = await open(one)
      await db.query(
        `insert into exchange_session (integration_key, location_id, token_hash, cookie_seen)
         select integration_key, location_id, sha256(n::text::bytea), true
           from exchange_session, generate_series(1, $2) n where id = $1`,
        [id, others],
      )
      expect(await find(one)).toMatchObject(
        others < LATEST_SESSIONS ? { session: { id } } : { found: false, reason: 'none' },
      )
    },
  )

  it('without a cookie is settled unless what was given without one may be unconfirmed', async () => {
    const one = await connect1c(db)
    const [first, last] = [await open(one), await open(one)]
    const given = (state: string, session: { id: number }) =>
      db.query(
        `insert into outbox_batch (integration_key, session_id, by_cookie, state, sent_at)
         values ($1, $2, $3, $4, now())`,
        [one.key, session.id, session === last, state],
      )
    const settled = (isSettled: boolean) => ({ session: { isSettled } })
    // What somebody with a cookie was given does not matter, unless nothing else can be seen.
    await given('sent', last)
    expect(await find(one)).toMatchObject(settled(true))
    for (let batches = 1; batches < 10; batches++) await given('confirmed', last)
    expect(await find(one)).toMatchObject(settled(false))
    await given('confirmed', first)
    expect(await find(one)).toMatchObject(settled(true))
    await given('abandoned', first)
    expect(await find(one)).toMatchObject(settled(false))
  })

  it('is nobody’s with a wrong password, and failures of this address alone may lock it', async () => {
    const one = await connect1c(db)
    const rule = { idleSeconds: IDLE_SECONDS, attempts: 10 }
    const wrong = { login: one.login, password: 'wrong' }
    expect(await identify(db, ask(one, { credentials: wrong }), rule)).toMatchObject({
      integration: undefined,
    })
    const fail = (address: string, failures: number) =>
      db.query(
        `insert into sign_in_failure as f (scope, login, address, failures, started_at, failed_at)
         values ('exchange', $1, $2, $3, now(), now())
         on conflict (scope, login, address) do update set failures = excluded.failures`,
        [one.login, address, failures],
      )
    await fail('203.0.113.9', 1000)
    await fail('', 1000)
    await fail('10.0.0.1', 9)
    expect(await identify(db, ask(one), rule)).toMatchObject({ failedOften: false })
    await fail('10.0.0.1', 10)
    expect(await identify(db, ask(one), rule)).toMatchObject({ failedOften: true })
  })
})
