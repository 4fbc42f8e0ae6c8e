import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Order } from '@obmen/contract'
import type {
  AccountingItem,
  Company,
  Exchange,
  IntegrationWithPassword,
  OrderExport,
  SavedOrder,
  WebhookWithSecret,
} from '@obmen/contract/rest'
import { AppError } from '../../errors/app-error.js'
import type { SampleCompany } from './texts-samples.js'

/** What the platform does, over the same REST that any platform uses. */
export type Platform = ReturnType<typeof openPlatform>

export function openPlatform(address: string, token: string) {
  const request = async (method: string, path: string, body?: string, type = 'application/json') => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new AppError('internal', `${method} ${path}: ${answer.status} ${text}`)
    return text
  }
  const get = async <T>(path: string) => JSON.parse(await request('GET', path)) as T
  const send = async <T>(method: string, path: string, body: object) =>
    JSON.parse(await request(method, path, JSON.stringify(body))) as T
  const listOf = async <T>(path: string) => (await get<{ items: T[] }>(path)).items

  return {
    addWebhook: (url: string) =>
      send<WebhookWithSecret>('POST', '/webhooks', {
        url,
        types: ['order.exported', 'order.accounting.updated'],
      }),
    addCompany: ({ name, inn, kpp }: SampleCompany) =>
      send<Company>('POST', '/companies', { name, inn, ...(kpp && { kpp }) }),
    connect: ({ integration: name, settings }: SampleCompany, companyId: string) =>
      send<IntegrationWithPassword>('POST', '/integrations', {
        class: 'CommerceML',
        name,
        settings,
        companyId,
      }),
    put: (order: Partial<Order>) => send<SavedOrder>('PUT', `/orders/${order.id}`, order),
    async putMany(orders: readonly Partial<Order>[]) {
      const lines = orders.map(order => `${JSON.stringify(order)}\n`).join('')
      const answers = await request('POST', '/orders:batch', lines, 'application/x-ndjson')
      const refused = answers.split('\n').find(line => line !== '' && !/"status":20[01]/.test(line))
      if (refused) throw new AppError('internal', `POST /orders:batch: ${refused}`)
    },
    /** Of its only 1C. */
    exportOf: async (orderId: string) => (await listOf<OrderExport>(`/orders/${orderId}/exports`))[0]!,
    /** What each 1C says of the order. */
    accounting: (orderId: string) => listOf<AccountingItem>(`/orders/${orderId}/accounting`),
    /** What the journal says of the integration's latest exchange. */
    lastExchange: async (integrationId: string) =>
      (await listOf<Exchange>(`/exchanges?integrationId=${integrationId}&limit=1`))[0]!.summary,
    owed: async (integrationId: string) =>
      (await get<IntegrationWithPassword>(`/integrations/${integrationId}`)).counts.owed,
  }
}

/** An event that a webhook delivered, and whether its signature was right. */
interface ReceivedEvent {
  type: string
  data: { orderId?: string; revision?: number; posted?: boolean; shipped?: object | null }
  verified: boolean
}

const TIMEOUT_MS = 20_000
const STALE_SECONDS = 300

/** The platform's side of a webhook: it checks the signatures of deliveries. */
export type WebhookReceiver = Awaited<ReturnType<typeof openWebhookReceiver>>

export async function openWebhookReceiver() {
  const received: ReceivedEvent[] = []
  let heard = (): void => {}
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    const verified = isSigned(request.headers, body, receiver.secret)
    received.push({ ...(JSON.parse(body) as Pick<ReceivedEvent, 'type' | 'data'>), verified })
    response.writeHead(verified ? 204 : 401).end()
    heard()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/obmen`,
    secret: '',
    received,
    /** Resolves once this many events have arrived, or after TIMEOUT_MS. */
    until: (count: number) =>
      new Promise<void>(resolve => {
        const timer = setTimeout(resolve, TIMEOUT_MS)
        heard = () => {
          if (received.length < count) return
          clearTimeout(timer)
          resolve()
        }
        heard()
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return receiver
}

/** Standard Webhooks, as docs/platform.md shows it to platforms. */
function isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > STALE_SECONDS) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map(signature => Buffer.from(signature.replace('v1,', ''), 'base64'))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected))
}
