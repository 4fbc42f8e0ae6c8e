import { RIGHTS, type Right, ROLES, type Role } from '@obmen/contract'
import fastify from 'fastify'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { callOperation } from '../../test/support/app/ask-operation.js'
import { type Operation, operations } from '../../test/support/app/every-operation.js'
import { signInAs } from '../../test/support/app/person.js'
import {
  type Connected1C,
  isTranslatable,
  newPlatform,
  oneC,
  type Platform,
  type RestAnswer,
} from '../../test/support/app/test-server.js'
import { useFreshServer } from '../../test/support/app/use-server.js'
import type { Database } from '../db/database.js'
import { createToken } from '../people/api-tokens.js'
import { requireAccess } from './access.js'

/** Who may: a token with all of these rights, one with any of them, people only, or anybody. */
type Allowed = { all: readonly Right[] } | { any: readonly Right[] } | 'people' | 'anybody'

const NOBODY = '00000000-0000-4000-8000-000000000000'
/** Words that stand in one kind of thing alone, and the rights that show that kind. */
const MARKS: Record<string, readonly Right[]> = {
  'Заказчик-метка': ['orders:read', 'journal:read'],
  '7701045624': ['companies:read', 'companies:write'],
  'client-mark': ['integrations:read', 'integrations:write', 'journal:read'],
  '2001-02-03': ['integrations:read', 'integrations:write'],
  // A login with its password, or the secret of a webhook.
  '"password":': [],
  '"secret":': ['webhooks:write'],
}

