import { type ClientProfile, RATES_UNTIL_2026 } from './client-profile.js'

export const profile: ClientProfile = {
  id: 'bp',
  title: 'Бухгалтерия',
  pastEnding: 'а',
  makes: 'Счет на оплату покупателю',
  makesPayment: 'Оплата платежной картой',
  refund: 'документ «Оплата платежной картой» с видом операции «Возврат покупателю»',
  goodsReturn: '«Возврат товаров от покупателя»',
  simulatedAs: 'bp',
  // It knows only `type=sale`, and sends no files. It says init before query if its kind of site is
  // «1С-Битрикс».
  mayShow: ['no-catalog-first', 'init-before-query', 'no-init', 'version-announced'],
  hasKindOfSite: true,

  number: { by: 'digits', digits: 6, within: 'year' },
  numbersExhausted:
    'Бухгалтерия различает счета ещё и по году: для заказов нового года заведите ещё одну компанию с ' +
    'тем же ИНН и подключите к ней интеграцию, её номера начнутся с 1 и со счетами прошлых лет не ' +
    'совпадут. ' +
    'В том же году номера совпали бы.',

  innOfPrivatePerson: 'sent',
  buyersByName: false,
  buyerKeys: ({ inn, kpp }) => (!inn ? ['phone', 'email'] : inn.length === 12 || kpp ? ['inn'] : []),
  quantityDecimals: 3,
  discounts: 'withheld',
  deliveryIds: 'withheld',
  deliveryAddress: 'requisite',
  deliveryComment: 'with-comment',
  // It knows items by the ids that sites sent, not by its own GUIDs: it gets article and name under the
  // line's id.
  itemIds: 'of-line',
  articleHidesName: true,

  vatRates: RATES_UNTIL_2026,
  zeroIsNoRate: false,

  readsPayments: 'as-sent',
  readsUnannouncedDocuments: true,
  booksPaymentsWhole: true,
  paymentNumberLength: 10,

  rules: [
    'payment-would-double',
    'payment-entered-by-hand',
    'payments-of-two-months',
    'payment-date-kept',
    'partial-payment-vat',
    'payment-method-changed',
    'payment-number-changed',
    'buyer-kept',
    'currency-kept',
    'vat-flag-kept',
    'comment-kept',
    'accountant-edits-lost',
    'uncanceled-stays-canceled',
    'closed-period-risk',
    'before-default-start',
    'quantity-over-3-decimals',
    'inn-of-wrong-kind',
    'organization-without-kpp',
    'item-id-reused',
    'number-loses-letters',
    'delivery-by-name',
    'contract-unread',
  ],
  failsOn: ['buyer-id', 'line-rate'],
  getsOrderId: true,
  attributeEffects: {
    'Метод доставки ИД': 'delivery-id',
    'Способ доставки ИД': 'delivery-id',
    'Комментарий доставки': 'comment',
    'Адрес доставки': 'field',
  },
  sentences: {
    canceled: (number, done) =>
      `Заказ отменён: Бухгалтерия ${done ? 'получила отмену и ставит' : 'поставит'} счёту № ${number} ` +
      'статус «Отменен».',
    uncanceled: number =>
      `Заказ снова действует, а счёт № ${number} в 1С остаётся со статусом «Отменен»: ` +
      'обратно его Бухгалтерия не меняет. Верните статус счёта вручную.',
  },
}
