import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.generated.js'
import { type BatchOptions, batchSender, type Order, type OrderAnswer, putOrders } from './put-orders.js'
import { type RetryOptions, retrying } from './retrying.js'

export interface ObmenOptions extends RetryOptions {
  /** The address of Obmen, `https://obmen.example.ru`. */
  url: string
  /** An API token, `obm_…`. */
  token: string
}

/** Every operation of the API by method and path, and the ones that are more than a request. */
export interface Obmen extends Client<paths> {
  /** Puts any number of orders, and answers each in its turn. */
  putOrders(
    orders: Iterable<Order> | AsyncIterable<Order>,
    options?: BatchOptions,
  ): AsyncGenerator<OrderAnswer>
}

export function openObmen({ url, token, ...retries }: ObmenOptions): Obmen {
  const baseUrl = url.replace(/\/+$/, '')
  const headers = { authorization: `Bearer ${token}` }
  const send = retrying(retries)
  const client = createClient<paths>({ baseUrl, headers, fetch: send })
  // Obmen does once what is repeated with the same key.
  client.use({
    onRequest({ request }) {
      const isNew = request.method === 'POST' && !request.headers.has('idempotency-key')
      if (isNew) request.headers.set('idempotency-key', crypto.randomUUID())
    },
  })
  return {
    ...client,
    putOrders: (orders, options = {}) =>
      putOrders(batchSender(send, baseUrl, headers, options.signal), orders, {
        ...options,
        retries: retries.retries,
      }),
  }
}
