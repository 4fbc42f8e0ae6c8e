import type { Right, Role } from '@obmen/contract'
import type { Database } from '../../../src/db/database.js'
import { GUID, ordersFile, uploadedOrder } from '../from-1c.js'
import { type Person, signInAs } from './person.js'
import {
  type Connected1C,
  callApi,
  newPlatform,
  oneC,
  type Platform,
  sampleOrder,
  samplePayment,
  type TestServer,
} from './test-server.js'

/** A location in which there is one of everything that the API can name. */
export interface Fixture {
  server: TestServer
  platform: Platform
  one: Connected1C
  /** An administrator of the location. */
  person: Person
  ids: Ids
}

type Id = string | number

export type Ids = Record<'order' | 'company' | 'integration' | 'webhook' | 'alarm', string> &
  Record<'user' | 'invitation' | 'token' | 'session', string> &
  Record<'exchange' | 'entry' | 'batch' | 'upload' | 'attempt' | 'task' | 'bulk' | 'request', Id>

export interface Operation {
  /** `get /orders/{id}`, as in BODIES. */
  name: string
  summary: string
  /** Who may call it. */
  security: readonly { token?: readonly Right[]; session?: readonly Role[] }[]
  method: string
  /** As OpenAPI has it, without `/api/v1`. */
  path: string
  parameters: Parameter[]
  /** A body of JSON. */
  hasBody: boolean
}

export interface Parameter {
  name: string
  in: string
  schema: { type?: string; format?: string; enum?: unknown[]; default?: unknown }
}

const SETTINGS = {
  ...{ paymentrules: [{ status: 'purchased', gateway: 'CKassa', paymentmethodname: 'Карта' }] },
  ...{ paymentmethodname: 'Оплата картой внешняя', client: 'bp', schemaversion: '2.08', encoding: 'utf-8' },
  ...{ payments: 'auto', ordernumber: 'sequence', ordernumberfrom: 1, batchlimit: 5000 },
  ...{ ordersfrom: '2020-01-01', commentprefix: true, orderidrequisite: true, zip: false, filelimit: 1000 },
}

/** Of a 1C that does not answer. */
const READING = { url: 'http://127.0.0.1:1/base', login: 'чтение', password: 'тайна', organization: null }

/** Valid bodies of the operations. */
export const BODIES: Record<string, (at: Fixture) => object> = {
  'post /companies': () => ({ name: 'ООО «Лютик»', inn: '7701045624', kpp: '773601001' }),
  'patch /companies/{id}': () => ({
    name: 'ООО «Ромашка»',
    inn: '7707083893',
    kpp: '773601001',
    archived: false,
  }),
  'patch /locations/current': () => ({ name: 'Технопарк', timezone: 'Asia/Yekaterinburg' }),
  'post /orders/{id}/resend': ({ ids }) => ({ integrationId: ids.integration }),
  'post /orders/{id}/hold': ({ ids }) => ({ integrationId: ids.integration, reason: 'Ждём подписи' }),
  'post /orders/{id}/release': ({ ids }) => ({ integrationId: ids.integration }),
  'post /bulk-actions': ({ ids }) => ({
    action: 'hold',
    integrationId: ids.integration,
    reason: 'Ждём подписи',
    orderIds: [ids.order],
  }),
  'post /webhooks': ({ platform }) => ({
    url: 'https://platform.example/hook',
    types: ['*'],
    companyId: platform.companyId,
    description: 'Платформа',
  }),
  'patch /webhooks/{id}': () => ({
    url: 'https://platform.example/hook',
    types: ['order.exported'],
    enabled: true,
  }),
  'post /webhooks/{id}/replay': () => ({
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-02T00:00:00Z',
    types: ['order.exported'],
  }),
  'post /integrations': ({ platform }) => ({
    class: 'CommerceML',
    name: 'Касса',
    companyId: platform.companyId,
    settings: SETTINGS,
  }),
  'patch /integrations/{id}': ({ platform }) => ({
    name: 'Касса',
    enabled: true,
    companyId: platform.companyId,
    settings: SETTINGS,
  }),
  'put /integrations/{id}/reading': () => ({ ...READING, everyMinutes: 15, enabled: false }),
  'post /integrations/{id}/reading:check': () => READING,
  'post /integrations/{id}/client': () => ({ client: 'bp' }),
  'post /integrations/{id}/simulate': () => ({ client: 'bp' }),
  'post /integrations/{id}/early-orders': () => ({ resend: false }),
  'post /integrations/settings:validate': ({ platform }) => ({
    settings: SETTINGS,
    companyId: platform.companyId,
  }),
  'put /integrations/{id}/catalogue/links/{lineId}': () => ({ itemId: 'b7a30001' }),
  'post /integrations/{id}/catalogue/links:suggest': () => ({
    lines: [{ lineId: 'svc-12', name: 'Аренда' }],
    limit: 3,
  }),
  'post /auth/sign-in': () => ({ email: 'who@example.ru', password: 'dolgiy-parol-0' }),
  'patch /me': () => ({ name: 'Ольга', locale: 'ru' }),
  'post /me/password': () => ({ current: 'dolgiy-parol-0', next: 'dolgiy-parol-1' }),
  'post /me/second-factor': () => ({ password: 'dolgiy-parol-1' }),
  'post /me/second-factor/confirm': () => ({ code: '000000' }),
  'post /me/second-factor/recovery-codes': () => ({ password: 'dolgiy-parol-1', code: '000000' }),
  'delete /me/second-factor': () => ({ password: 'dolgiy-parol-1', code: '000000' }),
  'put /me/alarms': () => ({
    channels: {
      mail: { enabled: true },
      telegram: { enabled: true, chatId: '42' },
      max: { enabled: false, chatId: '43' },
      webhook: { enabled: true, url: 'https://chat.example/hooks/1', format: 'slack' },
    },
    causes: { silent: true, held: false },
    quietHours: { from: '22:00', to: '08:00' },
  }),
  'post /alarms:test': () => ({ channel: 'webhook' }),
  'post /alarms/{id}/acknowledge': () => ({ hours: 8 }),
  'patch /users/{id}': () => ({ name: 'Пётр', disabled: false }),
  'post /invitations': () => ({ email: 'new@example.ru', role: 'location-administrator' }),
  'post /open-invitations/{secret}/accept': () => ({ name: 'Пётр', password: 'dolgiy-parol-2' }),
  'post /tokens': () => ({ name: 'Платформа', rights: ['orders:read'] }),
  'patch /system': () => ({ logLevel: 'silent' }),
  'post /system/locations': () => ({
    name: 'Другой',
    timezone: 'Europe/Moscow',
    adminEmail: 'other@example.ru',
  }),
  'put /orders/{id}': ({ platform }) => sampleOrder(platform.companyId),
}

