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
export interface Platform {
  addCompany(company: SampleCompany): Promise<Company>
  connect(company: SampleCompany, companyId: string): Promise<IntegrationWithPassword>
  put(order: Partial<Order>): Promise<SavedOrder>
  putMany(orders: readonly Partial<Order>[]): Promise<void>
  exports(orderId: string): Promise<OrderExport[]>
  /** What each 1C says of the order. */
  accounting(orderId: string): Promise<AccountingItem[]>
  owed(integrationId: string): Promise<number>
  /** What the journal says of the integration's latest exchange. */
  lastExchange(integrationId: string): Promise<string>
  addWebhook(url: string): Promise<WebhookWithSecret>
}

export function openPlatform(address: string, token: string): Platform {
  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
    type = 'application/json',
  ): Promise<T> {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new AppError('internal', `${method} ${path}: ${answer.status} ${text}`)
    return (type === 'application/json' ? JSON.parse(text) : text) as T
  }

  return {
    addWebhook: url =>
      call('POST', '/webhooks', { url, types: ['order.exported', 'order.accounting.updated'] }),
    addCompany: ({ name, inn, kpp }) => call('POST', '/companies', { name, inn, ...(kpp && { kpp }) }),
    connect: ({ integration, settings }, companyId) =>
      call('POST', '/integrations', { class: 'CommerceML', name: integration, settings, companyId }),
    put: order => call('PUT', `/orders/${encodeURIComponent(order.id!)}`, order),
    async putMany(orders) {
      const lines = orders.map(order => `${JSON.stringify(order)}\n`).join('')
      const answers = await call<string>('POST', '/orders:batch', lines, 'application/x-ndjson')
      const refused = answers.split('\n').find(line => line !== '' && !/"status":20[01]/.test(line))
      if (refused) throw new AppError('internal', `POST /orders:batch: ${refused}`)
    },
    exports: async orderId =>
      (await call<{ items: OrderExport[] }>('GET', `/orders/${encodeURIComponent(orderId)}/exports`)).items,
    accounting: async orderId =>
      (await call<{ items: AccountingItem[] }>('GET', `/orders/${encodeURIComponent(orderId)}/accounting`))
        .items,
    lastExchange: async integrationId =>
      (await call<{ items: Exchange[] }>('GET', `/exchanges?integrationId=${integrationId}&limit=1`))
        .items[0]!.summary,
    owed: async integrationId =>
      (await call<IntegrationWithPassword>('GET', `/integrations/${integrationId}`)).counts.owed,
  }
}

/** An event that a webhook delivered, and whether its signature was right. */
interface ReceivedEvent {
  type: string
  data: { orderId?: string; revision?: number; posted?: boolean; shipped?: object | null }
  verified: boolean
}

/** The platform's side of a webhook: it checks the signatures of deliveries. */
export interface WebhookReceiver extends AsyncDisposable {
  url: string
  secret: string
  received: ReceivedEvent[]
  /** Resolves once this many events have arrived, or after TIMEOUT_MS. */
  until(count: number): Promise<void>
}

const TIMEOUT_MS = 20_000
const STALE_SECONDS = 300

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
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
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/obmen`,
    secret: '',
    received,
    until: count =>
      new Promise(resolve => {
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
