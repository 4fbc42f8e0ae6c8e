import { expect, it } from 'vitest'
import { newPlatform, oneC, sampleLine, samplePayment } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'
import { GUID, ordersFile, uploadedOrder } from '../support/from-1c.js'
import { inspectMarked } from '../support/place.js'

const server = useFreshServer()

/** A payment as УНФ writes it. */
const payment = (key: string, amount: string): string =>
  `<ПодчиненныйДокумент><Ид>${GUID.replace('b7a3', key)}</Ид><Дата>2026-11-20</Дата><ХозОперация>Эквайринговая операция</ХозОперация>
<Сумма>${amount}</Сумма><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Номер оплаты по 1С</Наименование><Значение>00НФ-${key}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></ПодчиненныйДокумент>`
const part = samplePayment({ amount: '500.00' })

/** A УНФ that takes payments of the whole order only. */
async function begin() {
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'unf', payments: 'requisites', paymentrules: [{}] })
  const base = oneC(server, one)
  return {
    put: (payments: object[], changes = {}) => platform.put('olv-1', { payments, ...changes }),
    exchange: () => base.exchange(),
    /** УНФ tells these payments of the order. */
    async tell(...subordinate: string[]): Promise<void> {
      const lines = [{ name: 'Аренда переговорной', quantity: '2', price: '1500', amount: '3000' }]
      const requisites = subordinate.length > 1 ? { Оплачен: 'true' } : {}
      const told = uploadedOrder({ number: '1', lines, requisites, subordinate: subordinate.join('') })
      const body = ordersFile(told)
      await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
      await inspectMarked(server.db)
    },
    async preflight(): Promise<unknown[]> {
      const path = `/api/v1/orders/olv-1/preflight?integrationId=${one.id}`
      return (await platform.call('GET', path)).body.items
    },
    async open(): Promise<{ code: string; amount: string }[]> {
      const { body } = await platform.call('GET', '/api/v1/tasks?state=open')
      return body.items.map(({ code, params }: { code: string; params: { amount: string } }) => ({
        ...{ code, amount: params.amount },
      }))
    },
  }
}

it('a part of the payment that УНФ reports by itself need not be entered', async () => {
  const { put, exchange, tell, open } = await begin()
  await put([part])
  await exchange()
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '500.00' }])
  await tell(payment('c8c8', '200'))
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '300.00' }])
  await tell(payment('c8c8', '200'), payment('d8d8', '300'))
  expect(await open()).toEqual([])

  // УНФ refuses the payment of the whole order, for it has another one.
  await put([part, samplePayment({ id: 'pay-2', amount: '2500.00' })])
  await exchange()
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '2500.00' }])
  await tell(payment('c8c8', '200'), payment('d8d8', '300'), payment('e8e8', '2500'))
  expect(await open()).toEqual([])
})

it('more than the sum need not be entered once УНФ reports all of it', async () => {
  const { put, exchange, tell, open } = await begin()
  const whole = samplePayment()
  await put([whole])
  await exchange()
  await put([whole, samplePayment({ id: 'pay-2', amount: '1000.00' })])
  await exchange()
  await tell(payment('c8c8', '3000'))
  expect(await open()).toEqual([{ code: 'enter-overpayment', amount: '1000.00' }])
  await tell(payment('c8c8', '3000'), payment('d8d8', '1000'))
  expect(await open()).toEqual([])
})

it('what УНФ has deleted of the payments that it reported is to be entered again', async () => {
  const { put, exchange, tell, open } = await begin()
  const two = [part, samplePayment({ id: 'pay-2', amount: '2000.00' })]
  await put(two)
  await exchange()
  await tell(payment('c8c8', '500'), payment('d8d8', '2000'))
  expect(await open()).toEqual([])
  await tell(payment('c8c8', '500'))
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '2000.00' }])
  // It tells no payments at all, as its settings may say.
  await tell()
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '2000.00' }])

  await tell(payment('c8c8', '500'), payment('e8e8', '2000'))
  expect(await open()).toEqual([])
  await tell()
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '2500.00' }])
})

it('the rest of an order that grows after УНФ has its payment is to be entered', async () => {
  const { put, exchange, open } = await begin()
  await put([samplePayment()])
  await exchange()
  expect(await open()).toEqual([])
  const grown = { lines: [sampleLine({ quantity: '3', amount: '4500.00' })], total: '4500.00' }
  await put([samplePayment(), samplePayment({ id: 'pay-2', amount: '1500.00' })], grown)
  await exchange()
  expect(await open()).toEqual([{ code: 'enter-payment', amount: '1500.00' }])
})

it('changed lines are known to stay as they are in УНФ once it reports a payment of its own', async () => {
  const { put, exchange, tell, preflight } = await begin()
  await put([])
  await exchange()
  await tell(payment('c8c8', '200'))
  const kept = { code: 'lines-kept', params: { kept: '3000.00', total: '4500.00', currency: 'RUB' } }
  const lines = [sampleLine({ quantity: '3', amount: '4500.00' })]
  const { body } = await put([], { lines, total: '4500.00' })
  expect(body.warnings).toContainEqual(expect.objectContaining(kept))
  await exchange()
  expect(await preflight()).toContainEqual(expect.objectContaining({ ...kept, done: true }))
})
