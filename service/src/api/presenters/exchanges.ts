import type { Exchange, ExchangeEntry, ExchangeOrder } from '@obmen/contract/rest'
import { companiesIn, type Scope } from '../../db/scope.js'
import type { ExchangeEntry as EntryRow } from '../../journal/exchanges/get-exchange.js'
import type { ListedExchange } from '../../journal/exchanges/list-runs.js'
import type { ExchangeOrder as OrderRow } from '../../orders/listing/exchange-orders.js'
import type { StoredFinding } from '../../preflight/stored-findings.js'
import { presentStored } from './findings.js'

export function presentExchange(row: ListedExchange): Exchange {
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
    ending: row.ending,
    note: row.note,
    notes: row.notes,
    ...(row.run && { run: { ...row.run, since: row.run.since.toISOString() } }),
  }
}

/** As `scope` sees it: an accountant does not need the login. */
export function presentEntry(row: EntryRow, scope: Scope): ExchangeEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    durationMs: row.durationMs,
    method: row.method,
    url: row.url,
    type: row.type,
    mode: row.mode,
    login: companiesIn(scope) === null ? row.login : null,
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

/** `found`: the findings of these orders at any integration. */
export function presentExchangeOrder(row: OrderRow, found: readonly StoredFinding[]): ExchangeOrder {
  const { key, integrationKey, ...order } = row
  const findings = found.filter(
    one => one.orderKey === key && one.integrationKey === integrationKey && one.severity !== 'note',
  )
  return { ...order, findings: findings.map(presentStored) }
}
