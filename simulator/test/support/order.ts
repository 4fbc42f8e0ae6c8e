/** What of an order the tests change; the rest is what all five configurations take without a word. */
export interface OrderParts {
  number?: string
  date?: string
  time?: string
  operation?: string
  currency?: string
  total?: string
  customer?: string
  taxes?: string
  lines?: string
  requisites?: string
  /** Any more elements at the end. */
  more?: string
}

export const CUSTOMER =
  '<Контрагенты><Контрагент><Ид>client-77</Ид><Наименование>Петров Пётр</Наименование><Роль>Покупатель</Роль>' +
  '<ПолноеНаименование>Петров Пётр Петрович</ПолноеНаименование>' +
  '<Адрес><Представление>г. Пермь, ул. Мира, 1</Представление></Адрес>' +
  '<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>+73420000001</Значение></Контакт>' +
  '<Контакт><Тип>Почта</Тип><Значение>p@example.ru</Значение></Контакт></Контакты></Контрагент></Контрагенты>'

export const TAXES =
  '<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>200.00</Сумма><Ставка>20</Ставка></Налог></Налоги>'

export interface LineParts {
  id?: string
  article?: string
  name?: string
  quantity?: string
  price?: string
  amount?: string
  rate?: string
  service?: boolean
  more?: string
}

/** A line; an undefined part is left out with its element when given as `''`. */
export function line(parts: LineParts = {}): string {
  const {
    id = 'A-1',
    article = id,
    name = 'Кружка',
    quantity = '2',
    price = '600.00',
    amount = '1200.00',
    rate = '20',
  } = parts
  const kind = parts.service === true ? 'Услуга' : 'Товар'
  return (
    `<Товар>${tag('Ид', id)}${tag('Артикул', article)}${tag('Наименование', name)}` +
    '<БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт</БазоваяЕдиница>' +
    `${tag('ЦенаЗаЕдиницу', price)}${tag('Количество', quantity)}${tag('Сумма', amount)}` +
    (rate === '' ? '' : vatRate(rate)) +
    requisites({ ВидНоменклатуры: kind, ТипНоменклатуры: kind }) +
    `${parts.more ?? ''}</Товар>`
  )
}

function vatRate(rate: string): string {
  return `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${rate}</Ставка></СтавкаНалога></СтавкиНалогов>`
}

/** `ЗначенияРеквизитов`; an empty value makes an empty element. */
export function requisites(values: Record<string, string>): string {
  const entries = Object.entries(values).map(
    ([name, value]) =>
      `<ЗначениеРеквизита><Наименование>${name}</Наименование>${value === '' ? '<Значение/>' : tag('Значение', value)}</ЗначениеРеквизита>`,
  )
  return `<ЗначенияРеквизитов>${entries.join('')}</ЗначенияРеквизитов>`
}

export const PAID = {
  'Заказ оплачен': 'true',
  'Метод оплаты': 'Карта',
  'Метод оплаты ИД': 'card',
  'Дата оплаты': '2026-03-01',
  'Номер платежного документа': '17',
}

export function order(parts: OrderParts = {}): string {
  const {
    number = '15',
    date = '2026-03-01',
    time = '12:30:05',
    operation = 'Заказ товара',
    currency = 'RUB',
  } = parts
  return (
    `<Документ>${number === '' ? '' : tag('Ид', `id-${number}`)}${tag('Номер', number)}${tag('Дата', date)}${tag('Время', time)}` +
    `${tag('ХозОперация', operation)}<Роль>Продавец</Роль>${tag('Валюта', currency)}<Курс>1</Курс>` +
    `${tag('Сумма', parts.total ?? '1200.00')}${parts.customer ?? CUSTOMER}${parts.taxes ?? TAXES}` +
    `<Товары>${parts.lines ?? line()}</Товары>${parts.requisites ?? requisites({ 'Статус заказа': 'Принят' })}` +
    `${parts.more ?? ''}</Документ>`
  )
}

export function answer(...documents: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.08" ДатаФормирования="2026-03-02T10:00:00">${documents.join('')}</КоммерческаяИнформация>`
}

export function subordinate(...payments: string[]): string {
  return `<ПодчиненныеДокументы>${payments.join('')}</ПодчиненныеДокументы>`
}

export function payment(
  parts: {
    id?: string
    number?: string
    date?: string
    amount?: string
    values?: Record<string, string>
  } = {},
): string {
  const { id = 'pay-17', number = '17', date = '2026-03-01', amount = '1200.00' } = parts
  const values = parts.values ?? { 'Метод оплаты': 'Карта', 'Метод оплаты ИД': 'card', Оплачено: 'true' }
  return (
    `<ПодчиненныйДокумент>${tag('Ид', id)}${tag('Номер', number)}${tag('Дата', date)}<ХозОперация>Эквайринговая операция</ХозОперация>` +
    `${tag('Сумма', amount)}${requisites(values)}</ПодчиненныйДокумент>`
  )
}

/** Left out when the text is empty. */
function tag(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${text}</${name}>`
}
