import { ROLES, type Role } from '@obmen/contract'
import { beforeAll, expect, it, vi } from 'vitest'
import { callOperation, type OperationTargets } from '../../../../test/support/app/ask-operation.js'
import { operations } from '../../../../test/support/app/every-operation.js'
import { type Person, signInAs } from '../../../../test/support/app/person.js'
import { newPlatform, oneC, type Platform, samplePayment } from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../../test/support/location.js'
import { makeOperator } from '../../../people/roles.js'

const PASSWORD = 'dolgiy-parol-1'
/** In every name of what belongs to the company that the accountant does not see. */
const HIDDEN = 'чужая'

describeOnEachPostgres('an accountant', pg => {
  const server = useServer(pg)
  let platform: Platform
  let seen: OperationTargets
  let hidden: OperationTargets
  const people = {} as Record<Role, Person>
  beforeAll(async () => {
    platform = await newPlatform(server)
    seen = await fill(platform.companyId, 'видная')
    const company = { name: `ООО «${HIDDEN}»`, inn: '7707083893', kpp: '773601002' }
    hidden = await fill((await platform.call('POST', '/api/v1/companies', company)).body.id, HIDDEN)
    const { rows } = await server.db.query<{ email: string }>('select email from user_account')
    people['location-administrator'] = await signInAs(server, rows[0]!.email, PASSWORD)
    people.accountant = await join('buh@example.ru', [platform.companyId])
    await makeOperator(server.db, { email: 'oleg@example.ru', password: PASSWORD }, CHEAP_HASHES)
    people['system-operator'] = await signInAs(server, 'oleg@example.ru', PASSWORD)
  })

  /** A company's 1C, an order that it took and one that waits, with a finding, and a task. */
  async function fill(companyId: string, mark: string): Promise<OperationTargets> {
    const { id, login, password } = await connect(companyId, mark)
    const spare = await connect(companyId, `${mark} 2`)
    const customer = { id: `c-${mark}`, kind: 'person', firstName: 'Анна', lastName: mark }
    const put = (order: string, changes: object = {}) =>
      platform.put(`${order}-${mark}`, {
        ...{ companyId, customer, number: `${order}/${mark}` },
        ...{ comment: 'x'.repeat(4000), ...changes },
      })
    await put('taken')
    await oneC(server, { login, password }).exchange()
    await put('taken', { payments: [samplePayment({ status: 'refunded' })] })
    await oneC(server, { login, password }).exchange()
    await put('waits', { status: 'purchased', payments: [samplePayment({ id: `p-${mark}` })] })
    const entry = `select s.id, e.id as "entryId" from integration i join exchange_session s on s.integration_key = i.key
      join journal_entry e on e.session_id = s.id where i.id = $1 and e.mode = 'query' and e.outcome = 'done' limit 1`
    const exchange = await vi.waitFor(async () => {
      const { rows } = await server.db.query<OperationTargets['exchange']>(entry, [id])
      expect(rows).toHaveLength(1)
      return rows[0]!
    }, 60_000)
    return { companyId, integrationId: id, spareId: spare.id, orderId: `taken-${mark}`, exchange }
  }

  async function connect(companyId: string, mark: string) {
    const settings = { paymentrules: [{}], paymentmethodname: `способ ${mark}` }
    const body = { class: 'CommerceML', name: `1С ${mark}`, companyId, settings }
    return (await platform.call('POST', '/api/v1/integrations', body)).body
  }

  async function invite(email: string, companyIds: unknown, role: Role = 'accountant') {
    return people['location-administrator'].call('POST', '/invitations', { email, role, companyIds })
  }

  async function join(email: string, companyIds: string[]): Promise<Person> {
    const { body } = await invite(email, companyIds)
    const secret = body.url.split('/').at(-1)
    const answer = await people['location-administrator'].call('GET', `/open-invitations/${secret}`)
    expect(answer.body).toMatchObject({ role: 'accountant', companyNames: [expect.any(String)] })
    const account = { name: 'Вера', password: PASSWORD }
    await fetch(`${server.url}/api/v1/open-invitations/${secret}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-obmen-csrf': '1' },
      body: JSON.stringify(account),
    })
    return signInAs(server, email, PASSWORD)
  }

  const headersOf = ({ cookie }: Person) => ({ cookie, 'x-obmen-csrf': '1' })

  it.runIf(pg.isNewest)(
    'and the other roles may call what the routes declare, and nothing else',
    async () => {
      for (const operation of await operations(server)) {
        const { name, security } = operation
        if (security.length === 0 || name === 'get /live') continue
        for (const role of ROLES) {
          const allowed = security.some(
            ({ session }) => session && (session.length === 0 || session.includes(role)),
          )
          // Whose role is granted or listed is asked for: an administrator's by default.
          const aboutRoles = /^\w+ \/(users|invitations)/.test(name)
          if (role === 'system-operator' && aboutRoles) continue
          const { status, text } = await callOperation(server, operation, seen, headersOf(people[role]))
          expect([name, role, status !== 403], `${status} ${text}`).toEqual([name, role, allowed])
        }
      }
    },
    300_000,
  )

  it('gets 404 for whatever belongs to another company, and finds nothing of it in lists', async () => {
    const opened: string[] = []
    for (const operation of await operations(server)) {
      const { name, security } = operation
      if (!security.some(({ session }) => session?.includes('accountant')) || name === 'get /live') continue
      const other = await callOperation(server, operation, hidden, headersOf(people.accountant))
      const { status, text } = other
      // Uploads and tasks are numbered: the id of the others is no number.
      if (name.includes('{id}'))
        expect([name, status], text).toEqual([name, /tasks|\/uploads\/\{/.test(name) ? 422 : 404])
      else {
        // No channel is set up.
        expect([name, status], text).toEqual([name, name.endsWith('alarms:test') ? 422 : 200])
        for (const mark of [HIDDEN, hidden.companyId, hidden.integrationId])
          expect([name, mark, text.includes(mark)]).toEqual([name, mark, false])
      }
      const own = await callOperation(server, operation, seen, headersOf(people.accountant))
      if (own.status === 200) opened.push(name)
    }
    expect(opened.filter(name => name.includes('{id}')).length).toBeGreaterThan(12)
  })

  it('sees the same of their companies as an administrator, without settings and logins', async () => {
    const [mine, theirs] = [people.accountant, people['location-administrator']]
    for (const path of [`/orders/${seen.orderId}`, `/companies/${seen.companyId}`]) {
      const address = encodeURI(path)
      expect((await mine.call('GET', address)).body).toEqual((await theirs.call('GET', address)).body)
    }
    const shown = (await mine.call('GET', `/integrations/${seen.integrationId}`)).body
    expect(shown).toMatchObject({ settings: null, login: null, notes: [], name: '1С видная' })
    const ofExchange = async (of: Person) => (await of.call('GET', `/exchanges/${seen.exchange.id}`)).body
    const { entries, ...exchange } = await ofExchange(theirs)
    const { login } = (await theirs.call('GET', `/integrations/${seen.integrationId}`)).body
    expect(entries.map((entry: { login: string }) => entry.login)).toContain(login)
    const withoutLogins = entries.map((entry: object) => ({ ...entry, login: null }))
    expect(await ofExchange(mine)).toEqual({ ...exchange, entries: withoutLogins })
    const companies = (await mine.call('GET', '/companies')).body.items
    expect(companies.map(({ id }: { id: string }) => id)).toEqual([seen.companyId])
    expect((await mine.call('GET', '/orders')).body.items).toHaveLength(2)
    expect((await theirs.call('GET', '/orders')).body.items).toHaveLength(4)
    expect((await mine.call('GET', '/orders?q=waits')).body.items).toHaveLength(1)
    expect((await mine.call('GET', '/orders?state=owed')).body.items).toHaveLength(2)
    expect((await mine.call('GET', `/orders?companyId=${hidden.companyId}`)).body.items).toEqual([])
    const counted = [
      ...[['orders', 2] as const, ['companies', 1] as const, ['exchanges', 2] as const],
      ...[['orders?state=owed', 2] as const, ['exchanges?collapse=true', 2] as const],
    ]
    for (const [list, of] of counted) {
      const address = `/${list}${list.includes('?') ? '&' : '?'}count=true`
      const { total, items } = (await mine.call('GET', address)).body
      expect([list, total.count, items.length]).toEqual([list, of, of])
      expect((await theirs.call('GET', address)).body.total.count).toBeGreaterThan(of)
    }
    const csv = (await mine.call('GET', '/orders.csv')).text
    expect(csv.match(/видная/g)!.length).toBeGreaterThan(1)
    const overview = (await mine.call('GET', '/overview')).body
    expect(overview.integrations).toHaveLength(2)
    expect(overview.owed).toBe((await mine.call('GET', '/orders?state=owed')).body.items.length)
    const received = async (of: Person): Promise<number> => {
      const { days } = (await of.call('GET', '/overview')).body as { days: { ordersReceived: number }[] }
      return days.reduce((sum, { ordersReceived }) => sum + ordersReceived, 0)
    }
    expect([await received(mine), await received(theirs)]).toEqual([2, 4])
  })

  it('marks tasks of their companies done, and only those', async () => {
    const list = async (person: Person) => (await person.call('GET', '/tasks')).body
    const all = (await list(people['location-administrator'])).items as { id: number; companyId: string }[]
    const other = all.find(task => task.companyId === hidden.companyId)!
    const mine = await list(people.accountant)
    expect(mine.open).toBe(1)
    expect((await people.accountant.call('POST', `/tasks/${other.id}/done`)).status).toBe(404)
    const done = await people.accountant.call('POST', `/tasks/${mine.items[0].id}/done`)
    expect(done.body).toMatchObject({ doneBy: 'Вера' })
    expect((await list(people['location-administrator'])).items).toMatchObject([{ id: other.id }])
  })

  it('hears live of their companies alone, and no more once the companies are others', async () => {
    const answer = await fetch(`${server.url}/api/v1/live`, { headers: { cookie: people.accountant.cookie } })
    const heard = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const { rows } = await server.db.query<{ id: string }>(
      'select location_id as id from integration where id = $1',
      [seen.integrationId],
    )
    const tell = async (integrationId: string | null, sessionId: number) => {
      const event = { kind: 'batch-confirmed', locationId: rows[0]!.id, integrationId, sessionId }
      await server.db.query("select pg_notify('obmen', $1)", [JSON.stringify(event)])
    }
    await tell(hidden.integrationId, 1)
    await tell(null, 2)
    await tell(seen.integrationId, 3)
    let text = ''
    while (!text.includes('"sessionId"')) text += (await heard.read()).value ?? ''
    expect([...text.matchAll(/"sessionId":(\d)/g)].map(([, id]) => id)).toEqual(['3'])
    const { items } = (await people['location-administrator'].call('GET', '/users?role=accountant')).body
    const address = `/users/${items[0].id}?role=accountant`
    const patch = (companyIds: string[]) =>
      people['location-administrator'].call('PATCH', address, { companyIds })
    expect((await patch([hidden.companyId])).body.companyIds).toEqual([hidden.companyId])
    while (!(await heard.read()).done);
    expect((await people.accountant.call('GET', '/orders')).text).toContain(HIDDEN)
    expect((await people.accountant.call('GET', `/orders/${encodeURIComponent(seen.orderId)}`)).status).toBe(
      404,
    )
    await patch([seen.companyId])
  })

  it('keeps companies that were changed since they were read', async () => {
    const administrator = people['location-administrator']
    const [accountant] = (await administrator.call('GET', '/users?role=accountant')).body.items
    const patch = (body: object) =>
      administrator.call('PATCH', `/users/${accountant.id}?role=accountant`, body)
    const both = [seen.companyId, hidden.companyId]
    const widened = await patch({ companyIds: both, seenCompanyIds: accountant.companyIds })
    expect(widened.body.companyIds).toEqual(both)
    const { status, body } = await patch({
      companyIds: [hidden.companyId],
      seenCompanyIds: accountant.companyIds,
    })
    expect([status, body.code]).toEqual([412, 'revision-mismatch'])
    expect(body.detail).toContain('за это время изменил кто-то другой')
    expect((await administrator.call('GET', '/users?role=accountant')).body.items[0].companyIds).toEqual(both)
    // In whatever order they were read.
    const narrowed = await patch({ companyIds: [seen.companyId], seenCompanyIds: both.toReversed() })
    expect(narrowed.body.companyIds).toEqual([seen.companyId])
  })

  it('is invited to companies of the location, at least one; nobody else is', async () => {
    const stranger = await newPlatform(server)
    for (const companies of [undefined, [stranger.companyId]]) {
      const { status, body } = await invite('x@example.ru', companies)
      expect([status, body.errors[0].path]).toEqual([422, '/companyIds'])
    }
    const administrator = await invite('x@example.ru', [seen.companyId], 'location-administrator')
    expect(administrator.body.errors[0].path).toBe('/companyIds')
    expect((await invite('buh@example.ru', [seen.companyId])).status).toBe(409)
    const me = (await people['location-administrator'].call('GET', '/me')).body
    expect((await invite(me.email, [seen.companyId])).status).toBe(409)
  })

  it('who becomes an administrator of the location sees all of it', async () => {
    const person = await join('rost@example.ru', [seen.companyId])
    const { body } = await invite('rost@example.ru', undefined, 'location-administrator')
    await person.call('POST', `/open-invitations/${body.url.split('/').at(-1)}/accept`, {})
    expect((await person.call('GET', '/me')).body.location.role).toBe('location-administrator')
    expect((await person.call('GET', '/orders')).body.items).toHaveLength(4)
    const roles = (role: Role) => people['location-administrator'].call('GET', `/users?role=${role}`)
    const accountants = (await roles('accountant')).body.items as { id: string; email: string }[]
    const rost = accountants.find(({ email }) => email === 'rost@example.ru')!
    const administrator = people['location-administrator']
    expect((await administrator.call('DELETE', `/users/${rost.id}?role=accountant`)).status).toBe(200)
    expect((await person.call('GET', '/orders')).body.items).toHaveLength(4)
    const left = await administrator.call('DELETE', `/users/${rost.id}?role=location-administrator`)
    expect(left.status).toBe(200)
    expect((await person.call('GET', '/orders')).status).toBe(403)
  })
})
