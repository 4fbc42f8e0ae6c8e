/** Fields of УНФ's order that an attribute of the same name would overwrite: its number, its sum. */
export const RESERVED_TEXTS = [
  'Номер',
  'Дата',
  'Ссылка',
  'Курс',
  'Кратность',
  'Сумма документа',
  'Сумма НДС доставки',
  'Процент скидки',
  'Сумма скидки',
]

/** Appended to a reserved attribute name, so that 1C stores the value without acting on it. */
export const RESERVED_SUFFIX = ' (с сайта)'
