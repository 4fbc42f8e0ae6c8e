import type { ReportedDocument } from '../../accounting/reported-document.js'

/**
 * The state, in 1C's words, in which it accepts no more changes of an order; undefined while it does, as far as it has reported.
 */
export function stateMovedOn({
  shipped,
  deleted,
  canceled,
  status,
}: Pick<ReportedDocument, 'shipped' | 'deleted' | 'canceled' | 'status'>): string | undefined {
  if (deleted) return 'Помечен на удаление'
  if (canceled) return 'Отменен'
  if (shipped) return 'Отгружен'
  return status !== null && /^(завершен|завершён|закрыт)/i.test(status) ? status : undefined
}
