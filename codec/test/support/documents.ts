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

const address = {
  text: '101000, г. Москва, ул. Мясницкая, д. 5',
  comment: 'вход со двора',
  parts: [
    { type: 'postal-code', value: '101000' },
    { type: 'city', value: 'Москва' },
    { type: 'house', value: '5' },
  ],
}
const contacts = [
  { type: 'phone-mobile', value: '+79030000000', comment: 'до 18:00' },
  { type: 'website', value: 'https://example.org/?a=1&b=2' },
]
const bank = {
  correspondentAccount: '30101810400000000225',
  name: 'ПАО «Пример-банк»',
  address: { text: 'г. Москва' },
  bic: '044525225',
}
const account = {
  number: '40702810900000000001',
  bank,
  correspondentBank: { name: 'Sample Bank', swift: 'SAMPRUMM' },
  comment: 'основной',
}
const warehouse = { id: 'wh-1', name: 'Главный', comment: 'северный въезд', address, contacts }
const legalEntity = {
  officialName: 'ООО «Вектор»',
  legalAddress: address,
  inn: '7707083893',
  kpp: '773601001',
  mainActivity: 'Торговля',
  egrpo: '1027700132195',
  okved: '64.19',
  okdp: '1',
  okopf: '12300',
  okfs: '16',
  okpo: '00032537',
  registeredOn: '2001-02-03',
  bankAccounts: [account],
}
const adjustments = [{ name: 'Акция', amount: '5.00', percent: '5', included: true, comment: 'осень' }]
const taxes = [{ name: 'НДС', included: false, excise: false, amount: '16.67', rate: '20' }]
const requisites = [{ name: 'Цвет', value: 'синий', extraValues: ['белый'] }]
const signers = [
  {
    lastName: 'Орлов',
    firstName: 'Пётр',
    middleName: 'Ильич',
    salutation: 'г-н',
    registrationAddress: address,
    employer: legalEntity,
    position: 'директор',
    comment: 'по доверенности',
  },
]
const line = {
  id: 'aa#bb',
  barcode: '4600000000017',
  article: 'A-1',
  name: 'Чашка <большая>',
  unit: { text: 'шт', code: '796', fullName: 'Штука', international: 'PCE', shortName: 'шт' },
  counterpartyItemId: 'cc',
  groupIds: ['g1', 'g2'],
  description: 'С ручкой',
  pictures: ['a.jpg', 'b.jpg'],
  country: 'Россия',
  trademark: 'Гжель',
  properties: [{ id: 'p1', name: 'Объём', values: ['300', '350'] }],
  taxRates: [{ name: 'НДС', rate: '20' }],
  characteristics: [{ id: 'h1', name: 'Цвет', value: 'синий' }],
  requisites,
  catalogId: 'cat',
  classifierId: 'cls',
  price: '50.00',
  quantity: '2.5',
  amount: '125.00',
  packageUnit: '796',
  coefficient: '1',
  originCountry: 'Россия',
  customsDeclaration: '10702030/290320/0012345',
  taxes,
  discounts: adjustments,
  extraCosts: adjustments,
  additionalRequisites: requisites,
  warehouses: [{ ...warehouse, quantity: '2.5' }],
}

const body = {
  taxes,
  discounts: adjustments,
  extraCosts: adjustments,
  warehouses: [warehouse],
  lines: [line],
  signers,
}

/** Every element that the codec knows, once. */
export const everything: SaleDocument = {
  id: '5',
  number: 'Б-5',
  date: '2026-01-31',
  operation: 'invoice',
  role: 'seller',
  currency: 'RUB',
  rate: '1',
  total: '125.00',
  counterparties: [
    {
      kind: 'organization',
      id: 'c1',
      name: 'Вектор',
      ...legalEntity,
      comment: 'опт',
      address,
      contacts,
      representatives: [
        {
          kind: 'person',
          id: 'r1',
          name: 'Петров',
          fullName: 'Петров П. П.',
          address,
          contacts,
          relation: 'менеджер',
        },
      ],
      role: 'buyer',
      account,
      warehouse,
    },
    {
      kind: 'person',
      id: 'c2',
      name: 'Иванов',
      fullName: 'Иванов Иван',
      salutation: 'г-н',
      lastName: 'Иванов',
      firstName: 'Иван',
      middleName: 'Иванович',
      birthDate: '1980-05-06',
      birthPlace: address,
      sex: 'male',
      inn: '500100732259',
      kpp: '773601001',
      registrationAddress: address,
      role: 'payer',
    },
  ],
  payments: [
    {
      number: '7',
      transaction: 'tx-7',
      paidAt: '2026-01-31T10:00:00',
      amount: '125.00',
      method: 'Карта',
      methodId: 'card',
    },
  ],
  time: '09:05:00',
  paymentDue: '2026-02-05',
  comment: 'строка один\nстрока два',
  ...body,
  requisites,
  subordinateDocuments: [
    {
      id: 'pay-1',
      number: '1044',
      date: '2026-01-31',
      operation: 'bank-payment',
      role: 'seller',
      currency: 'RUB',
      rate: '1',
      total: '125.00',
      counterparties: [{ kind: 'person', id: 'c2', fullName: 'Иванов Иван', role: 'payer' }],
      time: '10:00:00',
      paymentDue: '2026-02-05',
      comment: 'картой',
      ...body,
      requisites: [{ name: 'Оплачено', value: 'true' }],
    },
  ],
}
