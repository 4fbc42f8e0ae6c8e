import type { ReportedDocument } from '../../accounting/reported-document.js'

/**
 * The state, in 1C's words, in which it accepts no more changes of an order; undefined if it still does, as far as it has reported.
 */
export function finalStateOf({
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
