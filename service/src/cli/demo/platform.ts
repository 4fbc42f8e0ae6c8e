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
