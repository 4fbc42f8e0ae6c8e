import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import type { Database } from '../../db/database.js'
import { createLocation } from '../../places/locations.js'
import { acceptInvitation, invitePerson } from '../invitations.js'
import { makeOperator } from '../roles.js'
import { updateUser } from '../users.js'
import { changePassword, resetPassword } from './change-password.js'
import { signIn } from './sign-in.js'

const RULE = signInRule({ signInAttempts: 2 })
const EMAIL = 'olga@example.ru'
const OLD = 'dolgiy-parol-1'
const ADDRESS = { address: '127.0.0.1', userAgent: 'a browser' }

describeOnNewestPostgres('a forgotten password', pg => {
  it('is replaced: the new one opens at once, the old one and its sessions do not', async () => {
    const db = await pg.freshDatabase()
    const email = 'olga@example.ru'
    await makeOperator(db, { email, password: 'dolgiy-parol-1' }, CHEAP_HASHES)
    const attempt = (password: string) => signIn(db, { email, password, ...ADDRESS }, RULE, new Date())
    await attempt('dolgiy-parol-1')
    for (const _ of [1, 2, 3]) await expect(attempt('guess')).rejects.toThrow()
    await expect(attempt('dolgiy-parol-1')).rejects.toMatchObject({ code: 'locked-out' })

    await resetPassword(db, { email: ' Olga@Example.ru', password: 'drugoy-parol-2' })
    expect((await db.query('select from user_session')).rowCount).toBe(0)
    await attempt('drugoy-parol-2')
    await expect(attempt('dolgiy-parol-1')).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is replaced for somebody who is there, by a password that is none too short', async () => {
    const db = await pg.freshDatabase()
    await expect(resetPassword(db, { email: 'nobody@example.ru', password: 'short' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/password' }, { path: '/email' }],
    })
  })

  const underWay: [string, string, (attempt: Attempt) => Promise<unknown>][] = [
    ['signing in', 'unauthenticated', ({ db, rule }) => enter(db, OLD, rule)],
    [
      'changing the password',
      'invalid',
      ({ db, userId, rule }) =>
        changePassword(db, { userId, email: EMAIL, ...ADDRESS, current: OLD, next: 'chuzhoy-parol-3' }, rule),
    ],
    [
      'accepting an invitation',
      'unauthenticated',
      async ({ db, rule }) => {
        const { id: locationId } = await createLocation(db, { name: 'Локация', timezone: 'Europe/Moscow' })
        const invitation = { email: EMAIL, role: 'location-administrator', locationId } as const
        const { secret } = await invitePerson(db, invitation, new Date())
        const answer = { secret, name: '', password: OLD, address: ADDRESS.address }
        return acceptInvitation(db, answer, rule, new Date())
      },
    ],
  ]
  it.each(underWay)('ends %s with the old one that is under way', async (_what, code, work) => {
    const db = await pg.freshDatabase()
    const { userId } = await makeOperator(db, { email: EMAIL, password: OLD }, CHEAP_HASHES)
    const attempt = withSlowHashes(rule => work({ db, userId, rule }))
    await attempt.begun
    await resetPassword(db, { email: EMAIL, password: 'drugoy-parol-2' })
    await expect(attempt.end()).rejects.toMatchObject({ code })
    expect((await db.query('select from user_session')).rowCount).toBe(0)
    await enter(db, 'drugoy-parol-2')
  })

  it('a person disabled while signing in gets no session', async () => {
    const db = await pg.freshDatabase()
    const { userId } = await makeOperator(db, { email: EMAIL, password: OLD }, CHEAP_HASHES)
    await makeOperator(db, { email: 'anna@example.ru', password: OLD }, CHEAP_HASHES)
    const attempt = withSlowHashes(rule => enter(db, OLD, rule))
    await attempt.begun
    const operators = { role: 'system-operator', locationId: null } as const
    await updateUser(db, operators, userId, { disabled: true })
    await expect(attempt.end()).rejects.toMatchObject({ code: 'unauthenticated' })
    expect((await db.query('select from user_session')).rowCount).toBe(0)
  })
})

interface Attempt {
  db: Database
  userId: string
  rule: typeof RULE
}

const enter = (db: Database, password: string, rule = RULE) =>
  signIn(db, { email: EMAIL, password, ...ADDRESS }, rule, new Date())

/** Begins `work`, whose hashes end only when `end` is called. */
function withSlowHashes(work: (rule: typeof RULE) => Promise<unknown>) {
  let begin = (): void => {}
  let goOn = (): void => {}
  const begun = new Promise<void>(resolve => (begin = resolve))
  const ending = new Promise<void>(resolve => (goOn = resolve))
  const hashing: typeof RULE.hashing = {
    async enter(_caller, task) {
      const result = await task(CHEAP_HASHES)
      begin()
      await ending
      return result
    },
  }
  const done = work({ ...RULE, hashing })
  return {
    begun,
    end() {
      goOn()
      return done
    },
  }
}
