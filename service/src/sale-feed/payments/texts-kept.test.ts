import { expect, it } from 'vitest'
import { KEPT_TEXTS } from './kept-payments.js'

it.each([
  [1, '1 оплату 1С уже знает', '1 оплата уже передана одной'],
  [3, '3 оплаты 1С уже знает', '3 оплаты уже переданы одной'],
  [21, '21 оплату 1С уже знает', '21 оплата уже передана одной'],
  [1011, '1 011 оплат 1С уже знает', '1 011 оплат уже переданы одной'],
])('%i payments that stay as told are said so in grammatical Russian', (count, method, form) => {
  const said = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(said(KEPT_TEXTS.method(count, true, ['Карта']))).toContain(method)
  expect(said(KEPT_TEXTS.form.documents(count, true))).toContain(form)
})
