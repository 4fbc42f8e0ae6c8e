import { describe, expect, it } from 'vitest'
import { body, LINE, lines, paths, problems } from '../../../../test/support/order-problems.js'
import { samplePayment } from '../../../../test/support/sample-order.js'

describe('the sums of an order', () => {
  it('agree to half a kopeck, or the line is named with both sums', () => {
    // 0.333 × 100.01 = 33.30333
    const third = { quantity: '0.333', price: '100.01' }
    expect(paths(body({ ...lines({ ...third, amount: '33.30' }), total: '33.30' }))).toEqual([])
    expect(
      problems(body({ ...lines(LINE!, { ...third, amount: '33.31' }), total: '3033.31' }))['/lines/1/amount'],
    ).toMatch(/Строка 2.*33,30.*33,31/)
    // Exactly half a kopeck is within.
    for (const amount of ['0.01', '0.00'])
      expect(paths(body({ ...lines({ quantity: '0.5', price: '0.01', amount }), total: amount }))).toEqual([])
    expect(
      paths(
        body({
          ...lines({ quantity: '2', price: '100.00', discount: '15.50', amount: '184.50' }),
          total: '184.50',
        }),
      ),
    ).toEqual([])
    expect(
      paths(
        body({ ...lines({ quantity: '1', price: '1.00', discount: '2.00', amount: '0.00' }), total: '0.00' }),
      ),
    ).toEqual(['/lines/0/amount'])
  })

  it('make the total with the delivery, or both sums are named', () => {
    const delivery = { name: 'Курьер', amount: '300.00', vat: '10' }
    expect(paths(body({ delivery, total: '3300.00' }))).toEqual([])
    expect(problems(body({ delivery }))['/total']).toMatch(/3\u00a0300,00\u00a0₽.*3\u00a0000,00\u00a0₽/)
  })

  it('are net where VAT is not included, and the total is with it', () => {
    const net = { vatIncluded: false }
    expect(paths(body({ ...net, total: '3300.00' }))).toEqual([])
    expect(paths(body({ ...net, total: '3000.00' }))).toEqual(['/total'])
    expect(paths(body({ ...net, ...lines({ vat: 'none' }), total: '3000.00' }))).toEqual([])
  })

  it('are net as 1C calculates them, VAT rounded line by line, or both sums are named', () => {
    // 0.33 + 20 % = 0.396 a line: 0.40 × 3 in 1C, where the sum of all with VAT is 1.19.
    const odd = { quantity: '1', price: '0.33', amount: '0.33', vat: '20' }
    const net = body({ vatIncluded: false, ...lines(odd, odd, odd), total: '1.20' })
    expect(paths(net)).toEqual([])
    expect(problems({ ...net, total: '1.19' })['/total']).toMatch(/1,20.*1,19.*каждой строки/)
    const delivery = { name: 'Курьер', amount: '0.33', vat: '10/110' }
    expect(paths({ ...net, delivery, total: '1.56' })).toEqual([])
    expect(paths({ ...net, delivery, total: '1.55' })).toEqual(['/total'])
  })
})

describe('what cannot be true of an order is refused:', () => {
  const paid = (changes: object, ...refunds: object[]) =>
    body({ payments: [samplePayment({ ...changes, ...(refunds.length > 0 && { refunds }) })] })
  const refund = (changes: object = {}) => ({
    ...{ id: 'r', amount: '1.00', refundedAt: '2026-11-18T12:00:00+05:00', ...changes },
  })

  it('dates before 2000 and more than a year ahead', () => {
    const nextYear = new Date(Date.now() + 360 * 86_400_000).toISOString()
    const later = new Date(Date.now() + 370 * 86_400_000).toISOString()
    expect(paths(body({ placedAt: nextYear }))).toEqual([])
    expect(paths(body({ placedAt: '2000-01-01T00:00:00Z' }))).toEqual([])
    for (const placedAt of [later, '1999-12-31T23:59:59Z', '2126-11-17T12:15:07+05:00'])
      expect(problems(body({ placedAt }))['/placedAt']).toContain(placedAt.slice(0, 10))
    expect(paths(paid({ paidAt: later }))).toEqual(['/payments/0/paidAt'])
    expect(paths(paid({}, refund({ refundedAt: later })))).toEqual(['/payments/0/refunds/0/refundedAt'])
  })

  it('refunds of nothing, and refunds before their payment', () => {
    expect(paths(paid({}, refund()))).toEqual([])
    expect(paths(paid({}, refund({ amount: '0.00' })))).toEqual(['/payments/0/refunds/0/amount'])
    // The payment is of 12:16 in Yekaterinburg.
    expect(paths(paid({}, refund({ refundedAt: '2026-11-17T07:16:00Z' })))).toEqual([])
    expect(paths(paid({}, refund({ refundedAt: '2026-11-17T07:15:59Z' })))).toEqual([
      '/payments/0/refunds/0/refundedAt',
    ])
  })

  it('units that ОКЕИ does not have', () => {
    for (const unit of ['796', '0796', '003', '991', '9991'])
      expect(paths(body(lines({ unit }))), unit).toEqual([])
    for (const unit of ['999', '000', '007', '9999'])
      expect(problems(body(lines({ unit })))['/lines/0/unit']).toContain(`«${unit}»`)
  })
})