type Described = Pick<Operation, 'summary'> & {
  'x-allowed': Operation['security']
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: object }
}

/** Every operation that the server describes. */
export async function operations({ url }: Pick<TestServer, 'url'>): Promise<Operation[]> {
  const { body } = await callApi(`${url}/api/v1/openapi.json`, 'GET', undefined, {})
  const paths = Object.entries<Record<string, Described>>(body.paths)
  return paths.flatMap(([whole, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { summary, 'x-allowed': security, requestBody } = described
      // Headers are shared, by reference.
      const parameters = (described.parameters ?? []).filter(one => 'name' in one)
      const path = whole.replace('/api/v1', '')
      const hasBody = 'application/json' in (requestBody?.content ?? {})
      return { name: `${method} ${path}`, summary, security, method, path, parameters, hasBody }
    }),
  )
}

/** The address of an operation with valid values, except those given. */
export function addressOf(
  { path }: Pick<Operation, 'path'>,
  ids: Ids,
  query: string,
  given: Record<string, string> = {},
): string {
  const values: Record<string, Id> = {
    ...{ id: idOf(path, ids), revision: 1, entryId: ids.entry, attemptId: ids.attempt, secret: 'x' },
    ...{ lineId: 'svc-12', itemId: 'b7a30001' },
    ...given,
  }
  const needed = /\/(xml|preflight)$/.test(path)
    ? `integrationId=${ids.integration}`
    : path.endsWith('/sent-xml')
      ? `batchId=${ids.batch}`
      : ''
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeForUrl(String(values[name])))
  return `${filled}?${[needed, query].filter(Boolean).join('&')}`
}

function idOf(path: string, ids: Ids): Id {
  const of: Record<string, Id> = {
    ...{ orders: ids.order, companies: ids.company, integrations: ids.integration, exchanges: ids.exchange },
    ...{
      uploads: ids.upload,
      webhooks: ids.webhook,
      alarms: ids.alarm,
      tasks: ids.task,
      'bulk-actions': ids.bulk,
      requests: ids.request,
    },
    ...{ users: ids.user, invitations: ids.invitation, tokens: ids.token, me: ids.session },
  }
  const collection = path.split('/')[1]!
  const id = of[collection]
  if (id === undefined && path.includes('{id}')) throw new Error(`no ${collection} in the fixture`)
  return id ?? ''
}

