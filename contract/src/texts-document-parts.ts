/** Parts of a 1C document that can change, as events name them, with their Russian names. */
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
