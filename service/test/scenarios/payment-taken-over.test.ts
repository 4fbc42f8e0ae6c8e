import { expect, it } from 'vitest'
import { newPlatform, oneC, sampleLine, samplePayment, startFreshServer } from '../support/app/test-server.js'
import { ordersFile, uploadedOrder } from '../support/from-1c.js'

const first = samplePayment({ amount: '3000.00' })
const second = samplePayment({ id: 'pay-18', amount: '1500.00' })

it.each([
  { what: 'the first', before: [], payments: [{ ...second, amount: '4500.00' }], path: '/payments/0' },
  { what: 'a second', before: [first], payments: [first, second], path: '/payments/1' },
])(
  'an order taken over with $what payment warns while that 1C cannot know of it (O10)',
  async ({ what, before, payments, path }) => {
    await using server = await startFreshServer()
    const platform = await newPlatform(server)
    const one = await platform.connect({ client: 'ut', paymentrules: [{}] })
    const base = oneC(server, one)
    await platform.put('o', { payments: before })
    await base.exchange()
    const upload = async (requisites: Record<string, string>) => {
      const lines = [{ name: 'Аренда переговорной', quantity: '3', price: '1500', amount: '4500' }]
      const body = ordersFile(uploadedOrder({ number: '1', total: '4500', lines, requisites }))
      await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
    }
    const adoptRevisions = async () => {
      const lines = [sampleLine({ quantity: '3', amount: '4500.00' })]
      const order = { lines, total: '4500.00', payments }
      const { body } = await platform.put('o', order, { 'obmen-origin': one.id })
      expect(body.owedTo).toEqual([])
      return body.warnings.filter(({ code }: { code: string }) => code === 'payment-not-told-to-origin')
    }
    const warning = { path, message: expect.stringContaining('«pay-18»') }

    await upload({ 'Номер по 1С': '0000-000017' })
    expect(await adoptRevisions()).toMatchObject([warning])
    expect(await adoptRevisions()).toMatchObject([warning])
    // What was sent before explains that it is paid; what was not must have been entered there.
    await upload({ 'Номер по 1С': '0000-000017', 'Дата оплаты по 1С': '2026-11-21' })
    expect(await adoptRevisions()).toMatchObject(what === 'the first' ? [] : [warning])

    await platform.call('POST', '/api/v1/orders/o/resend', { integrationId: one.id })
    expect(await base.exchange()).toEqual(['1'])
    expect(await adoptRevisions()).toEqual([])
  },
)
