import { describe, expect, it } from 'vitest'
import { body, LINE, lines, paths, problems } from '../../../../test/support/order-problems.js'

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
