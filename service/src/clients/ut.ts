import { type ClientProfile, RATES_UNTIL_2024 } from './client-profile.js'

/** 1С:Управление торговлей 11, also Комплексная автоматизация and ERP */
export const profile: ClientProfile = {
  id: 'ut',
  title: 'Управление торговлей',
  pastEnding: 'о',
  makes: 'Заказ клиента',
  makesPayment: 'Операция по платежной карте',
  refund: 'документ «Операция по платежной карте» с операцией «Возврат оплаты клиенту»',
  goodsReturn: '«Возврат товаров от клиента»',
  simulatedAs: 'ut',
  // It adds the sessid to each call, and never says init before query.
  mayShow: ['catalog-first', 'no-init', 'sessid-without-init', 'files-in-portions', 'sends-files'],

  number: { by: 'text', length: 11 },

  innOfPrivatePerson: 'withheld',
  buyersByName: true,
  buyerKeys: ({ inn }) => [inn ? 'inn' : 'name'],
  quantityDecimals: 3,
  discounts: 'sent',
  deliveryIds: 'sent',
  deliveryAddress: 'buyer',
  deliveryComment: 'always',
  itemIds: 'of-1c',

  vatRates: RATES_UNTIL_2024,
  zeroIsNoRate: true,

  readsPayments: 'whole',
  paymentNumberLength: Number.POSITIVE_INFINITY,

  rules: [
    'uncanceled-stays-canceled',
    'update-will-be-ignored',
    'quantity-over-3-decimals',
    'unknown-vat',
    'zero-rate-lost',
    'inn-not-told',
    'organization-without-kpp',
    'contract-unread',
  ],
  failsOn: ['requisite-empty'],
  attributeEffects: { 'Дата отгрузки': 'shipping-date', 'Комментарии покупателя': 'comment' },
  sentences: {
    canceled: () =>
      'Заказ отменён: Управление торговлей отменяет его строки, если в нём ведутся причины отмены.',
  },

  cancelsLines: 'uncounted',
  skipsChanges: 'shipped-or-closed',
}
