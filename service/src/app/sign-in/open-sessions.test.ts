import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { type Connected, connect1c } from '../../../test/support/exchange.js'
import type { Database } from '../../db/database.js'
import { openSession } from '../../exchange-sessions/open-session.js'
import { hashExchangePassword } from '../../integrations/connection/credentials.js'
import { findSignedIn } from '../../integrations/connection/sign-in-integration.js'
import { createDays } from '../../journal/partitions.js'
import { type Opening, sessionOpener } from './open-sessions.js'

const ATTEMPTS = 10

describeOnEachPostgres('sign-ins that come at once', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
    await createDays(db, new Date())
  })

  const opening = ({ login, password }: Connected): Opening => ({
    ...{ login, passwordHash: hashExchangePassword(password), tokenHash: randomBytes(32) },
    ...{ userAgent: '1C+Enterprise/8.3', address: '10.0.0.1', countedAddress: '10.0.0.1', catalog: false },
  })
  /** One that had its first exchange of the day. */
  const calledToday = async (): Promise<Connected> => {
    const base = await connect1c(db)
    const integration = (await findSignedIn(db, base.key))!
    await openSession(db, { integration, tokenHash: randomBytes(32), userAgent: '', address: '' })
    return base
  }
  const counted = async ({ key }: Connected): Promise<number> =>
    (
      await db.query<{ count: number }>(
        'select coalesce(sum(exchanges), 0) as count from exchange_day where integration_key = $1',
        [key],
      )
    ).rows[0]!.count
  const sessionsOf = async ({ key }: Connected): Promise<number[]> =>
    (
      await db.query<{ id: number }>(
        'select id from exchange_session where integration_key = $1 order by id',
        [key],
      )
    ).rows.map(({ id }) => id)

  it('are opened by one statement, each its own, and counted', async () => {
    const [one, two] = [await calledToday(), await calledToday()]
    let statements = 0
    const open = sessionOpener(
      {
        ...db,
        query: (text, values, name) => {
          statements++
          return db.query(text, values, name)
        },
      },
      ATTEMPTS,
    )
    const wrong = { ...opening(one), passwordHash: hashExchangePassword('wrong') }
    const nobody = { ...opening(one), login: 'nobody' }
    const asked = [opening(one), opening(two), wrong, opening(one), nobody]
    const rows = await Promise.all(asked.map(open))
    expect(statements).toBe(1)
    expect(rows.map(row => row?.key)).toEqual([one.key, two.key, undefined, one.key, undefined])
    expect((await sessionsOf(one)).slice(1)).toEqual(
      [rows[0]!.sessionId, rows[3]!.sessionId].sort((a, b) => a - b),
    )
    expect((await sessionsOf(two)).slice(1)).toEqual([rows[1]!.sessionId])
    const { rows: kept } = await db.query<{ hash: Buffer; agent: string; address: string }>(
      'select token_hash as hash, user_agent as agent, address from exchange_session where id = $1',
      [rows[1]!.sessionId],
    )
    expect(kept).toEqual([{ hash: asked[1]!.tokenHash, agent: '1C+Enterprise/8.3', address: '10.0.0.1' }])
    expect([await counted(one), await counted(two)]).toEqual([3, 2])
  })

  it('of a company whose counter a long transaction holds, or without one, keep nobody waiting', async () => {
    const [busy, free, fresh] = [await calledToday(), await calledToday(), await connect1c(db)]
    const open = sessionOpener(db, ATTEMPTS)
    await db.transaction(async tx => {
      await tx.query('update exchange_day set orders_confirmed = 1 where integration_key = $1', [busy.key])
      const rows = await Promise.all([busy, free, fresh].map(base => open(opening(base))))
      expect(rows.map(row => row?.key)).toEqual([undefined, free.key, undefined])
    })
    expect([await counted(busy), await counted(free), await counted(fresh)]).toEqual([1, 2, 0])
    expect([await sessionsOf(busy), await sessionsOf(fresh)].map(({ length }) => length)).toEqual([1, 0])
    expect((await open(opening(busy)))?.key).toBe(busy.key)
  })

  it('are slowed by failures from their own address alone, and only once these may lock it', async () => {
    const base = await calledToday()
    const open = sessionOpener(db, ATTEMPTS)
    const fail = (address: string, failures: number) =>
      db.query(
        `insert into sign_in_failure (scope, login, address, failures, started_at, failed_at)
         values ('exchange', $1, $2, $3, now(), now())
         on conflict (scope, login, address) do update set failures = excluded.failures`,
        [base.login, address, failures],
      )
    await fail('203.0.113.9', 1000)
    await fail('', 1000)
    await fail('10.0.0.1', ATTEMPTS - 1)
    expect(await open(opening(base))).toMatchObject({ key: base.key })
    await fail('10.0.0.1', ATTEMPTS)
    expect(await open(opening(base))).toBeUndefined()
  })

  it('are refused as soon as the password changes, the integration is paused, or it is gone', async () => {
    const base = await calledToday()
    const open = sessionOpener(db, ATTEMPTS)
    expect(await open(opening(base))).toMatchObject({ key: base.key })
    const set = (what: string, value: unknown) =>
      db.query(`update integration set ${what} = $2 where key = $1`, [base.key, value])
    await set('password_hash', hashExchangePassword('new'))
    expect(await open(opening(base))).toBeUndefined()
    const renewed = { ...base, password: 'new' }
    expect(await open(opening(renewed))).toMatchObject({ key: base.key })
    await set('enabled', false)
    expect(await open(opening(renewed))).toBeUndefined()
    await set('enabled', true)
    await db.query('delete from integration where key = $1', [base.key])
    expect(await open(opening(renewed))).toBeUndefined()
  })
})
