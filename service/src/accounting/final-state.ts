import type { ClientChoice } from '@obmen/contract/settings'
import type { ReportedDocument } from './reported-document.js'

/** The facts that tell whether 1C still accepts changes of an order. */
type StateFacts = Pick<ReportedDocument, 'shipped' | 'deleted' | 'canceled' | 'status'>

/**
 * The state, in 1C's words, in which it accepts no more changes of an order; undefined if it still does, as far as it has reported.
 */
export function finalStateOf({ shipped, deleted, canceled, status }: StateFacts): string | undefined {
  if (deleted) return 'Помечен на удаление'
  if (canceled) return 'Отменен'
  if (shipped) return 'Отгружен'
  return status !== null && /^(завершен|завершён|закрыт)/i.test(status) ? status : undefined
}

/** The clients whose code was examined for this (ПолучитьРанееЗагруженныеДокументы). */
const EXAMINED: readonly ClientChoice[] = ['ut', 'unf', 'rt']

/**
 * Whether 1C certainly leaves its document as it is when it is sent the order, and confirms it all the same. The mark of deletion alone
 * does not prevent an update, nor does a shipment in Розница, which looks at «Закрыт» only.
 */
export function skipsChanges(reported: StateFacts, client: ClientChoice): boolean {
  const shipped = client === 'rt' ? null : reported.shipped
  return EXAMINED.includes(client) && finalStateOf({ ...reported, shipped, deleted: false }) !== undefined
}

/** Whether 1C, though it skips changes, still creates payments that it is sent: УНФ does until the order is closed. */
export function takesPayments(reported: StateFacts, client: ClientChoice): boolean {
  return client === 'unf' && !skipsChanges({ ...reported, shipped: null }, client)
}
