import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Person, signInAs } from '../../../../test/support/app/person.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../../test/support/location.js'
import { makeOperator } from '../../../people/roles.js'

const PASSWORD = 'dolgiy-parol-1'
const OLGA = { email: 'olga@example.ru', password: PASSWORD }
const IVAN = { email: 'ivan@example.ru', password: PASSWORD }

describeOnEachPostgres('the sessions of a person', pg => {
  const server = useServer(pg)
  beforeAll(async () => {
    await makeOperator(server.db, OLGA, CHEAP_HASHES)
    await makeOperator(server.db, IVAN, CHEAP_HASHES)
  })
  beforeEach(() => server.db.query('delete from user_session'))

  const enter = ({ email }: typeof OLGA) => signInAs(server, email, PASSWORD)
  const listOf = async (person: Person) => (await person.call('GET', '/me/sessions')).body.items
  const idOf = async (person: Person) => (await listOf(person))[0].id as string
  const isOpen = async (person: Person) => (await person.call('GET', '/me')).status === 200

  it('are listed with browser and address, the own one first, without anything of the cookie', async () => {
    await enter(IVAN)
    const there = await enter(OLGA)
    const here = await enter(OLGA)
    await there.call('GET', '/me', undefined, { 'user-agent': 'not the one that signed in' })
    const found = await here.call('GET', '/me/sessions')
    const session = {
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      address: '127.0.0.1',
      userAgent: 'node',
    }
    const items = [
      { ...session, current: true },
      { ...session, current: false },
    ]
    expect([found.status, found.body]).toEqual([200, { items }])
    expect((await listOf(there))[0].id).toBe(found.body.items[1].id)
  })

  it('end one by one: another’s, an unknown and an ended one are not found', async () => {
    const [here, there, ivan] = [await enter(OLGA), await enter(OLGA), await enter(IVAN)]
    const end = async (id: string) => (await here.call('DELETE', `/me/sessions/${id}`)).status
    const id = await idOf(there)
    expect([await end(await idOf(ivan)), await end(id), await end(id)]).toEqual([404, 204, 404])
    expect([await isOpen(here), await isOpen(there), await isOpen(ivan)]).toEqual([true, false, true])
    expect(await end(await idOf(here))).toBe(204)
    expect(await isOpen(here)).toBe(false)
  })

  it('end together, except for the one that asks', async () => {
    const [here, there, ivan] = [await enter(OLGA), await enter(OLGA), await enter(IVAN)]
    expect((await here.call('DELETE', '/me/sessions')).status).toBe(204)
    expect([await isOpen(here), await isOpen(there), await isOpen(ivan)]).toEqual([true, false, true])
  })

  it('end when somebody signs in in the same browser, whoever it is, and not when they fail', async () => {
    const before = await enter(OLGA)
    const signIn = (body: typeof OLGA) => before.call('POST', '/auth/sign-in', body)
    expect((await signIn({ ...IVAN, password: 'wrong' })).status).toBe(401)
    expect(await isOpen(before)).toBe(true)
    expect((await signIn(IVAN)).status).toBe(200)
    expect(await isOpen(before)).toBe(false)
    const { rows } = await server.db.query(
      'select email from user_session s join user_account u on u.id = s.user_id',
    )
    expect(rows).toEqual([{ email: IVAN.email }])
  })

  it('end when an invitation is accepted in the same browser', async () => {
    const before = await enter(OLGA)
    const { body } = await before.call('POST', '/invitations', {
      email: `new-${pg.isNewest}@example.ru`,
      role: 'system-operator',
    })
    const accept = `/open-invitations/${body.url.split('/').at(-1)}/accept`
    expect((await before.call('POST', accept, { name: 'Анна', password: PASSWORD })).status).toBe(200)
    expect(await isOpen(before)).toBe(false)
  })
})
