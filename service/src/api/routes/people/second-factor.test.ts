import { generateSync } from 'otplib'
import { expect, it } from 'vitest'
import { type Person, signInAs } from '../../../../test/support/app/person.js'
import { runObmen } from '../../../../test/support/app/run-obmen.js'
import {
  callApi,
  newPlatform,
  type RestAnswer,
  startTestServer,
  type TestServer,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../../test/support/location.js'
import { makeOperator } from '../../../people/roles.js'

const PASSWORD = 'dolgiy-parol-1'
const OWN_PAGE = { 'x-obmen-csrf': '1' }
const PATH = '/me/second-factor'

describeOnNewestPostgres('a second factor', pg => {
  const server = useServer(pg)
  let people = 0
  const signIn = (body: object, at: Pick<TestServer, 'url'> = server) =>
    callApi(`${at.url}/api/v1/auth/sign-in`, 'POST', body, OWN_PAGE)
  const reasonOf = ({ status, body }: RestAnswer) => [status, body?.reason]
  const WRONG = [401, 'second-factor-wrong']

  async function newOperator(): Promise<{ email: string; password: string }> {
    const account = { email: `person-${people++}@example.ru`, password: PASSWORD }
    await makeOperator(server.db, account, CHEAP_HASHES)
    return account
  }

  /** A code of the app; which ones were used before is forgotten. */
  async function codeOf(secret: string): Promise<string> {
    await server.db.query('update second_factor set last_step = 0')
    return generateSync({ secret })
  }

  async function turnOn(person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
    const begun = await person.call('POST', PATH, { password: PASSWORD })
    expect(begun.status, begun.text).toBe(200)
    const { secret } = begun.body
    const confirmed = await person.call('POST', `${PATH}/confirm`, { code: await codeOf(secret) })
    expect(confirmed.status, confirmed.text).toBe(200)
    return { secret, recoveryCodes: confirmed.body.recoveryCodes }
  }

  async function withSecondFactor() {
    const account = await newOperator()
    const person = await signInAs(server, account.email, PASSWORD)
    return { account, person, ...(await turnOn(person)) }
  }

  it('is turned on by password and first code, and asked for from then on', async () => {
    const account = await newOperator()
    const elsewhere = await signInAs(server, account.email, PASSWORD)
    const person = await signInAs(server, account.email, PASSWORD)
    expect((await person.call('GET', PATH)).body).toEqual({ activeSince: null, recoveryCodesLeft: 0 })
    const refused = await person.call('POST', PATH, { password: 'wrong' })
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, '/password'])
    expect((await person.call('POST', `${PATH}/confirm`, { code: '000000' })).status).toBe(409)

    const { secret, uri } = (await person.call('POST', PATH, { password: PASSWORD })).body
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toContain(`Obmen:${encodeURIComponent(account.email)}?secret=${secret}`)
    const wrong = await person.call('POST', `${PATH}/confirm`, { code: '12345' })
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, '/code'])
    expect((await signIn(account)).status).toBe(200)

    const { recoveryCodes } = (
      await person.call('POST', `${PATH}/confirm`, { code: generateSync({ secret }) })
    ).body
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}$/)
    expect((await elsewhere.call('GET', '/me')).status).toBe(401)
    expect((await person.call('GET', '/me')).body.secondFactor).toBe('on')
    expect((await person.call('GET', PATH)).body).toMatchObject({
      activeSince: expect.any(String),
      recoveryCodesLeft: 10,
    })
    expect((await person.call('POST', PATH, { password: PASSWORD })).status).toBe(409)
    const { rows } = await server.db.query('select f::text as row from second_factor f')
    const stored = JSON.stringify(rows)
    for (const shown of [secret, ...recoveryCodes, recoveryCodes[0].replaceAll('-', '')])
      expect(stored).not.toContain(shown)
  })

  it('is asked for only after the right password, and opens no session before', async () => {
    const { account, secret } = await withSecondFactor()
    const before = await server.db.query('select from user_session')
    const needed = await signIn(account)
    expect(reasonOf(needed)).toEqual([401, 'second-factor-needed'])
    expect(needed.headers.getSetCookie()).toEqual([])
    const code = await codeOf(secret)
    const wrongs = [{}, { code }, { code: '000000' }].map(more =>
      signIn({ ...account, password: 'wrong', ...more }),
    )
    for (const answer of await Promise.all(wrongs)) expect(reasonOf(answer)).toEqual([401, 'sign-in-failed'])
    const wrong = await signIn({ ...account, code: '000 00' })
    expect([reasonOf(wrong), wrong.body.errors[0].path]).toEqual([WRONG, '/code'])
    expect((await server.db.query('select from user_session')).rowCount).toBe(before.rowCount)
    expect((await signIn({ ...account, code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200)
  })

  it('takes each code of the app once, however many sign in with it at once', async () => {
    const { account, secret } = await withSecondFactor()
    const code = await codeOf(secret)
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn({ ...account, code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
    expect(reasonOf(await signIn({ ...account, code }))).toEqual(WRONG)
    const earlier = generateSync({ secret, epoch: Date.now() / 1000 - 30 })
    expect(reasonOf(await signIn({ ...account, code: earlier }))).toEqual(WRONG)
    await server.db.query('update second_factor set last_step = 0')
    const old = generateSync({ secret, epoch: Date.now() / 1000 - 90 })
    expect(reasonOf(await signIn({ ...account, code: old }))).toEqual(WRONG)
  })

  it('takes each recovery code once, in whatever way it is typed', async () => {
    const { account, person, recoveryCodes } = await withSecondFactor()
    const [first, second] = recoveryCodes as [string, string]
    const typed = first.toUpperCase().replaceAll('-', ' ')
    const answers = await Promise.all([1, 2, 3].map(() => signIn({ ...account, code: typed })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await person.call('GET', PATH)).body.recoveryCodesLeft).toBe(9)
    const own = { password: PASSWORD, code: second }
    const { body } = await person.call('POST', `${PATH}/recovery-codes`, own)
    expect(body.recoveryCodes).toHaveLength(10)
    expect(reasonOf(await signIn({ ...account, code: recoveryCodes[2] }))).toEqual(WRONG)
    expect((await signIn({ ...account, code: body.recoveryCodes[0] })).status).toBe(200)
  })

  it('is guessed ten times at most, whatever else was right in between', async () => {
    const { account, secret } = await withSecondFactor()
    const reasons: unknown[] = []
    for (let guess = 0; guess < 10; guess++) {
      reasons.push((await signIn({ ...account, code: '0' })).body.reason)
      if (guess < 9) expect((await signIn(account)).body.reason).toBe('second-factor-needed')
    }
    expect(new Set(reasons)).toEqual(new Set(['second-factor-wrong']))
    expect((await signIn({ ...account, code: await codeOf(secret) })).body.code).toBe('locked-out')
    await server.db.query('delete from sign_in_failure')
  })

  it('is turned off by password and code, which are guessed ten times at most', async () => {
    const { account, person, secret } = await withSecondFactor()
    const off = (own: object) => person.call('DELETE', PATH, own)
    const wrong = await off({ password: 'wrong', code: await codeOf(secret) })
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, '/password'])
    for (let guess = 0; guess < 9; guess++) {
      const answer = await off({ password: PASSWORD, code: guess === 0 ? '' : '000000' })
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, '/code'])
      // A right password alone, which excuses nothing.
      expect((await person.call('POST', PATH, { password: PASSWORD })).status).toBe(409)
    }
    const own = { password: PASSWORD, code: await codeOf(secret) }
    expect((await off(own)).body.code).toBe('locked-out')
    await server.db.query('delete from sign_in_failure')
    expect((await off(own)).status).toBe(204)
    expect((await off(own)).status).toBe(409)
    expect((await signIn(account)).status).toBe(200)
  })

  it('stays after a change of the password, and after a new one by who runs the server', async () => {
    const { account, person } = await withSecondFactor()
    const next = { current: PASSWORD, next: 'drugoy-parol-2' }
    expect((await person.call('POST', '/me/password', next)).status).toBe(204)
    const needed = (password: string) => signIn({ ...account, password })
    expect((await needed('drugoy-parol-2')).body.reason).toBe('second-factor-needed')
    const reset = ['password', '--email', account.email, '--password', 'tretiy-parol-3']
    const env = { DATABASE_URL: server.db.url, PASSWORD_HASH_COST: '10' }
    expect(await runObmen(reset, env)).toMatchObject({ exitCode: 0 })
    expect((await needed('tretiy-parol-3')).body.reason).toBe('second-factor-needed')
    const removed = await runObmen([...reset, '--remove-second-factor'], env)
    expect(removed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('кодом выключено') })
    expect((await needed('tretiy-parol-3')).status).toBe(200)
  })

  it('is asked for when an invitation is accepted by password, and no other account is made', async () => {
    const { account, secret } = await withSecondFactor()
    const inviter = await signInAs(server, (await newOperator()).email, PASSWORD)
    await server.db.query(
      'delete from user_role where user_id = (select id from user_account where email = $1)',
      [account.email],
    )
    const { body } = await inviter.call('POST', '/invitations', {
      email: account.email,
      role: 'system-operator',
    })
    const link = `${server.url}/api/v1/open-invitations/${body.url.split('/').at(-1)}/accept`
    const accept = (more: object) =>
      callApi(link, 'POST', { name: 'x', password: PASSWORD, ...more }, OWN_PAGE)
    expect(reasonOf(await accept({}))).toEqual([401, 'second-factor-needed'])
    expect(reasonOf(await accept({ code: '000000' }))).toEqual(WRONG)
    const made = 'select from user_account where email = $1'
    expect((await server.db.query(made, [account.email])).rowCount).toBe(1)
    expect((await accept({ code: await codeOf(secret) })).status).toBe(200)
    expect((await server.db.query(made, [account.email])).rowCount).toBe(1)
  })

  it.each([
    ['operators', { operator: [403, 200], administrator: [200, 200] }],
    ['administrators', { operator: [403, 200], administrator: [403, 200] }],
  ] as const)('demanded of %s is turned on before anything else is done', async (rule, expected) => {
    await using demanding = await startTestServer(server.db, { requireSecondFactor: rule })
    const platform = await newPlatform(server)
    const { rows } = await server.db.query<{ email: string }>(
      'select email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1',
      [platform.locationId],
    )
    const accounts = { operator: (await newOperator()).email, administrator: rows[0]!.email }
    const pages = { operator: '/system/locations', administrator: '/orders' }
    for (const role of ['operator', 'administrator'] as const) {
      const person = await signInAs(demanding, accounts[role], PASSWORD)
      const [before, after] = expected[role]
      const answer = await person.call('GET', pages[role])
      expect([answer.status, answer.body.reason]).toEqual([
        before,
        before === 403 ? 'second-factor-required' : undefined,
      ])
      expect((await person.call('GET', '/me')).body.secondFactor).toBe(before === 403 ? 'required' : 'off')
      if (before === 403) await turnOn(person)
      expect((await person.call('GET', pages[role])).status).toBe(after)
    }
    const token = { authorization: `Bearer ${platform.apiToken}` }
    expect((await callApi(`${demanding.url}/api/v1/orders`, 'GET', undefined, token)).status).toBe(200)
  })
})
