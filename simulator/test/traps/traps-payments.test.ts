import { order, PAID, payment, requisites, subordinate } from '../support/order.js'
import { ALL_MADE, describeTraps, LOST } from '../support/traps.js'

describeTraps([
  [
    '11 empty subordinate documents',
    order({ more: '<ПодчиненныеДокументы/>' }),
    {
      ut: ALL_MADE,
      rt: ALL_MADE,
      unf: ALL_MADE,
      bp: ['created created not-reached', false, 'empty-subordinate', 'queue'],
    },
    { bitrix: true },
  ],
  [
    '11 a payment without Сумма',
    order({ more: subordinate(payment({ amount: '' })) }),
    {
      bp: ['created created not-reached', false, 'payment-incomplete', 'queue'],
      unf: ['created created created', true, 'payment-not-created', 'silent'],
    },
    { bitrix: true },
  ],
  [
    '11 a payment without a method',
    order({ more: subordinate(payment({ values: { Оплачено: 'true' } })) }),
    {
      bp: ['created created not-reached', false, 'payment-without-method', 'queue'],
      unf: ['created created created', true, 'payment-not-created', 'silent'],
    },
    { bitrix: true },
  ],
  [
    '11 a payment whose Ид is a GUID',
    order({ more: subordinate(payment({ id: '44444444-4444-4444-4444-444444444444' })) }),
    {
      unf: [LOST, true, 'payment-guid', 'silent'],
      bp: ALL_MADE,
    },
    { bitrix: true },
  ],
  [
    '11 a method known by its id alone',
    order({ more: subordinate(payment()) }),
    {
      bp: ['created created not-reached', false, 'method-by-id', 'queue'],
    },
    { bitrix: true, settings: { paymentMethods: [{ name: 'Другая', id: 'card' }] } },
  ],
  [
    '27 payment requisites of an unpaid order',
    order({ requisites: requisites({ ...PAID, 'Заказ оплачен': 'false' }) }),
    {
      bp: ['created created created', true, 'payment-of-unpaid', 'silent'],
      unf: ALL_MADE,
      ut: ALL_MADE,
    },
  ],
  [
    '27 the same with subordinate documents on',
    order({ requisites: requisites({ ...PAID, 'Заказ оплачен': 'false' }) }),
    {
      unf: ['created created created', true, 'payment-of-unpaid', 'silent'],
    },
    { bitrix: true },
  ],
])
