import { scryptSync } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import type { Database } from '../../db/database.js'
import { makeOperator } from '../roles.js'
import { changePassword } from './change-password.js'
import { endSession, findSession, sweepPeople } from './sessions.js'
import { signIn } from './sign-in.js'
import { countAttempt, readLockWaits } from './sign-in-lock.js'

const RULE = signInRule({ signInAttempts: 3 })
const START = new Date()
const after = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000)
const DAY = 24 * 60

describeOnEachPostgres('signing in', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const person = async (email: string): Promise<string> =>
    (await makeOperator(db, { email, password: 'right-one' }, CHEAP_HASHES)).userId
  const enter = (email: string, password: string, now = START, address = '10.0.0.1') =>
    signIn(db, { email, password, address, userAgent: 'test' }, RULE, now)

  /** Moves all failures into the past, since their times are the database's. */
  const pass = (minutes: number) =>
    db.query(
      `update sign_in_failure set started_at = started_at - make_interval(secs => $1),
                                  failed_at = failed_at - make_interval(secs => $1)`,
      [minutes * 60],
    )

  it('the sweep removes what has no effect, and nothing else', async () => {
    await person('swept@example.ru')
    const { secret } = await enter('swept@example.ru', 'right-one', after(0), '10.9.9.9')
    await enter('swept@example.ru', 'wrong', after(0), '10.9.9.9').catch(() => {})
    await sweepPeople(db, 10, after(5))
    expect(await findSession(db, secret, 30, after(5))).toBeDefined()
    await sweepPeople(db, 10, after(400 * DAY))
    for (const table of ['user_session', 'sign_in_failure']) {
      expect((await db.query(`select 1 from ${table}`)).rowCount).toBe(0)
    }
  })

  it('signing out ends the session', async () => {
    await person('left@example.ru')
    const { secret } = await enter('left@example.ru', 'right-one')
    await endSession(db, secret)
    expect(await findSession(db, secret, 30, START)).toBeUndefined()
  })

  it('a person has fifty sessions at most: the newest, and those used last', async () => {
    const userId = await person('k@example.ru')
    const { secret: first } = await enter('k@example.ru', 'right-one', after(0))
    const { secret: second } = await enter('k@example.ru', 'right-one', after(1))
    for (let minute = 2; minute < 50; minute++) await enter('k@example.ru', 'right-one', after(minute))
    expect(await findSession(db, first, 30, after(50))).toBeDefined()
    const { secret: newest } = await enter('k@example.ru', 'right-one', after(51))
    expect(await findSession(db, second, 30, after(52))).toBeUndefined()
    for (const kept of [first, newest]) expect(await findSession(db, kept, 30, after(52))).toBeDefined()
    const { rowCount } = await db.query('select from user_session where user_id = $1', [userId])
    expect(rowCount).toBe(50)
  })

  it('strangers who guess lock nobody out of changing their own password', async () => {
    const userId = await person('j@example.ru')
    for (let guess = 0; guess < 4; guess++) await enter('j@example.ru', 'wrong').catch(() => undefined)
    await expect(enter('j@example.ru', 'right-one')).rejects.toMatchObject({ code: 'locked-out' })
    const own = { userId, email: 'j@example.ru', address: '10.0.0.1' }
    const change = { ...own, current: 'right-one', next: 'another-one' }
    for (let guess = 0; guess < 3; guess++)
      await expect(changePassword(db, { ...change, current: `x${guess}` }, RULE)).rejects.toMatchObject({
        code: 'invalid',
      })
    await expect(changePassword(db, change, RULE)).rejects.toMatchObject({ code: 'locked-out' })
    await pass(11)
    await changePassword(db, change, RULE)
  })

  it('guesses from everywhere close a login to strangers, not where its owner is signed in', async () => {
    const rule = signInRule({ signInLoginAttempts: 5 })
    await person('i@example.ru')
    const from = (address: string, password: string) =>
      signIn(db, { email: 'i@example.ru', password, address, userAgent: '' }, rule, START)
    const { secret } = await from('2001:db8:1:2::1', 'right-one')
    for (let host = 1; host <= 5; host++)
      await expect(from(`10.2.0.${host}`, 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(from('10.2.0.9', 'right-one')).rejects.toMatchObject({ code: 'locked-out' })
    await expect(from('10.2.0.9', 'wrong')).rejects.toMatchObject({ code: 'locked-out' })
    expect(await findSession(db, secret, 30, START)).toBeDefined()
    await expect(from('2001:db8:1:2::2', 'right-one')).resolves.toBeDefined()
    await expect(from('2001:db8:1:3::1', 'right-one')).rejects.toMatchObject({ code: 'locked-out' })
  })

  it('failures of many logins close an address (IPv6: its /64); a good sign-in does not open it', async () => {
    const rule = signInRule({ signInAddressAttempts: 5 })
    await person('h@example.ru')
    const from = (email: string, password: string, address: string) =>
      signIn(db, { email, password, address, userAgent: '' }, rule, START)
    for (let host = 1; host <= 5; host++) {
      await expect(from(`nobody-${host}@example.ru`, 'wrong', `2001:db8:1:2::${host}`)).rejects.toMatchObject(
        {
          code: 'unauthenticated',
        },
      )
      if (host < 5) await from('h@example.ru', 'right-one', `2001:db8:1:2::${host}`)
    }
    await expect(from('h@example.ru', 'right-one', '2001:db8:1:2:ffff::9')).rejects.toMatchObject({
      code: 'locked-out',
    })
    await expect(from('h@example.ru', 'right-one', '2001:db8:1:3::9')).resolves.toBeDefined()
  })

  it('a flood of guesses leaves a row for each login and address, and none when it is over', async () => {
    await db.query('delete from sign_in_failure')
    const guesses = Array.from({ length: 30 }, (_, guess) => enter(`k${guess % 2}@example.ru`, 'wrong'))
    await Promise.allSettled(guesses)
    expect((await db.query('select 1 from sign_in_failure')).rowCount).toBe(5)
    await pass(21)
    await sweepPeople(db, 10, new Date())
    expect((await db.query('select 1 from sign_in_failure')).rowCount).toBe(0)
  })

  // What follows is made of statements that the tests above, and those of their rooms, run on each PostgreSQL.
  if (!pg.isNewest) return

  it('the right password opens a session, and its cookie tells who it is', async () => {
    const id = await person('a@example.ru')
    const { secret } = await enter('A@example.ru', 'right-one')
    expect(await findSession(db, secret, 30, after(1))).toEqual({
      id,
      secondFactor: false,
      email: 'a@example.ru',
      name: '',
      locale: 'ru',
      preferences: {},
      roles: [
        {
          ...{ role: 'system-operator', locationId: null, locationName: null, timezone: null },
          statuslabels: null,
          companyIds: null,
        },
      ],
    })
    expect(await findSession(db, `${secret}x`, 30, START)).toBeUndefined()
  })

  it('an unknown e-mail and a wrong password get the same refusal', async () => {
    const wrong = { code: 'unauthenticated', message: 'Неверная электронная почта или пароль.' }
    await expect(enter('a@example.ru', 'wrong')).rejects.toMatchObject(wrong)
    await expect(enter('nobody@example.ru', 'right-one')).rejects.toMatchObject(wrong)
    await expect(enter('a\u0000@example.ru', 'right-one')).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('a session lives on while it is used, and ends when it is not', async () => {
    await person('b@example.ru')
    const { secret } = await enter('b@example.ru', 'right-one')
    expect(await findSession(db, secret, 30, after(29 * DAY))).toBeDefined()
    expect(await findSession(db, secret, 30, after(58 * DAY))).toBeDefined()
    expect(await findSession(db, secret, 30, after(89 * DAY))).toBeUndefined()
  })

  it('no session lives longer than a year', async () => {
    const { secret } = await enter('b@example.ru', 'right-one')
    for (let day = 29; day < 364; day += 29)
      expect(await findSession(db, secret, 30, after(day * DAY))).toBeDefined()
    expect(await findSession(db, secret, 30, after(366 * DAY))).toBeUndefined()
  })

  it('after too many failures even the right password is refused from that address', async () => {
    await person('c@example.ru')
    for (let guess = 0; guess < 3; guess++) {
      await expect(enter('c@example.ru', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' })
      await pass(1)
    }
    await expect(enter('C@example.ru', 'right-one')).rejects.toMatchObject({
      code: 'locked-out',
      retryAfterSeconds: expect.closeTo(9 * 60, -1),
      message: expect.stringContaining('Подождите 9 минут'),
    })
    await expect(enter('c@example.ru', 'right-one', START, '10.0.0.2')).resolves.toBeDefined()
    await pass(9.1)
    await expect(enter('c@example.ru', 'right-one')).resolves.toBeDefined()
    await expect(enter('c@example.ru', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('a disabled person is refused, with an open session too', async () => {
    const id = await person('e@example.ru')
    const { secret } = await enter('e@example.ru', 'right-one')
    await db.query('update user_account set disabled_at = now() where id = $1', [id])
    expect(await findSession(db, secret, 30, START)).toBeUndefined()
    await expect(enter('e@example.ru', 'right-one')).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('a weaker hash of old is replaced at the next sign-in', async () => {
    const id = await person('f@example.ru')
    const salt = Buffer.from('0123456789abcdef')
    const key = scryptSync('right-one', salt, 32, { N: 512, r: 8, p: 1 })
    const hash = `scrypt$512$8$1$${salt.toString('base64')}$${key.toString('base64')}`
    await db.query('update user_account set password_hash = $2 where id = $1', [id, hash])
    await enter('f@example.ru', 'right-one')
    const { rows } = await db.query<{ password_hash: string }>(
      'select password_hash from user_account where id = $1',
      [id],
    )
    expect(rows[0]!.password_hash).toMatch(/^scrypt\$1024\$/)
    await expect(enter('f@example.ru', 'right-one')).resolves.toBeDefined()
  })

  it('a changed password ends all other sessions and is the only one that works', async () => {
    const userId = await person('g@example.ru')
    const here = await enter('g@example.ru', 'right-one')
    const there = await enter('g@example.ru', 'right-one')
    const change = {
      ...{ userId, email: 'g@example.ru', address: '10.0.0.1' },
      current: 'right-one',
      next: 'better-one',
      keep: here.secret,
    }
    await expect(changePassword(db, { ...change, current: 'wrong' }, RULE)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/current' }],
    })
    await expect(changePassword(db, { ...change, next: 'short' }, RULE)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/next' }],
    })
    await changePassword(db, change, RULE)
    expect(await findSession(db, here.secret, 30, START)).toBeDefined()
    expect(await findSession(db, there.secret, 30, START)).toBeUndefined()
    await expect(enter('g@example.ru', 'right-one')).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(enter('g@example.ru', 'better-one')).resolves.toBeDefined()
  })

  it('ten failures over more than ten minutes lock nobody out', async () => {
    const rule = signInRule()
    const attempt = { scope: 'exchange', login: 'slow', address: '10.0.0.1' } as const
    for (let failure = 0; failure < 10; failure++) {
      await countAttempt(db, attempt, rule)
      await pass(2)
    }
    expect(await readLockWaits(db, attempt, rule)).toMatchObject({ pair: 0 })
  })
})
