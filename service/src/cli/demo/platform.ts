import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Order, openObmen, orThrow, verifyWebhook } from '@obmen/sdk'
import { AppError } from '../../errors/app-error.js'
import type { SampleCompany } from './texts-samples.js'

/** The journal is written so often. */
const JOURNAL_MS = 500

/** What the platform does, over the same REST that any platform uses. */
export type Platform = ReturnType<typeof openPlatform>

export function openPlatform(url: string, token: string) {
  const obmen = openObmen({ url, token })
  return {
    addWebhook: (url: string) =>
      orThrow(
        obmen.POST('/api/v1/webhooks', {
          body: { url, types: ['order.exported', 'order.accounting.updated'] },
        }),
      ),
    addCompany: ({ name, inn, kpp }: SampleCompany) =>
      orThrow(obmen.POST('/api/v1/companies', { body: { name, inn, ...(kpp && { kpp }) } })),
    connect: ({ integration: name, settings }: SampleCompany, companyId: string) =>
      orThrow(
        obmen.POST('/api/v1/integrations', { body: { class: 'CommerceML', name, settings, companyId } }),
      ),
    put: (order: Order) =>
      orThrow(obmen.PUT('/api/v1/orders/{id}', { params: { path: { id: order.id } }, body: order })),
    async putMany(orders: readonly Order[]) {
      for await (const answer of obmen.putOrders(orders))
        if (answer.status >= 300) throw new AppError('internal', JSON.stringify(answer))
    },
    /** Of its only 1C. */
    exportOf: async (id: string) =>
      (await orThrow(obmen.GET('/api/v1/orders/{id}/exports', { params: { path: { id } } }))).items[0]!,
    /** What each 1C says of the order. */
    accounting: async (id: string) =>
      (await orThrow(obmen.GET('/api/v1/orders/{id}/accounting', { params: { path: { id } } }))).items,
    /** What the journal says of the integration's latest exchange, once its end is written. */
    lastExchange: async (integrationId: string) => {
      const query = { integrationId, limit: 1 }
      for (;;) {
        const { items } = await orThrow(obmen.GET('/api/v1/exchanges', { params: { query } }))
        if (items[0]!.outcome !== 'running') return items[0]!.summary
        await delay(JOURNAL_MS)
      }
    },
    /** Has the 1C of the integration read, when it is asked to and not by the clock. */
    read: (id: string, connection: { url: string; login: string; password: string }) =>
      orThrow(
        obmen.PUT('/api/v1/integrations/{id}/reading', {
          params: { path: { id } },
          body: { ...connection, everyMinutes: 1440 },
        }),
      ),
    readNow: (id: string) =>
      orThrow(obmen.POST('/api/v1/integrations/{id}/reading:run', { params: { path: { id } } })),
    reading: (id: string) =>
      orThrow(obmen.GET('/api/v1/integrations/{id}/reading', { params: { path: { id } } })),
    /** What 1C does not have. */
    missing: async (id: string) => {
      const params = { path: { id }, query: { state: 'missing' as const } }
      return (await orThrow(obmen.GET('/api/v1/integrations/{id}/reconciliation', { params }))).items
    },
    owed: async (id: string) =>
      (await orThrow(obmen.GET('/api/v1/integrations/{id}', { params: { path: { id } } }))).counts.owed,
  }
}

/** An event that a webhook delivered, and whether its signature was right. */
interface ReceivedEvent {
  type: string
  data: { orderId?: string; revision?: number; posted?: boolean; shipped?: object | null }
  verified: boolean
}

const TIMEOUT_MS = 20_000

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

function isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  try {
    return verifyWebhook(secret, headers, body) !== undefined
  } catch {
    return false
  }
}
