import { type ClientProfile, RATES_UNTIL_2024 } from './client-profile.js'

export const profile: ClientProfile = {
  id: 'rt',
  title: 'Розница',
  pastEnding: 'а',
  makes: 'Заказ покупателя',
  makesPayment: undefined,
  refund: 'возврат оплаты',
  simulatedAs: 'rt',
  mayShow: ['catalog-first', 'no-init', 'files-in-portions', 'sends-files'],

  number: { by: 'text', length: 11, within: 'second' },

  innOfPrivatePerson: 'sent',
  buyersByName: false,
  buyerKeys: ({ inn }) => [inn ? 'inn' : 'phone'],
  quantityDecimals: 3,
  discounts: 'sent',
  deliveryIds: 'sent',
  deliveryAddress: 'requisite',
  deliveryComment: 'always',
  itemIds: 'of-1c',

  vatRates: RATES_UNTIL_2024,
  zeroIsNoRate: true,

  readsPayments: 'never',
  paymentNumberLength: Number.POSITIVE_INFINITY,

  rules: [
    'makes-no-payment',
    'uncanceled-stays-canceled',
    'update-will-be-ignored',
    'quantity-over-3-decimals',
    'unknown-vat',
    'zero-rate-lost',
    'no-buyer-key',
    'organization-without-kpp',
    'delivery-address-unread',
    'contract-unread',
  ],
  failsOn: ['requisite-empty'],
  attributeEffects: { 'Дата отгрузки': 'shipping-date', 'Комментарии покупателя': 'comment' },

  cancelsLines: 'removed',
  skipsChanges: 'closed',
}
