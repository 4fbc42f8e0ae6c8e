import { numbersIn1C } from '@obmen/contract'
import type { Exchange } from '../../journal/exchanges/exchange.js'
import { moneyText, scaled } from '../../orders/decimal.js'
import type { BookedOrder } from '../../orders/listing/book-facts.js'
import type { Company } from '../../places/companies.js'
import type { ReconciledOrder } from '../../reading/list-reconciliation.js'
import { describeReconciliation } from '../../reading/texts-reconciliation.js'
import type { ApiRequest } from '../../requests/list-requests.js'
import type { Task } from '../../tasks/task.js'
import { presentTask } from '../presenters/findings.js'
import type { Column } from './table.js'
import type { TableTexts } from './texts-tables.js'

/** `only`: the integration that the list is of, if it is of one; `labels`: names of statuses. */
export function orderColumns(
  { orders: t, states, yes, no }: TableTexts,
  only: string | undefined,
  labels: Record<string, string>,
): Column<BookedOrder>[] {
  const documentsOf = ({ documents }: BookedOrder) =>
    documents.filter(({ integrationId }) => only === undefined || integrationId === only)
  return [
    {
      title: t.numberIn1C,
      kind: 'text',
      value: order => numbersIn1C(String(order.sequenceNumber), order.exports, only).join(', '),
    },
    { title: t.platformNumber, kind: 'text', value: order => order.number },
    { title: t.id, kind: 'text', value: order => order.id },
    { title: t.company, kind: 'text', width: 32, value: order => order.companyName },
    { title: t.placedAt, kind: 'time', value: order => order.placedAt },
    { title: t.customer, kind: 'text', width: 36, value: order => order.customerName },
    { title: t.inn, kind: 'text', value: order => order.inn },
    { title: t.kpp, kind: 'text', value: order => order.kpp },
    { title: t.total, kind: 'money', value: order => order.total },
    { title: t.vat, kind: 'money', value: order => order.vat },
    { title: t.currency, kind: 'text', value: order => order.currency },
    { title: t.status, kind: 'text', value: ({ status }) => labels[status] ?? status },
    { title: t.canceled, kind: 'text', value: order => (order.canceled ? yes : no) },
    { title: t.paid, kind: 'money', value: order => order.paid },
    { title: t.paidAt, kind: 'time', value: order => order.paidAt },
    { title: t.gateways, kind: 'text', value: order => order.gateways.join(', ') },
    {
      title: t.document,
      kind: 'text',
      value: order =>
        documentsOf(order)
          .flatMap(({ number }) => number ?? [])
          .join(', '),
    },
    { title: t.documentDate, kind: 'day', value: order => documentsOf(order)[0]?.date ?? null },
    {
      title: t.exports,
      kind: 'text',
      width: 36,
      value: order =>
        order.exports
          .map(({ integrationName, state }) => `${integrationName}: ${states[state] ?? state}`)
          .join('; '),
    },
    { title: t.revision, kind: 'number', value: order => order.revision },
    { title: t.receivedAt, kind: 'time', value: order => order.createdAt },
    { title: t.changedAt, kind: 'time', value: order => order.updatedAt },
  ]
}

export function taskColumns({ orders, tasks: t }: TableTexts): Column<Task>[] {
  return [
    { title: orders.numberIn1C, kind: 'text', value: task => task.numberIn1c },
    { title: orders.platformNumber, kind: 'text', value: task => task.number },
    { title: orders.id, kind: 'text', value: task => task.orderId },
    { title: t.task, kind: 'sentence', value: task => presentTask(task).message },
    { title: t.amount, kind: 'money', value: task => task.params.amount ?? null },
    { title: orders.currency, kind: 'text', value: task => task.params.currency ?? null },
    { title: orders.company, kind: 'text', width: 32, value: task => task.companyName },
    { title: t.integration, kind: 'text', width: 24, value: task => task.integrationName },
    { title: t.createdAt, kind: 'time', value: task => task.createdAt },
    { title: t.doneAt, kind: 'time', value: task => task.doneAt },
    { title: t.doneBy, kind: 'text', width: 24, value: task => task.doneBy },
  ]
}

