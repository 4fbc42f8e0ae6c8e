import { type ClientProfile, RATES_UNTIL_2024 } from './client-profile.js'

export const profile: ClientProfile = {
  id: 'unf',
  title: 'УНФ',
  pastEnding: 'а',
  makes: 'Заказ покупателя',
  makesPayment: 'Операция по платежным картам',
  refund: 'документ «Операция по платежным картам» с видом операции «Возврат оплаты покупателю»',
  simulatedAs: 'unf',
  // It says init before query if its kind of site is «1С-Битрикс», and numbers the files of its catalogue.
  mayShow: [
    'catalog-first',
    'init-before-query',
    'no-init',
    'version-announced',
    'files-numbered',
    'sends-files',
  ],
  hasKindOfSite: true,
  confirmsFailures: true,

  number: { by: 'digits', digits: 6 },
  numbersExhausted:
    'УНФ год не различает, начать номера заново в том же узле обмена нельзя: заведите ещё одну ' +
    'компанию с тем же ИНН и подключите её в УНФ отдельным узлом со своим префиксом.',

  innOfPrivatePerson: 'sent',
  buyersByName: true,
  buyerKeys: ({ inn }) => (inn ? ['inn', 'phone', 'email', 'name'] : ['phone', 'email', 'name']),
  quantityDecimals: 3,
  discounts: 'sent',
  deliveryIds: 'sent',
  deliveryAddress: 'requisite',
  deliveryComment: 'always',
  itemIds: 'of-1c',
  articleHidesName: true,

  vatRates: RATES_UNTIL_2024,
  zeroIsNoRate: false,

  readsPayments: 'announced-documents',
  reportsPayments: true,
  paymentNumberLength: 24,

  rules: [
    'payment-would-double',
    'payment-entered-by-hand',
    'payments-of-two-months',
    'payment-documents-unread',
    'payment-method-changed',
    'payment-number-changed',
    'lines-kept',
    'uncanceled-stays-canceled',
    'update-will-be-ignored',
    'quantity-over-3-decimals',
    'unknown-vat',
    'item-id-reused',
    'number-loses-letters',
  ],
  failsOn: ['requisite-empty'],
  attributeEffects: {
    Получатель: 'field',
    'Трек-номер': 'field',
    Склад: 'field',
    Организация: 'field',
    'Вид цен': 'field',
    Подразделение: 'field',
    'Договор контрагента': 'field',
    'Вид заказа': 'field',
    Курьер: 'field',
    'Дата отгрузки': 'field',
    'Адрес доставки': 'field',
    'Комментарий доставки': 'field',
    'Метод доставки ИД': 'field',
    'Способ доставки ИД': 'field',
    'Комментарии покупателя': 'comment',
  },
  sentences: {
    canceled: (_, done) => `Заказ отменён: УНФ ${done ? 'завершила' : 'завершит'} его с вариантом «Отменен».`,
  },

  skipsChanges: 'shipped-or-closed',
  paysShippedOrders: true,
}