/** URL-encodes a text; half of a surrogate pair becomes bytes that are not valid UTF-8. */
export function encodeForUrl(text: string): string {
  return [...text].map(part => (/\p{Cs}/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part))).join('')
}

/** Prepares a location with one of everything. `about` names the customer, the webhook, the token and the like. */
export async function prepareFixture(server: TestServer, about: string): Promise<Fixture> {
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'ut' })
  const order = `olv-${about}`
  const named = { customer: { id: 'o-4', kind: 'person', name: about } }
  await platform.put(order, named)
  const by = oneC(server, one)
  const cookie = await by.signIn()
  await by.ask('query', { cookie })
  await by.ask('success', { cookie })
  const body = ordersFile(
    uploadedOrder({ number: '1', comment: about }),
    uploadedOrder({ id: UNKNOWN, number: '77' }),
  )
  const answer = await by.ask('file&filename=orders-1.xml', { cookie, body })
  if (answer.text !== 'success') throw new Error(answer.text)
  await platform.put(order, { ...named, comment: about, payments: [samplePayment({ status: 'refunded' })] })
  await platform.put(`${order}-refused`, { ...named, total: 'many' })
  const { id: webhook } = await create(platform, '/webhooks', {
    url: 'https://platform.example/hook',
    types: ['*'],
    description: about,
  })
  await platform.call('POST', `/api/v1/webhooks/${webhook}/test`)
  const orders = { integrationId: one.id, orderIds: [order] }
  const bulk = await create(platform, '/bulk-actions', { action: 'release', ...orders })
  const person = await administrator(server, platform.locationId)
  const token = await create(person, '/tokens', { name: about, rights: ['orders:read'] })
  const email = `${platform.locationId}@example.ru`
  const invitation = await create(person, '/invitations', { email, role: 'location-administrator' })
  const { rows } = await server.db.query<{ id: string }>(
    `insert into alarm (location_id, cause, subject, began_at, noticed_at, checked_at, opened_at, ended_at, facts)
     values ($1, 'held', $2, now(), now(), now(), now(), now(), $3) returning id`,
    [platform.locationId, one.id, { integrationId: one.id, integrationName: about }],
  )
  const ids = {
    ...{
      order,
      alarm: rows[0]!.id,
      company: platform.companyId,
      integration: one.id,
      webhook,
      token: token.id,
      invitation: invitation.id,
      bulk: bulk.id,
    },
    ...(await serverIdsOf(server.db, platform.locationId)),
  }
  return { server, platform, one, person, ids }
}

const UNKNOWN = GUID.replace('1', '2')
const PASSWORD = 'dolgiy-parol-1'

async function administrator(server: TestServer, locationId: string): Promise<Person> {
  const { rows } = await server.db.query<{ email: string }>(
    'select u.email from user_role r join user_account u on u.id = r.user_id where r.location_id = $1',
    [locationId],
  )
  return signInAs(server, rows[0]!.email, PASSWORD)
}

async function create(
  by: Pick<Platform, 'call'> | Person,
  path: string,
  body: object,
  // biome-ignore lint/suspicious/noExplicitAny: tests check what the answer contains.
): Promise<any> {
  const prefix = 'cookie' in by ? '' : '/api/v1'
  const answer = await by.call('POST', prefix + path, body)
  if (answer.status !== 201 && answer.status !== 202) throw new Error(answer.text)
  return answer.body
}

/** Ids that the server assigns. Waits for them, since a request is recorded only after its answer. */
async function serverIdsOf(
  db: Database,
  locationId: string,
): Promise<
  Omit<Ids, 'order' | 'company' | 'integration' | 'webhook' | 'alarm' | 'token' | 'invitation' | 'bulk'>
> {
  for (;;) {
    const { rows } = await db.query<Ids>(
      `select e.session_id as exchange, e.id as entry, e.batch_id as batch,
              (select id from upload where location_id = $1) as upload,
              (select a.id from webhook_attempt a join webhook w on w.key = a.webhook_key where w.location_id = $1 limit 1) as attempt,
              (select id from accounting_task where location_id = $1 limit 1) as task,
              (select id from api_request where location_id = $1 and refused limit 1) as request,
              (select user_id from user_role where location_id = $1) as user,
              (select max(a.id::text) from user_session a join user_role r using (user_id) where r.location_id = $1) as session
         from journal_entry e join exchange_session s on s.id = e.session_id
        where s.location_id = $1 and e.mode = 'query' and e.outcome = 'done'
          and exists (select from journal_entry f where f.session_id = s.id and f.mode = 'file' and f.outcome = 'done')`,
      [locationId],
    )
    const [ids] = rows
    if (ids && Object.values(ids).every(id => id !== null)) return ids
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
