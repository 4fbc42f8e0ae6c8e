import type { Exchange, ExchangeEntry, ExchangeOrder } from '@obmen/contract/rest'
import type { Exchange as ExchangeRow } from '../../journal/exchanges/exchange.js'
import type { ExchangeEntry as EntryRow } from '../../journal/exchanges/get-exchange.js'
import type { ExchangeOrder as OrderRow } from '../../orders/listing/exchange-orders.js'

export function presentExchange(row: ExchangeRow): Exchange {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    startedAt: row.startedAt.toISOString(),
    lastCallAt: row.lastCallAt.toISOString(),
    durationMs: row.durationMs,
    client: row.client,
    address: row.address,
    steps: row.steps,
    ordersOffered: row.ordersOffered,
    ordersConfirmed: row.ordersConfirmed,
    outcome: row.outcome,
    summary: row.summary,
  }
}

export function presentEntry(row: EntryRow): ExchangeEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    durationMs: row.durationMs,
    method: row.method,
    url: row.url,
    type: row.type,
    mode: row.mode,
    login: row.login,
    status: row.status,
    outcome: row.outcome,
    orderCount: row.orderCount,
    batchId: row.batchId,
    repeats: row.repeats,
    requestHeaders: row.requestHeaders,
    responseHeaders: row.responseHeaders,
    requestSize: row.requestSize,
    requestKept: row.requestKept,
    responseSize: row.responseSize,
    responseKept: row.responseKept,
    responseText: row.responseText,
  }
}

export function presentExchangeOrder(row: OrderRow): ExchangeOrder {
  return row
}
