import { addressOf, type Operation } from './every-operation.js'
import { callApi, type RestAnswer, type TestServer } from './test-server.js'

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

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const UNKNOWN_IDS = {
  ...{ webhook: UNKNOWN, alarm: UNKNOWN, attempt: UNKNOWN, upload: UNKNOWN, task: UNKNOWN, bulk: UNKNOWN },
  ...{ request: UNKNOWN, user: UNKNOWN, session: UNKNOWN, invitation: UNKNOWN, token: UNKNOWN },
}

/** Calls the operation for these objects, with a body that does no harm. */
export async function callOperation(
  { url }: Pick<TestServer, 'url'>,
  operation: Operation,
  things: OperationTargets,
  headers: Record<string, string>,
): Promise<RestAnswer> {
  const { companyId: company, orderId: order, exchange } = things
  const integration = operation.method === 'delete' ? things.spareId : things.integrationId
  const own = { company, order, integration, exchange: exchange.id, entry: exchange.entryId, batch: 1 }
  const address = `${url}/api/v1${addressOf(operation, { ...UNKNOWN_IDS, ...own }, '')}`
  return callApi(address, operation.method.toUpperCase(), BODIES[operation.name]?.(things), {
    ...headers,
    ...(operation.path === '/orders:batch' && { 'content-type': 'application/x-ndjson' }),
  })
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
  'post /integrations/{id}/simulate': () => ({ client: 'bp' }),
  'post /integrations/settings:validate': () => ({ settings: SETTINGS }),
  'patch /me': () => ({}),
  'post /me/password': () => ({ current: 'x', next: 'long enough password' }),
  'post /me/second-factor': () => ({ password: 'x' }),
  'post /me/second-factor/confirm': () => ({ code: '000000' }),
  'post /me/second-factor/recovery-codes': () => ({ password: 'x', code: '000000' }),
  'delete /me/second-factor': () => ({ password: 'x', code: '000000' }),
  'put /me/alarms': () => ({}),
  'post /alarms:test': () => ({ channel: 'webhook' }),
  'post /alarms/{id}/acknowledge': () => ({ hours: 1 }),
  'patch /users/{id}': () => ({}),
  'post /tokens': () => ({ name: 'x' }),
  'post /invitations': () => ({ email: 'a@example.ru' }),
  'patch /system': () => ({ logLevel: 'info' }),
  'post /system/locations': () => ({ name: 'x', timezone: 'UTC', adminEmail: 'a@example.ru' }),
  'post /auth/sign-in': () => ({ email: 'a@example.ru', password: 'x' }),
  'post /open-invitations/{secret}/accept': () => ({}),
}
