/** What of a document in 1C can change, in the words of events, and what it is called in Russian. */
export const DOCUMENT_PART_NAMES = {
  document: 'документ',
  posted: 'проведение',
  deleted: 'пометка удаления',
  canceled: 'отмена',
  status: 'статус',
  total: 'сумма',
  paid: 'оплата',
  shipped: 'отгрузка',
  payments: 'документы оплаты',
  shipments: 'документы отгрузки',
  delivery: 'доставка',
  comment: 'комментарий',
  customer: 'покупатель',
  lines: 'строки',
  requisites: 'реквизиты',
} as const

export type DocumentPart = keyof typeof DOCUMENT_PART_NAMES
export const DOCUMENT_PARTS = Object.keys(DOCUMENT_PART_NAMES) as readonly DocumentPart[]
