import { type ClientProfile, RATES_UNTIL_2024 } from './client-profile.js'

/** Not recognized yet: it gets what all of them read correctly, and the limits that all of them keep. */
export const profile: ClientProfile = {
  id: 'auto',
  title: '1С',
  pastEnding: 'а',
  makes: 'Заказ или счёт',
  makesPayment: 'Оплата',
  refund: 'возврат оплаты',
  simulatedAs: 'bp',
  mayShow: [],
  number: { by: 'digits', digits: 6 },
  innOfPrivatePerson: 'withheld',
  buyersByName: true,
  buyerKeys: () => [],
  quantityDecimals: 3,
  discounts: 'withheld',
  deliveryIds: 'withheld',
  deliveryAddress: 'buyer',
  deliveryComment: 'with-comment',
  // If it has links, it uploaded a catalogue, so it is not Бухгалтерия.
  itemIds: 'of-1c',
  vatRates: RATES_UNTIL_2024,
  zeroIsNoRate: true,
  readsPayments: 'as-sent',
  paymentNumberLength: 10,
  rules: [],
  failsOn: [],
  getsOrderId: true,
  attributeEffects: {},
}
