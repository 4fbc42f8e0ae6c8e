import { createBase, type OneC, runExchange } from '@obmen/simulator'
import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  type Platform,
  sampleLine,
  samplePayment,
} from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

const TWO_RULES = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }, { paymentmethodname: 'Прочее' }],
}
const METHOD = 'Оплата картой внешняя'

describeOnNewestPostgres('a payment once told to a Бухгалтерия is told the same way for ever (O8)', pg => {
  const server = useServer(pg)
  let platform: Platform
  let books: OneC
  beforeEach(async () => {
    platform = await newPlatform(server)
    books = createBase('bp', {
      paymentMethods: [METHOD, 'Прочее', 'Карта'].map(name => ({ name, id: name })),
    })
  })
  /** One exchange: with `documents` of the kind «1С-Битрикс», else of the kind «Другая». */
  const exchange = async (of: Connected1C, documents = false, sendSuccess = true): Promise<string[]> => {
    const { login, password } = of
    const url = server.url + (documents ? '/bitrix/admin/1c_exchange.php' : '/1c')
    await runExchange(books, { url, login, password, subordinateDocuments: documents, sendSuccess })
    return [...books.payments.values()].map(
      ({ outcome: { number, method, amount } }) => `${number} ${method}: ${amount}`,
    )
  }
  const grown = {
    lines: [sampleLine(), sampleLine({ id: 'svc-13', quantity: '1', price: '1000.00', amount: '1000.00' })],
    total: '4000.00',
  }
  const second = samplePayment({ id: 'pay-18', amount: '1000.00', paidAt: '2026-11-18T10:00:00+05:00' })

  for (const documents of [false, true]) {
    const how = documents ? 'subordinate documents' : 'requisites'

    it(`a status that moves to another rule leaves the method's name, in ${how}`, async () => {
      const one = await platform.connect(TWO_RULES)
      await platform.put('o')
      expect(await exchange(one, documents)).toEqual([`1 ${METHOD}: 3000.00`])
      await platform.put('o', { status: 'done' })
      expect(await exchange(one, documents)).toEqual([`1 ${METHOD}: 3000.00`])
    })

    it(`new settings leave it too, also when the success of the first telling was lost, in ${how}`, async () => {
      const one = await platform.connect()
      await platform.put('o')
      expect(await exchange(one, documents, false)).toEqual([`1 ${METHOD}: 3000.00`])
      await platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
        settings: { paymentrules: [{ gateway: 'CKassa' }], paymentmethodname: 'Карта' },
      })
      await platform.put('o', { comment: 'Иначе' })
      await platform.put('new', { payments: [samplePayment({ id: 'pay-new' })] })
      expect(await exchange(one, documents)).toEqual([`1 ${METHOD}: 3000.00`, '2 Карта: 3000.00'])
    })
  }

  it('in requisites the first number stays when an order grows and is paid once more', async () => {
    const one = await platform.connect()
    await platform.put('o')
    expect(await exchange(one)).toEqual([`1 ${METHOD}: 3000.00`])
    await platform.put('o', { ...grown, payments: [samplePayment({ id: 'pay-o' }), second] })
    expect(await exchange(one)).toEqual([`1 ${METHOD}: 4000.00`])
  })

  it('in requisites it stays also when the payment is replaced by another', async () => {
    const one = await platform.connect()
    await platform.put('o')
    await exchange(one)
    await platform.put('o', { payments: [samplePayment({ id: 'pay-anew', gateway: 'CKassa' })] })
    expect(await exchange(one)).toEqual([`1 ${METHOD}: 3000.00`])
  })

  it('an order sent in requisites stays so although its 1C takes documents now, and vice versa', async () => {
    const one = await platform.connect()
    await platform.put('o')
    await exchange(one, false)
    await platform.put('o', { ...grown, payments: [samplePayment({ id: 'pay-o' }), second] })
    expect(await exchange(one, true)).toEqual([`1 ${METHOD}: 4000.00`])

    await platform.put('p', { payments: [samplePayment({ id: 'pay-p' })] })
    const first = [`1 ${METHOD}: 4000.00`, `3 ${METHOD}: 3000.00`]
    expect(await exchange(one, true)).toEqual(first)
    await platform.put('p', {
      ...grown,
      payments: [samplePayment({ id: 'pay-p' }), { ...second, id: 'pay-q' }],
    })
    expect(await exchange(one, false)).toEqual([...first, `4 ${METHOD}: 1000.00`])
  })
})
