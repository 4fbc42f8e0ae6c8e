import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { type Connected, connect1c } from '../../../test/support/exchange.js'
import { type Database, openDatabase } from '../../db/database.js'
import { openSession } from '../../exchange-sessions/open-session.js'
import { hashExchangePassword } from '../../integrations/connection/credentials.js'
import { findSignedIn } from '../../integrations/connection/sign-in-integration.js'
import { createDays } from '../../journal/partitions.js'
import { type Joining, sessionJoiner } from './join-session.js'

const RULE = { idleSeconds: 60, attempts: 10 }

describeOnEachPostgres('calls with a cookie', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
    await createDays(db, new Date())
  })

  const aCall = async (of: Connected): Promise<Joining> => {
    const tokenHash = randomBytes(32)
    const integration = (await findSignedIn(db, of.key))!
    const { id } = await openSession(db, { integration, tokenHash, userAgent: '', address: '' })
    return {
      ...{ login: of.login, passwordHash: hashExchangePassword(of.password) },
      cookie: { sessionId: id, tokenHash },
      ...{
        countedAddress: '10.0.0.1',
        userAgent: '',
        cmlVersion: undefined,
        initKind: undefined,
        announcesForQuery: false,
        asksOrders: true,
      },
    }
  }

  it('that come while others are looked up are found by one statement, each its own', async () => {
    const bases = [await connect1c(db), await connect1c(db), await connect1c(db)]
    const calls = await Promise.all(bases.map(aCall))
    let statements = 0
    let letGo = (): void => undefined
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    const join = sessionJoiner(
      {
        ...db,
        query: async (text, values, name) => {
          statements++
          await held
          return db.query(text, values, name)
        },
      },
      RULE,
    )
    const wrong = { ...calls[0]!, passwordHash: hashExchangePassword('wrong') }
    const foreign = { ...calls[0]!, cookie: calls[1]!.cookie }
    const byCookie = { ...calls[2]!, login: undefined, passwordHash: undefined }
    const forged = { ...byCookie, cookie: { ...byCookie.cookie!, tokenHash: randomBytes(32) } }
    const asked = [...calls, wrong, foreign, byCookie, forged, ...calls, ...calls].map(join)
    letGo()
    const keys = (await Promise.all(asked)).map(row => row?.key)
    const own = bases.map(({ key }) => key)
    expect(keys).toEqual([...own, undefined, undefined, own[2], undefined, ...own, ...own])
    // Twice that where midnight has come meanwhile.
    expect(statements).toBeLessThan(3)
  })

  it('are planned once, however many come at a time', async () => {
    await using one = openDatabase({ url: db.url, poolSize: 1 })
    const call = await aCall(await connect1c(db))
    const join = sessionJoiner(one, RULE)
    for (let calls = 1; calls <= 10; calls++) {
      const rows = await Promise.all(Array.from({ length: 1 + (calls % 3) }, () => join(call)))
      expect(rows.map(row => row?.sessionId)).toEqual(rows.map(() => call.cookie!.sessionId))
    }
    const { rows } = await one.query<{ custom: number; generic: number }>(
      `select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name like 'exchange-join%'`,
    )
    // PostgreSQL tries a plan of their own for the first five.
    expect(rows).toEqual([{ custom: 5, generic: 5 }])
  })

  it('or without one mean the latest session whose cookie nobody sent back', async () => {
    const one = await connect1c(db)
    const [first, last] = [await aCall(one), await aCall(one)]
    const join = sessionJoiner(db, RULE)
    const asked = { ...first, cookie: undefined }
    expect(await join(asked)).toMatchObject({ sessionId: last.cookie!.sessionId, unsettled: false })
    await db.query('update exchange_session set cookie_seen = true where id = $1', [last.cookie!.sessionId])
    expect(await join(asked)).toMatchObject({ sessionId: first.cookie!.sessionId })
    expect(await join({ ...asked, passwordHash: hashExchangePassword('wrong') })).toBeUndefined()
    const given = (state: string, session: Joining) =>
      db.query(
        `insert into outbox_batch (integration_key, session_id, by_cookie, state, sent_at) values ($1, $2, $3, $4, now())`,
        [one.key, session.cookie!.sessionId, session === last, state],
      )
    // What somebody with a cookie was given does not matter, unless nothing else can be seen.
    await given('sent', last)
    expect(await join(asked)).toMatchObject({ unsettled: false })
    for (let batches = 1; batches < 10; batches++) await given('confirmed', last)
    expect(await join(asked)).toMatchObject({ unsettled: true })
    await given('confirmed', first)
    expect(await join(asked)).toMatchObject({ unsettled: false })
    await given('abandoned', first)
    expect(await join(asked)).toMatchObject({ unsettled: true })
    await db.query('update exchange_session set cookie_seen = true where integration_key = $1', [one.key])
    expect(await join(asked)).toBeUndefined()
  })

  it('of a day that has no table are looked up alone', async () => {
    const call = await aCall(await connect1c(db))
    const join = sessionJoiner(db, RULE)
    const withId = (sessionId: number) => join({ ...call, cookie: { ...call.cookie!, sessionId } })
    expect(await withId(36 ** 10 - 1)).toBeUndefined()
    expect(await withId(7)).toBeUndefined()
    await db.query('update exchange_session set id = 7 where id = $1', [call.cookie!.sessionId])
    expect(await withId(7)).toMatchObject({ sessionId: 7 })
  })
})
