import type { SaleDocument } from '../../src/model/document.js'

/** An order as a shop sends it: three lines, a person, VAT, a card payment told by requisites. */
export const plainOrder: SaleDocument = {
  id: 'olv-17',
  number: '17',
  date: '2026-11-17',
  operation: 'goods-order',
  role: 'seller',
  currency: 'RUB',
  rate: '1',
  total: '5400.00',
  counterparties: [
    {
      kind: 'person',
      id: 'o-4',
      name: 'Сергеева Анна Львовна',
      fullName: 'Сергеева Анна Львовна',
      lastName: 'Сергеева',
      firstName: 'Анна',
      middleName: 'Львовна',
      address: { text: '620000, г. Екатеринбург, ул. Мира, д. 1' },
      contacts: [
        { type: 'phone-work', value: '+79120000000' },
        { type: 'email', value: 'anna@example.org' },
      ],
      role: 'buyer',
    },
  ],
  time: '12:15:07',
  comment: 'Позвонить за час',
  taxes: [{ name: 'НДС', included: true, amount: '900.00', rate: '20' }],
  lines: [
    orderLine('svc-12', 'Аренда переговорной «Байкал»', '2', '1500.00', '3000.00'),
    orderLine('svc-13', 'Кофе-брейк на 10 человек', '1', '1400.00', '1400.00'),
    orderLine('svc-14', 'Проектор & экран', '1', '1000.00', '1000.00'),
  ],
  requisites: [
    { name: 'Статус заказа', value: 'purchased' },
    { name: 'Статуса заказа ИД', value: 'purchased' },
    { name: 'Отменен', value: 'false' },
    { name: 'Метод оплаты', value: 'Оплата картой внешняя' },
    { name: 'Метод оплаты ИД', value: 'CKassa' },
    { name: 'Заказ оплачен', value: 'true' },
    { name: 'Дата оплаты', value: '2026-11-17' },
    { name: 'Номер платежного документа', value: '1044' },
  ],
}

function orderLine(id: string, name: string, quantity: string, price: string, amount: string) {
  return {
    id,
    article: id,
    name,
    unit: { text: 'шт', code: '796', fullName: 'Штука', international: 'PCE' },
    taxRates: [{ name: 'НДС', rate: '20' }],
    requisites: [
      { name: 'ВидНоменклатуры', value: 'Услуга' },
      { name: 'ТипНоменклатуры', value: 'Услуга' },
    ],
    price,
    quantity,
    amount,
    taxes: [{ name: 'НДС', included: true, amount: '250.00', rate: '20' }],
    discounts: [{ name: 'Скидка', amount: '10.00', included: true }],
  }
}

const [line] = plainOrder.lines!
const warehouses = [{ id: 'wh-1', name: 'Главный' }]
const signers = [{ lastName: 'Орлов', firstName: 'Пётр', position: 'директор' }]
const ofVersions = {
  warehouses,
  signers,
  lines: [{ ...line!, unit: { ...line!.unit, shortName: 'шт' }, warehouses }],
}

/** With all that only some versions know. */
export const versionedOrder: SaleDocument = {
  ...plainOrder,
  ...ofVersions,
  comment: 'строка один\nстрока два',
  payments: [
    { number: '7', transaction: 'tx-7', paidAt: '2026-01-31T10:00:00', amount: '125.00', method: 'Карта' },
  ],
  subordinateDocuments: [
    { id: 'pay-1', number: '1044', date: '2026-01-31', operation: 'bank-payment', ...ofVersions },
  ],
}
