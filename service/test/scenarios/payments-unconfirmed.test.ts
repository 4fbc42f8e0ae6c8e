import { expect, it } from 'vitest'
import { newPlatform, oneC, samplePayment } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'
import { inspectMarked } from '../support/place.js'

const server = useFreshServer()
const pay = (id: string, roubles: number, changes = {}) =>
  samplePayment({ id, amount: `${roubles}.00`, ...changes })
const refunds = [{ id: 'r', amount: '500.00', refundedAt: '2026-11-20T10:00:00Z' }]
const price = (roubles: number) => {
  const line = { id: '1', name: 'Аренда', quantity: '1', price: `${roubles}.00`, amount: `${roubles}.00` }
  return { lines: [{ ...line, kind: 'service', vat: 'none' }], total: `${roubles}.00` }
}

/** An order of a 1C that takes payments of the whole order only. */
async function begin(client = 'bp') {
  const platform = await newPlatform(server)
  const one = await platform.connect({ client, payments: 'requisites', paymentrules: [{}] })
  const base = oneC(server, one)
  return {
    put: (roubles: number, payments: object[], changes = {}) =>
      platform.put('unsure-1', { ...price(roubles), payments, ...changes }),
    confirm: () => base.exchange(),
    /** 1C reads the answer and never says whether it loaded it. */
    lose: async () => void (await base.ask('query', { cookie: await base.signIn() })),
    async findings(): Promise<string> {
      const { body } = await platform.call('GET', `/api/v1/integrations/${one.id}/findings?severity=loses`)
      return body.items.map(({ message }: { message: string }) => message).join(' ')
    },
    /** The open tasks, each with its sum, once all marked orders are inspected. */
    async open(): Promise<string[]> {
      await inspectMarked(server.db)
      const { body } = await platform.call('GET', '/api/v1/tasks?state=open')
      return body.items.map(({ code, params }: { code: string; params: { amount: string } }) =>
        [code, params.amount].join(' '),
      )
    },
    async sentences(): Promise<string> {
      const { body } = await platform.call('GET', '/api/v1/tasks?state=open')
      return body.items.map(({ message }: { message: string }) => message.replaceAll('\u00a0', ' ')).join(' ')
    },
    async done(): Promise<void> {
      const { body } = await platform.call('GET', '/api/v1/tasks?state=open')
      for (const { id } of body.items) await platform.call('POST', `/api/v1/tasks/${id}/done`)
    },
  }
}

it.each(['bp', 'unf', 'ut'])('%s: a payment that no later answer tells again is asked for', async client => {
  const { put, lose, confirm, open, sentences, done } = await begin(client)
  await put(2500, [pay('p1', 2500)])
  await lose()
  await put(3000, [pay('p1', 2500)])
  expect(await open()).toEqual([])
  await confirm()
  expect((await open())[0]).toBe('check-payment 2500.00')
  expect(await sentences()).not.toMatch(/загрузк|прошла/)
  await done()
  await put(3000, [pay('p1', 2500), pay('p2', 100)])
  await confirm()
  expect(await open()).toEqual(['enter-payment 100.00'])
})

it('asks for it also besides a later part, and in a canceled order whose money is kept', async () => {
  const later = await begin()
  await later.put(2500, [pay('p1', 2500)])
  await later.lose()
  await later.put(3000, [pay('p1', 2500), pay('p2', 100)])
  await later.confirm()
  expect((await later.open()).sort()).toEqual(['check-payment 2500.00', 'enter-payment 100.00'])
  expect(await later.sentences()).toContain('есть ли в 1С оплата № 1 на 2 500,00 ₽')

  const canceled = await begin()
  await canceled.put(2500, [pay('p1', 2500)])
  await canceled.lose()
  await canceled.put(2500, [pay('p1', 2500)], { canceled: true })
  expect(await canceled.open()).toEqual([])
  await canceled.confirm()
  expect(await canceled.open()).toEqual(['check-payment 2500.00'])
  await canceled.done()
  expect(await canceled.open()).toEqual(['check-canceled 2500.00'])
})

it('a refund waits until 1C has confirmed the payment, and is then asked for at once', async () => {
  const lost = await begin()
  await lost.put(2500, [pay('p1', 2500)])
  await lost.lose()
  await lost.put(2500, [pay('p1', 2500, { refunds })])
  expect(await lost.open()).toEqual([])
  await lost.confirm()
  expect(await lost.open()).toEqual(['enter-refund 500.00'])

  const unsent = await begin()
  await unsent.put(2500, [pay('p1', 2500, { refunds })])
  expect(await unsent.open()).toEqual([])
  expect(await unsent.findings()).toContain('Подождите следующего обмена')
  await unsent.confirm()
  expect(await unsent.open()).toEqual(['enter-refund 500.00'])
  expect(await unsent.findings()).toContain('Создайте')
})

it.each(['bp', 'unf', 'ut'])(
  '%s: a failed payment that it may have is to be canceled if it is there',
  async client => {
    const { put, lose, confirm, open, sentences, done } = await begin(client)
    await put(2500, [pay('p1', 2500)])
    await lose()
    await put(2500, [pay('p1', 2500, { status: 'failed' })])
    await lose()
    expect(await open()).toEqual([])
    await confirm()
    expect(await open()).toEqual(['check-payment 0.00'])
    expect(await sentences()).toMatch(/^Если в 1С есть оплат.* отмените .*ничего не делайте\.$/)
    await done()
    expect(await open()).toEqual([])
  },
)
