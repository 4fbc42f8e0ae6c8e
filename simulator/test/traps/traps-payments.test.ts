import { order, PAID, payment, requisites, subordinate } from '../support/order.js'
import { ALL_MADE, crashed, describeTraps, lost, made } from '../support/traps.js'

describeTraps([
  [
    '11 empty subordinate documents',
    order({ more: '<ПодчиненныеДокументы/>' }),
    { ut: ALL_MADE, rt: ALL_MADE, unf: ALL_MADE, bp: crashed('empty-subordinate') },
    { bitrix: true },
  ],
  [
    '11 a payment without Сумма',
    order({ more: subordinate(payment({ amount: '' })) }),
    { bp: crashed('payment-incomplete'), unf: made('payment-not-created') },
    { bitrix: true },
  ],
  [
    '11 a payment without a method',
    order({ more: subordinate(payment({ values: { Оплачено: 'true' } })) }),
    { bp: crashed('payment-without-method'), unf: made('payment-not-created') },
    { bitrix: true },
  ],
  [
    '11 a payment whose Ид is a GUID',
    order({ more: subordinate(payment({ id: '44444444-4444-4444-4444-444444444444' })) }),
    { unf: lost('payment-guid'), bp: ALL_MADE },
    { bitrix: true },
  ],
  [
    '11 a method known by its id alone',
    order({ more: subordinate(payment()) }),
    { bp: crashed('method-by-id') },
    { bitrix: true, settings: { paymentMethods: [{ name: 'Другая', id: 'card' }] } },
  ],
  [
    '27 payment requisites of an unpaid order',
    order({ requisites: requisites({ ...PAID, 'Заказ оплачен': 'false' }) }),
    { bp: made('payment-of-unpaid'), unf: ALL_MADE, ut: ALL_MADE },
  ],
  [
    '27 the same with subordinate documents on',
    order({ requisites: requisites({ ...PAID, 'Заказ оплачен': 'false' }) }),
    { unf: made('payment-of-unpaid') },
    { bitrix: true },
  ],
])
