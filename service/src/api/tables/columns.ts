import { numbersIn1C } from '@obmen/contract'
import type { Exchange } from '../../journal/exchanges/exchange.js'
import type { ListedOrder } from '../../orders/listing/list-orders.js'
import type { Company } from '../../places/companies.js'
import type { Column } from './table.js'
import type { TableTexts } from './texts-tables.js'

/** `only`: the integration that the list is of, if it is of one. */
export function orderColumns(
  { orders: t, states, yes, no }: TableTexts,
  only: string | undefined,
): Column<ListedOrder>[] {
  return [
    { title: t.number, kind: 'text', value: order => String(order.sequenceNumber) },
    { title: t.platformNumber, kind: 'text', value: order => order.platformNumber },
    { title: t.id, kind: 'text', value: order => order.id },
    { title: t.company, kind: 'text', value: order => order.companyName },
    { title: t.placedAt, kind: 'time', value: order => order.placedAt },
    { title: t.customer, kind: 'text', value: order => order.customerName },
    { title: t.total, kind: 'number', value: order => order.total },
    { title: t.currency, kind: 'text', value: order => order.currency },
    { title: t.status, kind: 'text', value: order => order.status },
    { title: t.canceled, kind: 'text', value: order => (order.canceled ? yes : no) },
    { title: t.gateways, kind: 'text', value: order => order.gateways.join(', ') },
    { title: t.revision, kind: 'number', value: order => order.revision },
    { title: t.receivedAt, kind: 'time', value: order => order.receivedAt },
    { title: t.changedAt, kind: 'time', value: order => order.changedAt },
    {
      title: t.exports,
      kind: 'text',
      value: order =>
        order.exports
          .map(({ integrationName, state }) => `${integrationName}: ${states[state] ?? state}`)
          .join('; '),
    },
    {
      title: t.numberIn1C,
      kind: 'text',
      value: order => numbersIn1C(String(order.sequenceNumber), order.exports, only).join(', '),
    },
  ]
}

export function exchangeColumns({ exchanges: t, outcomes }: TableTexts): Column<Exchange>[] {
  return [
    { title: t.id, kind: 'text', value: exchange => String(exchange.id) },
    { title: t.startedAt, kind: 'time', value: exchange => exchange.startedAt },
    { title: t.integration, kind: 'text', value: exchange => exchange.integrationName },
    { title: t.outcome, kind: 'text', value: ({ outcome }) => outcomes[outcome] ?? outcome },
    { title: t.offered, kind: 'number', value: exchange => exchange.ordersOffered },
    { title: t.confirmed, kind: 'number', value: exchange => exchange.ordersConfirmed },
    { title: t.seconds, kind: 'number', value: exchange => (exchange.durationMs / 1000).toFixed(1) },
    { title: t.client, kind: 'text', value: exchange => exchange.client },
    { title: t.address, kind: 'text', value: exchange => exchange.address },
  ]
}

export function companyColumns({ companies: t, yes, no }: TableTexts): Column<Company>[] {
  return [
    { title: t.name, kind: 'text', value: company => company.name },
    { title: t.inn, kind: 'text', value: company => company.inn },
    { title: t.kpp, kind: 'text', value: company => company.kpp },
    { title: t.id, kind: 'text', value: company => company.id },
    { title: t.integrations, kind: 'number', value: company => company.integrationCount },
    { title: t.orders, kind: 'number', value: company => company.orderCount },
    { title: t.archived, kind: 'text', value: company => (company.archivedAt ? yes : no) },
    { title: t.createdAt, kind: 'time', value: company => company.createdAt },
  ]
}
