import type { ReadingPhase } from './reading.js'

/** What a reading reads now, by its phase. Russian. */
export const PHASE_TEXTS: Readonly<Record<ReadingPhase, string>> = {
  published: 'Смотрит, какие данные опубликованы',
  organization: 'Ищет организацию',
  marks: 'Ищет документы по идентификатору заказа',
  documents: 'Читает счета',
  known: 'Проверяет известные документы',
  statuses: 'Читает статусы',
  payments: 'Читает оплаты',
  shipments: 'Читает отгрузки и акты',
  conclude: 'Сверяет заказы',
}
