import { type ClientProfile, RATES_UNTIL_2026 } from './client-profile.js'

/** The exchange module of 1С-Битрикс, in any configuration; facts about it were observed on sites. */
export const profile: ClientProfile = {
  id: 'bitrix',
  title: 'Модуль 1С-Битрикс',
  pastEnding: '',
  makes: 'Заказ клиента',
  makesPayment: undefined,
  refund: 'возврат оплаты',
  simulatedAs: 'bitrix',
  // It alone names a version in the session that queries, asks until the answer is empty, and uses its own
  // words.
  mayShow: [
    'catalog-first',
    'no-catalog-first',
    'init-with-version',
    'version-announced',
    'asks-on',
    'files-with-guids',
    'sends-files',
    'words-of-bitrix',
  ],
  asksUntilEmpty: true,

  number: { by: 'text', length: 11 },

  innOfPrivatePerson: 'sent',
  buyersByName: false,
  buyerKeys: ({ inn }) => [inn ? 'inn' : 'name'],
  quantityDecimals: 4,
  discounts: 'sent',
  deliveryIds: 'sent',
  deliveryAddress: 'requisite',
  deliveryComment: 'always',
  itemIds: 'of-1c',

  vatRates: RATES_UNTIL_2026,
  zeroIsNoRate: false,

  readsPayments: 'as-sent',
  paymentNumberLength: Number.POSITIVE_INFINITY,

  rules: [
    'payment-would-double',
    'payment-method-changed',
    'payment-number-changed',
    'delivery-address-unread',
  ],
  failsOn: ['requisite-empty'],
  attributeEffects: { 'Дата отгрузки': 'shipping-date', 'Комментарии покупателя': 'comment' },
}
