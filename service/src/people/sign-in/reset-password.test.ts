import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import { makeOperator } from '../users/make-operator.js'
import { resetPassword } from './reset-password.js'
import { signIn } from './sign-in.js'

const RULE = signInRule({ attempts: 2 })
const ADDRESS = { address: '127.0.0.1', userAgent: 'a browser' }

describeOnEachPostgres('a forgotten password', pg => {
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
})
