import { describe, expect, it } from 'vitest'
import { sweepTasks } from '../../src/tasks/write-tasks.js'
import { oneC, sampleLine, samplePayment } from '../support/app/test-server.js'
import { usePlatform, useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'
import { inspectMarked } from '../support/place.js'

describeOnNewestPostgres('payments that a task asks to enter by hand', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)

  const first = samplePayment({ amount: '1000.00' })
  const part = { payments: [first] }
  const twoParts = { payments: [first, samplePayment({ id: 'pay-2', amount: '500.00' })] }
  const inFull = { payments: [first, samplePayment({ id: 'pay-2', amount: '2000.00' })] }
  const whole = samplePayment()
  const twice = { payments: [whole, samplePayment({ id: 'pay-2' })] }
  const returned = { payments: [whole, samplePayment({ id: 'pay-2', status: 'refunded' })] }
  /** An order of this many meetings, each for 1500.00. */
  const costing = (quantity: number) => {
    const total = `${quantity * 1500}.00`
    return { lines: [sampleLine({ quantity: String(quantity), amount: total })], total }
  }
  const again = { comment: 'Ещё раз' }

  async function findings(id: string): Promise<{ code: string }[]> {
    const { body } = await platform.call('GET', `/api/v1/integrations/${id}/findings`)
    return body.items.filter(({ code }: { code: string }) => code === 'payment-entered-by-hand')
  }
  async function tasks() {
    return (await platform.call('GET', '/api/v1/tasks')).body.items
  }
  async function finish(id: number) {
    const { status, body } = await platform.call('POST', `/api/v1/tasks/${id}/done`)
    expect(status).toBe(200)
    return body
  }
  /** The only open task, which asks for this amount. */
  async function only(amount: string, code = 'enter-payment') {
    const items = await tasks()
    expect(items).toMatchObject([{ code, params: { amount } }])
    return items[0]
  }
  const finishOnly = async (amount: string, code?: string) => finish((await only(amount, code)).id)
  /** A 1C that took an order of which a part is paid, and where that was entered by hand. */
  const enteredPart = async (client: string) => {
    const one = await platform.connect({ client })
    await platform.put('olv-1', part)
    await oneC(server, one).exchange()
    await finishOnly('1000.00')
    return one
  }
  /** A 1C where a payment of twice the sum was entered by hand. */
  const enteredTwice = async (client: string) => {
    const one = await platform.connect({ client })
    await platform.put('olv-1', twice)
    await finishOnly('6000.00', 'enter-overpayment')
    return one
  }
  const forget = async () => {
    await server.db.query(`update accounting_task set done_at = done_at - interval '366 days'`)
    await sweepTasks(server.db, 365)
  }
  const doubles = [{ params: { entered: '1000.00', total: '3000.00', payment: 'doubles' } }]

  it('a part holds the whole payment back from БП until it is released', async () => {
    const one = await enteredPart('bp')
    await platform.put('olv-1', inFull)
    expect(await findings(one.id)).toMatchObject([{ ...doubles[0], severity: 'blocks', path: '/payments' }])
    expect(await oneC(server, one).exchange()).toEqual([])
    await only('1000.00', 'undo-payment')
    await platform.call('POST', '/api/v1/orders/olv-1/release', { integrationId: one.id })
    expect(await oneC(server, one).exchange()).toHaveLength(1)
    await platform.put('olv-1', { ...inFull, ...again })
    expect(await oneC(server, one).exchange()).toHaveLength(1)
    expect(await findings(one.id)).toEqual([])
    await finishOnly('1000.00', 'undo-payment')
    expect(await tasks()).toEqual([])
  })

  it('a part holds the whole payment back from БП until its task says that it was undone', async () => {
    const one = await enteredPart('bp')
    await platform.put('olv-1', inFull)
    await finishOnly('1000.00', 'undo-payment')
    expect(await findings(one.id)).toEqual([])
    expect(await oneC(server, one).exchange()).toHaveLength(1)
    expect(await tasks()).toEqual([])
  })

  it('a part is followed by a task for the rest that УНФ refuses, until that is entered too', async () => {
    const one = await enteredPart('unf')
    await platform.put('olv-1', twoParts)
    await finishOnly('500.00')
    await platform.put('olv-1', inFull)
    expect(await findings(one.id)).toHaveLength(1)
    await oneC(server, one).exchange()
    await inspectMarked(server.db)
    expect(await tasks()).toMatchObject([{ params: { amount: '1500.00', rest: 'yes' } }])
    await finishOnly('1500.00')
    expect(await findings(one.id)).toEqual([])
    await platform.put('olv-1', { ...inFull, ...again })
    expect(await tasks()).toEqual([])
    expect(await findings(one.id)).toEqual([])
  })

  it('a part that settled itself keeps nothing back', async () => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('olv-1', part)
    await platform.put('olv-1', inFull)
    expect(await findings(one.id)).toEqual([])
  })

  describe('if more than the sum was paid', () => {
    it('are refunded and undone once the excess is returned, before БП makes its own', async () => {
      const one = await enteredTwice('bp')
      await platform.put('olv-1', returned)
      expect(await oneC(server, one).exchange()).toEqual([])
      for (const { id } of await tasks()) await finish(id)
      expect(await findings(one.id)).toEqual([])
      expect(await oneC(server, one).exchange()).toHaveLength(1)
    })

    it('are refunded once the excess is returned, and nothing else if the sum has grown', async () => {
      await enteredTwice('unf')
      await platform.put('olv-1', { ...returned, ...costing(3) })
      await finishOnly('3000.00', 'enter-refund')
      expect(await tasks()).toEqual([])
    })

    it('hold the whole payment back from БП if nothing is returned and the sum has grown', async () => {
      const one = await enteredTwice('bp')
      await platform.put('olv-1', { ...twice, ...costing(4) })
      expect(await findings(one.id)).toMatchObject([{ params: { entered: '6000.00', payment: 'doubles' } }])
      expect(await oneC(server, one).exchange()).toEqual([])
    })
  })

  describe('if the money is no longer paid', () => {
    const refund = { id: 'r-1', amount: '300.00', refundedAt: '2026-11-20T10:00:00+05:00' }
    const returnedPart = { payments: [{ ...first, status: 'refunded' }] }
    const inOneGo = samplePayment({ id: 'pay-3' })

    it('are undone once, unless the money comes after all, and asked for anew', async () => {
      const one = await enteredPart('bp')
      await platform.put('olv-1', returnedPart)
      const undo = await only('1000.00', 'enter-refund')
      expect(undo.message).toContain('1\u00a0000,00\u00a0₽ по заказу OLV/17 (в 1С № 1): платёж «pay-17»')
      await platform.put('olv-1', { ...returnedPart, ...again })
      await oneC(server, one).exchange()
      expect(await only('1000.00', 'enter-refund')).toEqual(undo)
      await platform.put('olv-1', part)
      expect(await tasks()).toEqual([])
      await platform.put('olv-1', returnedPart)
      expect((await finishOnly('1000.00', 'enter-refund')).id).toBe(undo.id)
      await platform.put('olv-1', part)
      await finishOnly('1000.00')
      await platform.put('olv-1', { payments: [] })
      await finishOnly('1000.00', 'undo-payment')
      await platform.put('olv-1', { payments: [samplePayment({ id: 'pay-2', amount: '800.00' })] })
      await finishOnly('800.00')
      await platform.put('olv-1', { payments: [samplePayment({ id: 'pay-2', amount: '600.00' })] })
      await finishOnly('200.00', 'undo-payment')
      await platform.put('olv-1', { payments: [], canceled: true })
      await finishOnly('600.00', 'undo-payment')
      await platform.put('olv-1', { payments: [inOneGo] })
      expect(await findings(one.id)).toEqual([])
      expect(await oneC(server, one).exchange()).toHaveLength(1)
      expect(await tasks()).toEqual([])
    })

    it('are refunded at the rate of the sale, whatever the rate is by then', async () => {
      const one = await platform.connect({ client: 'ut' })
      const of2025 = '2025-12-17T10:00:00+05:00'
      const sold = { placedAt: of2025, lines: [sampleLine({ vat: '20' })] }
      const paid = samplePayment({ paidAt: of2025 })
      await platform.put('olv-1', { ...sold, payments: [paid] })
      await oneC(server, one).exchange()
      const today = { ...sold, lines: [sampleLine({ vat: '22' })] }
      await platform.put('olv-1', { ...today, payments: [{ ...paid, status: 'refunded' }] })
      const { params, message } = await only('3000.00', 'enter-refund')
      expect(params).toMatchObject({ vat: '20', sold: '2025-12-17', date: '2025-12-17' })
      expect(message).toContain('НДС в возврате — по ставкам самой продажи от 17.12.2025: 20 %.')
    })

    it('are undone but for what was refunded in 1C before', async () => {
      await enteredPart('ut')
      await platform.put('olv-1', { payments: [{ ...first, refunds: [refund] }] })
      await finishOnly('300.00', 'enter-refund')
      await platform.put('olv-1', { payments: [{ ...first, status: 'refunded', refunds: [refund] }] })
      await finishOnly('700.00', 'enter-refund')
      const second = samplePayment({ id: 'pay-2', amount: '800.00' })
      await platform.put('olv-1', { payments: [{ ...first, status: 'refunded', refunds: [refund] }, second] })
      await finishOnly('800.00')
      await platform.put('olv-1', { payments: [] })
      await only('800.00', 'undo-payment')
    })

    it('are not undone besides a refund of what was sent', async () => {
      const one = await platform.connect({ client: 'unf' })
      await platform.put('olv-1', part)
      await finishOnly('1000.00')
      await platform.put('olv-1', inFull)
      await oneC(server, one).exchange()
      await inspectMarked(server.db)
      await finishOnly('2000.00')
      const [, second] = inFull.payments
      const back = { ...second, status: 'refunded' }
      await platform.put('olv-1', { payments: [first, back] })
      await finishOnly('2000.00', 'enter-refund')
      await platform.put('olv-1', {
        payments: [first, back, samplePayment({ id: 'pay-3', amount: '800.00' })],
      })
      await only('800.00')
    })

    it('are undone, but not besides a refund, also when their tasks were forgotten', async () => {
      const one = await enteredPart('unf')
      await forget()
      await platform.put('olv-1', returnedPart)
      await finishOnly('1000.00', 'enter-refund')
      await platform.put('olv-1', part)
      await finishOnly('1000.00')
      await platform.put('olv-1', inFull)
      await oneC(server, one).exchange()
      await inspectMarked(server.db)
      await finishOnly('2000.00')
      await forget()
      await platform.put('olv-1', { payments: [first, { ...inFull.payments[1], status: 'refunded' }] })
      await finishOnly('2000.00', 'enter-refund')
    })

    it('are undone once, whether БП waits for it or was sent its own payment', async () => {
      const one = await platform.connect({ client: 'bp' })
      await platform.put('olv-1', part)
      await finishOnly('1000.00')
      const cheaper = {
        ...{ lines: [sampleLine({ price: '250.00', amount: '500.00' })], total: '500.00' },
        payments: [samplePayment({ id: 'pay-2', amount: '500.00' })],
      }
      await platform.put('olv-1', cheaper)
      expect(await findings(one.id)).toMatchObject([{ params: { entered: '1000.00', total: '500.00' } }])
      await only('1000.00', 'undo-payment')
      await platform.call('POST', '/api/v1/orders/olv-1/release', { integrationId: one.id })
      expect(await oneC(server, one).exchange()).toHaveLength(1)
      await platform.put('olv-1', { ...cheaper, ...again })
      await only('1000.00', 'undo-payment')
    })

    it.each(['kept', 'forgotten'])(
      'are not undone because no rule names their gateway (task %s)',
      async state => {
        const one = await platform.connect({ client: 'bp', paymentrules: [{}] })
        const pending = samplePayment({ id: 'pay-2', gateway: 'Sber', status: 'pending', paidAt: undefined })
        await platform.put('olv-1', { payments: [first, pending] })
        await finishOnly('1000.00')
        if (state === 'forgotten') await forget()
        const settings = {
          ...(await platform.call('GET', `/api/v1/integrations/${one.id}`)).body.settings,
          paymentrules: [{ gateway: 'Sber' }],
        }
        const patch = { settings }
        await platform.call('PATCH', `/api/v1/integrations/${one.id}`, patch, { 'if-match': '"1"' })
        await platform.put('olv-1', { payments: [first, pending], ...again })
        expect(await tasks()).toEqual([])
        await platform.put('olv-1', { payments: [{ ...first, status: 'failed' }, pending] })
        await only('1000.00', 'undo-payment')
      },
    )
  })

  it.each(['unf', 'auto'])(
    'stay in the books when the order is canceled, the rest is not made (%s)',
    async client => {
      const one = await enteredPart(client)
      await platform.put('olv-1', { ...part, canceled: true })
      expect(await tasks()).toMatchObject([
        { code: 'check-canceled', params: { amount: '1000.00', payment: 'stays' } },
      ])
      await platform.put('olv-1', { ...twoParts, canceled: true })
      const params = (await tasks()).map((task: { params: object }) => task.params)
      expect(params).toHaveLength(2)
      expect(params).toContainEqual(expect.objectContaining({ amount: '1000.00', payment: 'stays' }))
      expect(params).toContainEqual({ amount: '500.00', currency: 'RUB', payment: 'not-made' })
      const { body } = await platform.call('GET', `/api/v1/integrations/${one.id}/findings`)
      const canceled = body.items.filter(({ code }: { code: string }) => code === 'canceled-but-paid')
      expect(canceled).toHaveLength(2)
    },
  )

  describe('once the task has settled itself, finished by a person all the same', () => {
    it('hold the whole payment back from БП', async () => {
      const one = await platform.connect({ client: 'bp' })
      await platform.put('olv-1', part)
      await oneC(server, one).exchange()
      const task = await only('1000.00')
      await platform.put('olv-1', inFull)
      const done = await finish(task.id)
      expect(done).toMatchObject({ state: 'done', doneBy: expect.any(String) })
      expect(await findings(one.id)).toMatchObject(doubles)
      expect(await oneC(server, one).exchange()).toEqual([])
      expect(await finish(task.id)).toEqual(done)
    })

    it('count in what is asked for next', async () => {
      await platform.connect({ client: 'bp' })
      await platform.put('olv-1', part)
      const task = await only('1000.00')
      await platform.put('olv-1', twoParts)
      const next = await only('1500.00')
      await finish(task.id)
      expect(await only('500.00')).toMatchObject({ id: next.id })
    })

    it('are not asked for again with their cause', async () => {
      await platform.connect({ client: 'bp' })
      await platform.put('olv-1', part)
      const task = await only('1000.00')
      await platform.put('olv-1', inFull)
      await finish(task.id)
      await platform.put('olv-1', part)
      expect(await tasks()).toEqual([])
    })
  })
})
