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
  return {
    ...createClient<paths>({ baseUrl, headers, fetch: send }),
    putOrders: (orders, options = {}) =>
      putOrders(batchSender(send, baseUrl, headers, options.signal), orders, {
        ...options,
        retries: retries.retries,
      }),
  }
}
