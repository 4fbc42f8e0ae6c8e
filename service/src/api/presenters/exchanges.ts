import type { Exchange, ExchangeEntry, ExchangeOrder } from '@obmen/contract/rest'
import { companiesIn, type Scope } from '../../db/scope.js'
import type { ExchangeEntry as EntryRow } from '../../journal/exchanges/get-exchange.js'
import type { ListedExchange } from '../../journal/exchanges/list-runs.js'
import type { ExchangeOrder as OrderRow } from '../../orders/listing/exchange-orders.js'
import type { StoredFinding } from '../../preflight/stored-findings.js'
import { dated } from './dated.js'
import { presentStored } from './findings.js'

export function presentExchange({ run, ...row }: ListedExchange): Exchange {
  return { ...dated(row), ...(run && { run: dated(run) }) }
}

/** As `scope` sees it: an accountant does not need the login. */
export function presentEntry(row: EntryRow, scope: Scope): ExchangeEntry {
  return { ...dated(row), login: companiesIn(scope) === null ? row.login : null }
}

/** `found`: the findings of these orders at any integration. */
export function presentExchangeOrder(row: OrderRow, found: readonly StoredFinding[]): ExchangeOrder {
  const { key, integrationKey, ...order } = row
  const findings = found.filter(
    one => one.orderKey === key && one.integrationKey === integrationKey && one.severity !== 'note',
  )
  return { ...order, findings: findings.map(presentStored) }
}
