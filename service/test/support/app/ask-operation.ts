import type { Right, Role } from '@obmen/contract'
import { callApi, type RestAnswer, type TestServer } from './test-server.js'

/** An operation as OpenAPI describes it: `get /orders/{id}`, what it does, and who may call it. */
export interface Operation {
  name: string
  summary: string
  security: readonly { token?: readonly Right[]; session?: readonly Role[] }[]
}

/** The objects that the paths of operations refer to. */
export interface OperationTargets {
  companyId: string
  /** Of a connected 1C. */
  integrationId: string
  /** Of one that may be removed. */
  spareId: string
  orderId: string
  exchange: { id: number; entryId: number }
}

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** Every operation of the running server. */
export async function everyOperation({ url }: Pick<TestServer, 'url'>): Promise<Operation[]> {
  const { body } = await callApi(`${url}/api/v1/openapi.json`, 'GET', undefined, {})
  const paths = body.paths as Record<string, Record<string, Omit<Operation, 'name'>>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, security }]) => ({
      ...{ name: `${method} ${path.replace('/api/v1', '')}`, summary, security },
    })),
  )
}

/** Calls the operation for these objects, with a valid body. */
export async function callOperation(
  { url }: Pick<TestServer, 'url'>,
  name: string,
  things: OperationTargets,
  headers: Record<string, string>,
): Promise<RestAnswer> {
  const [method = '', template = ''] = name.split(' ')
  const address = `${url}/api/v1${addressOf(method, template, things)}`
  return callApi(address, method.toUpperCase(), BODIES[name]?.(things), {
    ...headers,
    ...(template === '/orders:batch' && { 'content-type': 'application/x-ndjson' }),
  })
}

function addressOf(method: string, template: string, things: OperationTargets): string {
  const { exchange } = things
  const path = template
    .replace('{id}', idOf(method, template, things))
    .replace('{revision}', '1')
    .replace('{entryId}', String(exchange.entryId))
    .replace('{secret}', 'nonsense')
  if (method !== 'get') return path
  if (/xml$|preflight$/.test(path) && !path.endsWith('sent-xml'))
    return `${path}?integrationId=${things.integrationId}`
  return path.endsWith('sent-xml') ? `${path}?batchId=1` : path
}

function idOf(method: string, template: string, things: OperationTargets): string {
  if (template.startsWith('/orders')) return things.orderId
  if (template.startsWith('/integrations')) return method === 'delete' ? things.spareId : things.integrationId
  if (template.startsWith('/companies')) return things.companyId
  return template.startsWith('/exchanges') ? String(things.exchange.id) : UNKNOWN_ID
}

const SETTINGS = { paymentrules: [{}], paymentmethodname: 'Карта' }
const BODIES: Record<string, (things: OperationTargets) => unknown> = {
  'post /companies': () => ({ name: 'ООО «Ещё»', inn: '7707083893', kpp: '773601001' }),
  'patch /companies/{id}': () => ({}),
  'patch /locations/current': () => ({}),
  'post /orders:batch': () => '',
  'put /orders/{id}': ({ companyId }) => ({ companyId }),
  'post /orders/{id}/resend': ({ integrationId }) => ({ integrationId }),
  'post /orders/{id}/hold': ({ integrationId }) => ({ integrationId }),
  'post /orders/{id}/release': ({ integrationId }) => ({ integrationId }),
  'post /integrations': ({ companyId }) => ({
    ...{ class: 'CommerceML', name: 'Ещё', companyId, settings: SETTINGS },
  }),
  'patch /integrations/{id}': () => ({}),
  'post /integrations/settings:validate': () => ({ settings: SETTINGS }),
  'patch /me': () => ({}),
  'post /me/password': () => ({ current: 'x', next: 'long enough password' }),
  'patch /users/{id}': () => ({}),
  'post /tokens': () => ({ name: 'x' }),
  'post /invitations': () => ({ email: 'a@example.ru' }),
  'patch /system': () => ({ logLevel: 'info' }),
  'post /system/locations': () => ({ name: 'x', timezone: 'UTC', adminEmail: 'a@example.ru' }),
  'post /auth/sign-in': () => ({ email: 'a@example.ru', password: 'x' }),
  'post /invitations/{secret}/accept': () => ({}),
}
