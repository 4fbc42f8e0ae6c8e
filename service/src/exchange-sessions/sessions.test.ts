import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { anIntegration, type KnownIntegration } from '../../test/support/journal.js'
import type { Database } from '../db/database.js'
import { announceVersion } from './announce-version.js'
import { findSession } from './find-session.js'
import { LATEST_SESSIONS, latestCookielessSession } from './latest-cookieless-session.js'
import { openSession } from './open-session.js'

const DAY = 86_400

describeOnEachPostgres('a 1C’s session', pg => {
  let db: Database
  let integration: KnownIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    integration = await anIntegration(db)
  })

  const open = async () => {
    const tokenHash = randomBytes(32)
    return { tokenHash, ...(await openSession(db, { integration, tokenHash, userAgent: '', address: '' })) }
  }
  const find = (token: { id: number; tokenHash: Uint8Array }, integrationKey = integration.key) =>
    findSession(db, { integrationKey, id: token.id, tokenHash: token.tokenHash, idleSeconds: DAY })
  const age = (id: number, hours: number) =>
    db.query('update exchange_session set last_call_at = now() - make_interval(hours => $2) where id = $1', [
      id,
      hours,
    ])

  it('4.2: is found by its cookie, with the version it announced', async () => {
    const { id, tokenHash } = await open()
    await announceVersion(db, id, '2.10')
    expect(await find({ id, tokenHash })).toEqual({
      found: true,
      session: { id, integrationKey: integration.key, cmlVersion: '2.10', briefCalls: 0 },
    })
  })

  it('4.3: is not found by a cookie that is unknown, another login’s or a day old', async () => {
    const { id, tokenHash } = await open()
    expect(await find({ id, tokenHash: randomBytes(32) })).toEqual({ found: false, reason: 'unknown' })
    expect(await find({ id, tokenHash }, (await anIntegration(db)).key)).toEqual({
      found: false,
      reason: 'foreign',
    })
    await age(id, 25)
    expect(await find({ id, tokenHash })).toEqual({ found: false, reason: 'expired' })
  })

  it('4.3: lives on with every call', async () => {
    const { id, tokenHash } = await open()
    await age(id, 23)
    expect(await find({ id, tokenHash })).toMatchObject({ found: true })
    const { rows } = await db.query<{ young: boolean }>(
      `select last_call_at > now() - interval '1 minute' as young from exchange_session where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ young: true }])
  })

  it('4.4: takes calls without a cookie while nobody has come back with its own', async () => {
    expect(await latestCookielessSession(db, integration.key, DAY)).toBeUndefined()
    const older = await open()
    const newer = await open()
    expect(await latestCookielessSession(db, integration.key, DAY)).toMatchObject({ id: newer.id })
    await find(newer)
    expect(await latestCookielessSession(db, integration.key, DAY)).toMatchObject({ id: older.id })
    await age(older.id, 25)
    expect(await latestCookielessSession(db, integration.key, DAY)).toBeUndefined()
    expect(await latestCookielessSession(db, (await anIntegration(db)).key, DAY)).toBeUndefined()
  })

  it.each([LATEST_SESSIONS - 1, LATEST_SESSIONS])(
    'with a call without a cookie, %d others after it, is found by a look at the latest alone',
    async others => {
      const { id } = await open()
      await db.query(
        `insert into exchange_session (integration_key, location_id, token_hash, user_agent, address, cookie_seen)
       select integration_key, location_id, sha256(n::text::bytea), '', '', true
         from exchange_session, generate_series(1, $2) n where id = $1`,
        [id, others],
      )
      const found = await latestCookielessSession(db, integration.key, DAY)
      expect(found?.id).toBe(others < LATEST_SESSIONS ? id : undefined)
    },
  )
})
