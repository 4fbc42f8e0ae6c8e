import { describe, expect, test } from 'vitest'
import { createBase, documentOf, paymentsOf } from '../src/base/base.js'
import { answer, CUSTOMER, line, order, PAID, payment, requisites, subordinate } from './support/order.js'
import { pull } from './support/pull.js'

const bitrix = { path: '/bitrix/admin/1c_exchange.php' }
const paid = (changes: Record<string, string> = {}) => requisites({ ...PAID, ...changes })
const comment = (text: string) => `<Комментарий>${text}</Комментарий>`
const withoutVat = (id: string, amount: string) =>
  line({ id, quantity: '1', price: amount, amount, rate: 'Без НДС' })

describe('a payment in БП is known by invoice, method and number', () => {
  test('told again alike it is the same one, and keeps its first date', async () => {
    const base = createBase('bp')
    await pull(base, answer(order({ requisites: paid() })))
    const { codes } = await pull(base, answer(order({ requisites: paid({ 'Дата оплаты': '2026-03-09' }) })))
    expect(paymentsOf(base, '15')).toMatchObject([
      { number: '17', date: '2026-03-01T00:00:00', amount: '1200.00' },
    ])
    expect(codes).not.toContain('paid-more-than-total')
  })

  test.each([
    ['another method', { 'Метод оплаты': 'Прочее' }],
    ['another number', { 'Номер платежного документа': '18' }],
  ])('%s makes a second one, and the invoice is paid twice', async (_, change) => {
    const base = createBase('bp')
    await pull(base, answer(order({ requisites: paid() })))
    const { codes } = await pull(base, answer(order({ requisites: paid(change) })))
    expect(paymentsOf(base, '15')).toHaveLength(2)
    expect(codes).toContain('paid-more-than-total')
  })

  test('two parts that are the total together are no overpayment', async () => {
    const parts = [
      payment({ number: '17', amount: '700.00' }),
      payment({ id: 'b', number: '18', amount: '500.00' }),
    ]
    const { base, codes } = await pull('bp', answer(order({ more: subordinate(...parts) })), {}, bitrix)
    expect(paymentsOf(base, '15')).toHaveLength(2)
    expect(codes).not.toContain('paid-more-than-total')
  })

  test('a part of an invoice of two rates becomes one row with the rate of its first line', async () => {
    const lines = line() + withoutVat('B-2', '300.00')
    const part = subordinate(payment({ amount: '700.00' }))
    const { codes } = await pull('bp', answer(order({ total: '1500.00', lines, more: part })), {}, bitrix)
    expect(codes).toContain('payment-in-one-rate')
  })
})

describe('a closed period in БП', () => {
  test('a changed order of it stops the load after those before it are written', async () => {
    const base = createBase('bp')
    await pull(base, answer(order({ number: '2' })))
    Object.assign(base.settings, { closedBefore: '2026-04-01' })
    const xml = answer(
      order({ number: '1', date: '2026-04-05' }),
      order({ number: '2', lines: line({ quantity: '9' }) }),
      order({ number: '3', date: '2026-04-06' }),
    )
    const { result, codes } = await pull(base, xml)
    expect(result.documents.map(({ action }) => action)).toEqual(['created', 'refused', 'not-reached'])
    expect(result.confirmed).toBe(false)
    expect(codes).toContain('closed-period')
    expect(documentOf(base, '2')?.outcome.lines[0]?.quantity).toBe('2')
  })

  test('a new order of it is refused as well', async () => {
    const { result } = await pull('bp', answer(order()), { closedBefore: '2026-04-01' })
    expect(result).toMatchObject({ confirmed: false, documents: [{ action: 'refused' }] })
  })

  test('a cancellation writes the status alone and is taken', async () => {
    const base = createBase('bp')
    await pull(base, answer(order()))
    Object.assign(base.settings, { closedBefore: '2026-04-01' })
    const { result } = await pull(base, answer(order({ requisites: requisites({ Отменен: 'true' }) })))
    expect(result).toMatchObject({ confirmed: true, documents: [{ action: 'canceled' }] })
  })
})

