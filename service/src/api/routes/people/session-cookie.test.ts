import { beforeAll, expect, it } from 'vitest'
import { callApi, startTestServer } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../../test/support/location.js'
import { makeOperator } from '../../../people/roles.js'

const OPERATOR = { email: 'oleg@example.ru', password: 'dolgiy-parol-1' }

describeOnNewestPostgres('the cookie of a session', pg => {
  const server = useServer(pg, { webSessionDays: 1 })
  beforeAll(async () => {
    await makeOperator(server.db, OPERATOR, CHEAP_HASHES)
  })

  it('outlives WEB_SESSION_DAYS, which count from the last use', async () => {
    const api = `${server.url}/api/v1`
    const own = { 'x-obmen-csrf': '1' }
    const answer = await callApi(`${api}/auth/sign-in`, 'POST', OPERATOR, own)
    const [set = ''] = answer.headers.getSetCookie()
    const days = Number(/max-age=(\d+)/i.exec(set)?.[1]) / 86_400
    expect([days, /expires=/i.test(set)], set).toEqual([365, false])

    const [cookie = ''] = set.split(';')
    const use = async () => (await callApi(`${api}/me`, 'GET', undefined, { cookie })).status
    const pass = (hours: number) =>
      server.db.query(
        `update user_session set created_at = created_at - make_interval(hours => $1),
           last_seen_at = last_seen_at - make_interval(hours => $1), expires_at = expires_at - make_interval(hours => $1)`,
        [hours],
      )
    for (let twentyHours = 0; twentyHours < 3; twentyHours++) {
      await pass(20)
      expect(await use()).toBe(200)
    }
    await pass(25)
    expect(await use()).toBe(401)
  })

  it.each([
    ['https://obmen.example.ru', '__Host-obmen_web', '/', true],
    ['https://example.ru/obmen', '__Secure-obmen_web', '/obmen', true],
    ['http://example.ru/obmen', 'obmen_web', '/obmen', false],
  ])('at %s is named %s', async (publicUrl, name, path, secure) => {
    await using own = await startTestServer(server.db, { publicUrl })
    const enter = `${own.url}/api/v1/auth/sign-in`
    const answer = await callApi(enter, 'POST', OPERATOR, { 'x-obmen-csrf': '1' })
    const [set = ''] = answer.headers.getSetCookie()
    expect(set.startsWith(`${name}=`) && !/domain/i.test(set), set).toBe(true)
    expect(set).toMatch(new RegExp(`; Path=${path};`))
    expect(/; secure/i.test(set)).toBe(secure)
    const [cookie = ''] = set.split(';')
    expect((await callApi(`${own.url}/api/v1/me`, 'GET', undefined, { cookie })).status).toBe(200)
  })
})
