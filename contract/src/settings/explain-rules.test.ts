import { expect, it } from 'vitest'
import { explainRules } from './explain-rules.js'
import type { PaymentRule } from './settings.js'

const explain = (paymentrules: PaymentRule[], ordersfrom?: string): string =>
  explainRules({
    paymentrules,
    paymentmethodname: 'Карта',
    ...(ordersfrom === undefined ? {} : { ordersfrom }),
  })

it.each([
  [
    [{ status: 'purchased', gateway: 'CKassa' }],
    'Выгружаются заказы со статусом «purchased», оплачиваемые через CKassa; способ оплаты в 1С — «Карта».',
  ],
  [[{}], 'Выгружаются все заказы; способ оплаты в 1С — «Карта».'],
  [[{ status: 'new' }, {}, { gateway: 'x' }], 'Выгружаются все заказы; способ оплаты в 1С — «Карта».'],
  [
    [{ gateway: 'CKassa' }, { gateway: 'ЮKassa' }],
    'Выгружаются заказы с любым статусом, оплачиваемые через CKassa или ЮKassa; способ оплаты в 1С — «Карта».',
  ],
  [
    [{ status: 'new' }, { status: 'done', gateway: 'CKassa' }],
    'Выгружаются заказы со статусом «new» и заказы со статусом «done», оплачиваемые через CKassa; способ оплаты в 1С — «Карта».',
  ],
  [
    [{ gateway: 'СБП', paymentmethodname: 'СБП' }, { status: 'done' }],
    'Выгружаются: заказы с любым статусом, оплачиваемые через СБП — способом оплаты «СБП»; остальные заказы со статусом «done» — способом оплаты «Карта».',
  ],
] as [PaymentRule[], string][])('rules are told in a sentence: %j', (rules, sentence) => {
  expect(explain(rules)).toBe(sentence)
})

it('the date from which orders go is told', () => {
  expect(explain([{}], '2026-11-01')).toBe(
    'Выгружаются все заказы, оформленные не раньше 01.11.2026; способ оплаты в 1С — «Карта».',
  )
})