let db: Database
const server = useFreshServer()
let platform: Platform
let connected: Connected1C
let spare: Connected1C
let exchange: { id: number; entryId: number }
let all: readonly Operation[]
beforeAll(async () => {
  all = await operations(server)
  db = server.db
  platform = await newPlatform(server)
  await db.query(`update company set inn = '7701045624' where id = $1`, [platform.companyId])
  connected = await platform.connect({ ordersfrom: '2001-02-03' })
  spare = await platform.connect()
  const customer = { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Заказчик-метка' }
  await platform.put('olv-17', { customer })
  const { ask } = oneC(server, connected)
  const [, name, value] = (await ask('checkauth')).text.split('\n')
  await ask('query', { cookie: `${name}=${value}`, headers: { 'user-agent': 'client-mark' } })
  await ask('checkauth', { headers: { 'user-agent': 'client-mark' } })
  await platform.put('olv-17', { customer, comment: 'ещё раз' })
  await vi.waitFor(async () => {
    const ended = `select from journal_entry where mode = 'query' and outcome = 'done'`
    expect((await db.query(ended)).rowCount).toBe(1)
  }, 60_000)
  const { rows } = await db.query<{ id: number; entryId: number }>(
    `select session_id as id, id as "entryId" from journal_entry where mode = 'query'`,
  )
  exchange = rows[0]!
})

function mayWith(right: Right, allowed: Allowed): boolean {
  if (typeof allowed === 'string') return allowed === 'anybody'
  return 'any' in allowed ? allowed.any.includes(right) : allowed.all.every(needed => needed === right)
}

async function ask(name: string, rights: readonly Right[]): Promise<RestAnswer> {
  const { secret } = await createToken(db, { locationId: platform.locationId, name: 'x', rights })
  const things = {
    ...{ companyId: platform.companyId, integrationId: connected.id, spareId: spare.id },
    ...{ orderId: 'olv-17', exchange },
  }
  const operation = all.find(one => one.name === name)!
  return callOperation(server, operation, things, { authorization: `Bearer ${secret}` })
}

/** What a token needs for each operation, as its route declares it and OpenAPI tells it. */
const declared = (): [string, Allowed][] => all.map(({ name, security }) => [name, allowedBy(security)])

function allowedBy(security: Operation['security']): Allowed {
  if (security.length === 0) return 'anybody'
  const tokens = security.flatMap(({ token }) => (token ? [token] : []))
  if (tokens.length === 0) return 'people'
  return tokens.length === 1 ? { all: tokens[0]! } : { any: tokens.flat() }
}

/** docs/rights.md, as the routes declare it. */
function describeRights(): string {
  const sorted = all.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
  const rows = sorted.map(operation => {
    const { name, summary, security } = operation
    const [method, path] = name.split(' ')
    const people = (role: Role): string => mark(security, role)
    return `| \`${method!.toUpperCase()} ${path}\` | ${summary} | ${tokenCell(allowedBy(security))} | ${ROLES.map(people).join(' | ')} |`
  })
  const reach = RIGHTS.map(right => `| \`${right}\` | ${REACH[right]} |`)
  return `${ABOUT_RIGHTS}\n${rows.join('\n')}\n\n${ABOUT_REACH}\n${reach.join('\n')}\n`
}

const pathOf = ({ name }: Operation): string => name.split(' ').toReversed().join(' ')

function tokenCell(allowed: Allowed): string {
  if (typeof allowed === 'string') return allowed === 'anybody' ? 'anybody' : ''
  const quoted = (rights: readonly Right[]): string[] => rights.map(right => `\`${right}\``)
  if ('all' in allowed) return quoted(allowed.all).join(' and ')
  return allowed.any.length === RIGHTS.length ? 'any right' : quoted(allowed.any).join(' or ')
}

/** An empty requirement lets in whoever is signed in. */
function mark(security: Operation['security'], role: Role): string {
  const may = security.some(({ session }) => session && (session.length === 0 || session.includes(role)))
  return security.length === 0 || may ? '✓' : ''
}

const ABOUT_RIGHTS = `# Who may what

This page is written by \`npx vitest run --project service src/api/rights.test.ts --update\` from what the routes declare; a test holds it to
them, and others try every operation with every right and every role.

- A token has the rights that it was given when it was made, in its location; 403 names the one that is missing.
- «Администратор локации» (\`location-administrator\`) may do everything in their location, and invites its people: 200 invitations may be open at a time.
- «Бухгалтер» (\`accountant\`) sees orders, exchanges, findings and tasks of the companies that were chosen in the invitation, exports them
  and marks tasks done, and is told of alarms of their 1C. Whatever belongs to another company of the location answers 404 and is in no list, count or live event. Settings and
  logins of integrations are \`null\`; requests of the platform, tokens, webhooks, people and everything that changes an order are closed.
- «Системный оператор» (\`system-operator\`) runs the system and sees nothing of locations. \`/users\` and \`/invitations\` are about one role
  at a time (\`role\`): whoever grants it, the operators that of operators, administrators those of their location.
- One person may have several roles, in one location or in many; \`X-Obmen-Location\` says where they act. What would change something in a
  location where they have no role answers 403; what only reads answers of the first of their own.

| operation | what it does | token | administrator | accountant | operator |
|---|---|---|:-:|:-:|:-:|`

const ABOUT_REACH = `## What each right of a token reaches in the end

A webhook outlives its token and goes on sending: its types are judged when a token makes it, or changes its types, url or company.

| right | what its holder can end up with |
|---|---|`

/** Every right has its line, or this does not compile. */
const REACH: Record<Right, string> = {
  'orders:read':
    'reads every order of the location with its buyers, payments and history, the XML that 1C gets, and what 1C says of it',
  'orders:write':
    'makes and changes orders, which go on to every 1C whose rules let them out; holds, releases and resends them; reads none',
  'integrations:read':
    'reads settings and logins of every 1C (no password), its state and history, its catalogue with the order lines linked to it, and its documents that match no order',
  'integrations:write':
    'changes, pauses and removes integrations: other orders go out, but only to who has the password of that 1C already',
  'integrations:credentials':
    'with `integrations:write` can act as a 1C: reads every order of the company that the integration’s rules let out, confirms ' +
    'it, so that the real 1C never gets it, and reports documents; a new password shuts the real 1C out. Alone opens nothing',
  'companies:read': 'reads the location, its companies with ИНН and КПП, and the places that orders name',
  'companies:write':
    'adds, changes and archives companies, renames the location and changes its time zone: orders go out under these names and clocks',
  'journal:read':
    'reads what 1C and platform sent and were answered, byte for byte: so every order that went through, without `orders:read`',
  'events:read':
    'reads every event, whatever it is about: ids of orders, what 1C says of them, catalogues, states of integrations',
  'webhooks:read':
    'reads addresses of webhooks and which order was announced when and what was answered; the event itself only if its rights read it',
  'webhooks:write':
    'sends anywhere, for good, the events that its other rights read (`orders:read`: of orders and tasks, `integrations:read`: of ' +
    'integrations and catalogues, `events:read`: all); stops any webhook, and signs as Obmen by a new secret',
}

describe('who may call what', () => {
  it('is in docs/rights.md as the routes declare it, for every operation', async () => {
    await expect(describeRights()).toMatchFileSnapshot('../../../docs/rights.md')
  })

  it('is declared by every route, or the server does not start', async () => {
    await using bare = fastify()
    requireAccess(bare)
    expect(() => bare.get('/all', async () => '')).toThrow(/GET \/all .*config\.access/)
    bare.get('/own', { config: { access: 'orders:read' } }, async () => '')
  })
})

describe('a token', () => {
  it('with one right may call what that right allows, and is shown nothing else', async () => {
    for (const [operation, allowed] of declared()) {
      if (allowed === 'anybody' || operation === 'get /live') continue
      for (const right of RIGHTS) {
        const answer = await ask(operation, [right])
        const { status, text } = answer
        if (status === 403) expect([operation, isTranslatable(answer)], text).toEqual([operation, true])
        expect([operation, right, status === 403], `${status} ${text}`).toEqual([
          operation,
          right,
          !mayWith(right, allowed),
        ])
        for (const [mark, shown] of Object.entries(MARKS))
          if (!shown.includes(right))
            expect([operation, right, mark, text.includes(mark)]).toEqual([operation, right, mark, false])
      }
    }
  }, 300_000)

  it('without the right is refused before its body is looked at', async () => {
    const { secret } = await createToken(db, {
      locationId: platform.locationId,
      name: 'x',
      rights: ['orders:read'],
    })
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api/v1/orders/olv-17`, { method: 'PUT', body: '{', headers })
    expect(answer.status).toBe(403)
  })

  it('is shown each mark by the rights that it belongs to', async () => {
    const shown = async (operation: string, right: Right): Promise<string> =>
      (await ask(operation, [right])).text
    expect(await shown('get /orders/{id}', 'orders:read')).toContain('Заказчик-метка')
    expect(await shown('get /companies/{id}', 'companies:read')).toContain('7701045624')
    const integration = await shown('get /integrations/{id}', 'integrations:read')
    expect(integration).toContain('client-mark')
    expect(integration).toContain('2001-02-03')
    expect(await shown('get /exchanges', 'journal:read')).toContain('client-mark')
  })

  it('sees of the overview the parts of its rights, and nothing else', async () => {
    const parts = async (...rights: Right[]): Promise<string[]> => {
      const { body } = await ask('get /overview', rights)
      const { days, ...rest } = body
      const day = Object.entries(days[0]).map(([name, value]) => [`days.${name}`, value])
      return [...Object.entries(rest), ...day]
        .flatMap(([name, value]) => (value === null ? [] : [String(name)]))
        .toSorted()
    }
    const orders = [
      'days.ordersConfirmed',
      'days.ordersReceived',
      'held',
      'ordersToLookAt',
      'owed',
      'owedLate',
      'owedSince',
    ]
    expect(await parts('orders:read')).toEqual(['days.date', ...orders])
    expect(await parts('integrations:read')).toEqual(['days.date', 'integrations'])
    const exchanges = ['days.date', 'days.exchanges', 'days.failures', 'recentExchanges']
    expect(await parts('journal:read')).toEqual(exchanges)
    expect(await parts('orders:read', 'journal:read')).toEqual([...exchanges, ...orders].toSorted())
  })

  it('sees the orders of an integration’s next package with both rights only', async () => {
    for (const operation of ['get /integrations/{id}/preview', 'post /integrations/{id}/dry-run']) {
      const { status, text } = await ask(operation, ['integrations:read', 'orders:read'])
      expect(status, text).toBe(200)
    }
  })
})

describe('who administers a location alone', () => {
  const OPERATOR = 'system-operator'
  it.each<[string, string, object?]>([
    ['GET', `/users?role=${OPERATOR}`],
    ['PATCH', `/users/${NOBODY}?role=${OPERATOR}`, { disabled: true }],
    ['DELETE', `/users/${NOBODY}?role=${OPERATOR}`],
    ['GET', `/invitations?role=${OPERATOR}`],
    ['POST', '/invitations', { email: 'a@example.ru', role: OPERATOR }],
    ['DELETE', `/invitations/${NOBODY}?role=${OPERATOR}`],
    ['GET', '/system'],
    ['POST', '/system/locations', { name: 'x', timezone: 'UTC', adminEmail: 'a@example.ru' }],
  ])('may not use the role of the whole system: %s %s', async (method, path, body) => {
    const { rows } = await db.query<{ email: string }>('select email from user_account')
    const person = await signInAs(server, rows[0]!.email, 'dolgiy-parol-1')
    expect((await person.call(method, path, body)).status).toBe(403)
    expect((await person.call('GET', '/users')).status).toBe(200)
  })
})
