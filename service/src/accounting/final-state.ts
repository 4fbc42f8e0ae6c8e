import type { ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../clients/index.js'
import { scaled } from '../orders/decimal.js'
import type { ReportedDocument } from './reported-document.js'

export type StateFacts = Pick<
  ReportedDocument,
  'shipped' | 'deleted' | 'canceled' | 'status' | 'lines' | 'total'
>

/** The state, in 1C's words, in which it accepts no more changes of an order; undefined if it still does. */
export function finalStateOf(reported: StateFacts, client: ClientChoice): string | undefined {
  const { shipped, deleted, status } = reported
  if (deleted) return 'Помечен на удаление'
  if (isCanceledIn1c(reported, client)) return 'Отменен'
  if (shipped) return 'Отгружен'
  return status !== null && /^(завершен|завершён|закрыт)/i.test(status) ? status : undefined
}

/**
 * УТ and Розница cancel line by line, and have no word for a canceled order: no line is left then. УТ goes on
 * writing its canceled lines, but does not count them in the total.
 */
export function isCanceledIn1c(
  { canceled, lines, total }: Pick<StateFacts, 'canceled' | 'lines' | 'total'>,
  client: ClientChoice,
): boolean {
  const { cancelsLines } = PROFILES[client]
  if (canceled || cancelsLines === undefined || lines === null) return canceled
  const counts = lines.some(({ amount }) => amount !== null && scaled(amount, 2) > 0n)
  return lines.length === 0 || (cancelsLines === 'uncounted' && total === '0.00' && counts)
}

/**
 * Whether 1C certainly leaves its document as it is when it is sent the order, and confirms it all the same.
 * The mark of deletion alone does not prevent an update, nor does a shipment in Розница, which looks at
 * «Закрыт» only.
 */
export function skipsChanges(reported: StateFacts, client: ClientChoice): boolean {
  const { skipsChanges: skips } = PROFILES[client]
  const shipped = skips === 'closed' ? null : reported.shipped
  return skips !== undefined && finalStateOf({ ...reported, shipped, deleted: false }, client) !== undefined
}

/** Whether 1C creates payments although it skips changes: УНФ does until the order is closed. */
export function takesPayments(reported: StateFacts, client: ClientChoice): boolean {
  return PROFILES[client].paysShippedOrders === true && !skipsChanges({ ...reported, shipped: null }, client)
}