/** `labels`: names of the platform's statuses. */
export function reconciliationColumns(
  { orders, reconciliation: t, standings }: TableTexts,
  labels: Record<string, string>,
): Column<ReconciledOrder>[] {
  return [
    { title: orders.numberIn1C, kind: 'text', value: order => order.numberIn1c },
    { title: orders.platformNumber, kind: 'text', value: order => order.number },
    { title: orders.id, kind: 'text', value: order => order.orderId },
    { title: orders.placedAt, kind: 'time', value: order => order.placedAt },
    { title: orders.customer, kind: 'text', width: 36, value: order => order.customerName },
    { title: orders.status, kind: 'text', value: ({ status }) => labels[status] ?? status },
    { title: orders.total, kind: 'money', value: order => order.total },
    { title: orders.paid, kind: 'money', value: order => order.paid },
    { title: orders.currency, kind: 'text', value: order => order.currency },
    { title: t.state, kind: 'text', value: ({ state }) => standings[state] },
    { title: orders.document, kind: 'text', width: 24, value: order => ofDocuments(order, 'number') },
    {
      title: orders.documentDate,
      kind: 'day',
      value: order => order.documents[0]?.date?.slice(0, 10) ?? null,
    },
    { title: t.totalIn1c, kind: 'money', value: order => sumOf(order, 'total') },
    { title: t.paidIn1c, kind: 'money', value: order => sumOf(order, 'paid') },
    { title: t.statusIn1c, kind: 'text', value: order => ofDocuments(order, 'status') },
    { title: t.message, kind: 'sentence', value: order => describeReconciliation(order) },
    { title: t.since, kind: 'time', value: order => order.since },
    { title: t.seenAt, kind: 'time', value: order => order.seenAt },
  ]
}

const ofDocuments = ({ documents }: ReconciledOrder, what: 'number' | 'status'): string =>
  documents.flatMap(document => document[what] ?? []).join(', ')

/** What all documents of an order have in 1C, whatever becomes of the second; null: none of them says. */
function sumOf({ documents }: ReconciledOrder, what: 'total' | 'paid'): string | null {
  const sums = documents.flatMap(document => document[what] ?? [])
  return sums.length === 0 ? null : moneyText(sums.reduce((all, one) => all + scaled(one, 2), 0n))
}

export function exchangeColumns({ exchanges: t, outcomes }: TableTexts): Column<Exchange>[] {
  return [
    { title: t.id, kind: 'text', value: exchange => String(exchange.id) },
    { title: t.startedAt, kind: 'time', value: exchange => exchange.startedAt },
    { title: t.integration, kind: 'text', width: 32, value: exchange => exchange.integrationName },
    { title: t.outcome, kind: 'text', width: 24, value: ({ outcome }) => outcomes[outcome] ?? outcome },
    { title: t.offered, kind: 'number', value: exchange => exchange.ordersOffered },
    { title: t.confirmed, kind: 'number', value: exchange => exchange.ordersConfirmed },
    { title: t.seconds, kind: 'number', value: exchange => (exchange.durationMs / 1000).toFixed(1) },
    { title: t.client, kind: 'text', width: 40, value: exchange => exchange.client },
    { title: t.address, kind: 'text', value: exchange => exchange.address },
  ]
}

export function requestColumns({ requests: t, orders, yes, no }: TableTexts): Column<ApiRequest>[] {
  return [
    { title: t.at, kind: 'time', value: request => request.at },
    { title: t.request, kind: 'text', width: 40, value: ({ method, path }) => `${method} ${path}` },
    { title: orders.id, kind: 'text', value: request => request.orderId },
    { title: t.line, kind: 'number', value: request => request.line },
    { title: t.answer, kind: 'number', value: request => request.status },
    { title: t.accepted, kind: 'text', value: ({ refused }) => (refused ? no : yes) },
    { title: t.why, kind: 'sentence', value: request => request.detail },
    {
      title: t.fields,
      kind: 'sentence',
      value: ({ errors }) => errors?.map(({ path, message }) => `${path}: ${message}`).join('\n') ?? null,
    },
    {
      title: t.who,
      kind: 'text',
      width: 24,
      value: ({ token, person }) => token?.name ?? person?.email ?? null,
    },
    { title: t.milliseconds, kind: 'number', value: request => request.durationMs },
    { title: t.requestId, kind: 'text', value: request => request.requestId },
  ]
}

export function companyColumns({ companies: t, yes, no }: TableTexts): Column<Company>[] {
  return [
    { title: t.name, kind: 'text', width: 36, value: company => company.name },
    { title: t.inn, kind: 'text', value: company => company.inn },
    { title: t.kpp, kind: 'text', value: company => company.kpp },
    { title: t.id, kind: 'text', value: company => company.id },
    { title: t.integrations, kind: 'number', value: company => company.integrationCount },
    { title: t.orders, kind: 'number', value: company => company.orderCount },
    { title: t.archived, kind: 'text', value: company => (company.archivedAt ? yes : no) },
    { title: t.createdAt, kind: 'time', value: company => company.createdAt },
  ]
}
