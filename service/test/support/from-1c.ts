/** Files as 1C uploads them, with the values of the test. */

export interface UploadedLine {
  id?: string
  name: string
  quantity?: string
  price?: string
  amount: string
  kind?: string
}

export interface UploadedOrder {
  id?: string
  number: string
  total?: string
  currency?: string
  lines?: readonly UploadedLine[]
  requisites?: Readonly<Record<string, string>>
  /** XML of subordinate documents. */
  subordinate?: string
  comment?: string
}

export const GUID = 'b7a30001-0000-11ef-8f00-00155d000001'

export function uploadedOrder(order: UploadedOrder): string {
  const {
    id = GUID,
    number,
    total = '100.00',
    currency = '643',
    lines = [],
    requisites = {},
    subordinate,
  } = order
  return `<Документ><Ид>${id}</Ид><Номер>${number}</Номер><Дата>2026-11-17</Дата><ХозОперация>Заказ товара</ХозОперация>
<Роль>Продавец</Роль><Валюта>${currency}</Валюта><Курс>1</Курс><Сумма>${total}</Сумма><Время>12:15:07</Время>
<Контрагенты><Контрагент><Ид>${GUID}</Ид><Наименование>Ким Анна</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>
${order.comment === undefined ? '' : `<Комментарий>${order.comment}</Комментарий>`}
<Товары>${lines.map(uploadedLine).join('')}</Товары>
<ЗначенияРеквизитов>${Object.entries(requisites)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>
${subordinate === undefined ? '' : `<ПодчиненныеДокументы>${subordinate}</ПодчиненныеДокументы>`}</Документ>`
}

/** A document of its own that belongs to an order, as the module of 1C-Bitrix sends it; `flags` is XML. */
export function attachedDocument(operation: string, basis: string, flags = ''): string {
  return `<Контейнер><Документ><Ид>${GUID.replace('b7', 'c8')}</Ид><Номер>2</Номер><Номер1С>БП-77</Номер1С><Дата1С>2026-11-18T09:00:00</Дата1С>
<ХозОперация>${operation}</ХозОперация><Основание>${basis}</Основание><Сумма>3000</Сумма>${flags}</Документ></Контейнер>`
}

function uploadedLine({
  id = GUID,
  name,
  quantity = '1',
  price,
  amount,
  kind = 'Услуга',
}: UploadedLine): string {
  return `<Товар><Ид>${id}</Ид><Наименование>${name}</Наименование><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>${kind}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов><ЦенаЗаЕдиницу>${price ?? amount}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${amount}</Сумма></Товар>`
}

export function ordersFile(...documents: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="2026-11-18T9:00:00">${documents.join('\n')}</КоммерческаяИнформация>`
}
