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

/** Added to the name of an attribute that may not carry it, so that 1C keeps the value and obeys nothing. */
export const RESERVED_SUFFIX = ' (с сайта)'