describe('an invoice of БП keeps of its first load', () => {
  test.each([
    ['its customer', {}, { customer: CUSTOMER.replace('client-77', 'client-78') }, 'customer-kept'],
    ['its currency', {}, { currency: 'EUR' }, 'currency-kept'],
    ['a comment that was removed from the order', { more: comment('Позвоните') }, {}, 'comment-kept'],
  ])('%s', async (_, first, second, code) => {
    const base = createBase('bp')
    const [before] = (await pull(base, answer(order(first)))).result.documents
    const { codes } = await pull(base, answer(order(second)))
    expect(codes).toContain(code)
    const { customer, currency, comment } = documentOf(base, '15')!.outcome
    expect([customer?.siteId, currency, comment]).toEqual([
      before!.customer?.siteId,
      before!.currency,
      before!.comment,
    ])
  })

  test('«Отменен», when the order is taken up again', async () => {
    const base = createBase('bp')
    await pull(base, answer(order({ requisites: paid() })))
    await pull(base, answer(order({ requisites: requisites({ Отменен: 'true' }) })))
    expect(paymentsOf(base, '15')).toHaveLength(1)
    const { codes } = await pull(base, answer(order({ requisites: paid() })))
    expect(codes).toContain('cancellation-kept')
    expect(documentOf(base, '15')?.outcome).toMatchObject({ canceled: true, status: 'Отменен' })
  })
})

describe('a line in БП', () => {
  test('holds three decimals of a quantity', async () => {
    const lines = line({ quantity: '1.2345', price: '100.00', amount: '123.45' })
    const { base, codes } = await pull('bp', answer(order({ total: '123.45', lines })))
    expect(codes).toContain('quantity-rounded')
    expect(documentOf(base, '15')?.outcome.lines[0]?.quantity).toBe('1.235')
  })

  test('of a ten-thousandth has no quantity left, and the invoice is not posted', async () => {
    const lines = line({ quantity: '0.0001', price: '100.00', amount: '0.01' })
    const { base } = await pull('bp', answer(order({ total: '0.01', lines })))
    expect(documentOf(base, '15')?.outcome.posted).toBe(false)
  })

  test('of nothing is posted, and so are free delivery and an order of nothing', async () => {
    const nothing = { quantity: '1', price: '0.00', amount: '0.00' }
    const free = line({ id: 'ORDER_DELIVERY', name: 'Доставка', ...nothing, service: true })
    const { base, codes } = await pull('bp', answer(order({ total: '0.00', lines: free })))
    expect(documentOf(base, '15')?.outcome).toMatchObject({ posted: true, total: '0.00' })
    expect(codes).toEqual([])
  })
})

test('БП looks a delivery up by its id alone', async () => {
  const xml = answer(
    order({ requisites: requisites({ 'Метод доставки ИД': 'cdek', 'Способ доставки': 'СДЭК' }) }),
  )
  expect((await pull('bp', xml)).codes).toContain('delivery-by-id')
  expect((await pull('bp', xml, { deliveryServices: ['cdek'] })).codes).not.toContain('delivery-by-id')
})

test('VAT of a rate «10/110» is calculated by its first number, on top of net prices too', async () => {
  const net =
    '<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме></Налог></Налоги>'
  const lines = line({ quantity: '1', price: '1000.00', amount: '1000.00', rate: '10/110' })
  const { base } = await pull('bp', answer(order({ taxes: net, total: '1100.00', lines })))
  expect(documentOf(base, '15')?.outcome).toMatchObject({ total: '1100.00', vatTotal: '100.00' })
})

describe('what is told of a delivery', () => {
  const told = requisites({ 'Комментарий доставки': 'домофон 12', 'Адрес доставки': 'ул. Мира, 9' })

  test('its comment is added to the document’s, and to that of the last load where it has none', async () => {
    const base = createBase('bp')
    const lines = (quantity: string) =>
      line({ quantity, price: '600.00', amount: `${600 * Number(quantity)}.00` })
    await pull(base, answer(order({ requisites: told, more: comment('быстрее') })))
    expect(documentOf(base, '15')!.outcome.comment).toBe('быстрее; домофон 12')
    const { codes } = await pull(base, answer(order({ requisites: told, lines: lines('3') })))
    expect(documentOf(base, '15')!.outcome.comment).toBe('быстрее; домофон 12; домофон 12')
    expect(codes).toContain('delivery-comment-again')
  })

  test('БП and УНФ take its address from the requisite, УТ from the buyer', async () => {
    const addresses = ['bp', 'unf', 'ut'].map(async client => {
      const { result } = await pull(client as 'bp', answer(order({ requisites: told })))
      return result.documents[0]!.deliveryAddress
    })
    expect(await Promise.all(addresses)).toEqual(['ул. Мира, 9', 'ул. Мира, 9', 'г. Пермь, ул. Мира, 1'])
  })
})
