import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  newPlatform,
  oneC,
  type Platform,
  sampleLine,
  samplePayment,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { describeOnEachPostgres } from '../support/databases.js'
import { inspectMarked } from '../support/place.js'

describeOnEachPostgres('payments that a task asks to enter by hand', pg => {
  let server: TestServer
  let platform: Platform
  beforeAll(async () => {
    server = await startTestServer(await pg.freshDatabase())
    return () => server[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    platform = await newPlatform(server)
  })

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
  const doubles = [{ params: { entered: '1000.00', total: '3000.00', payment: 'doubles' } }]

  it('a part holds the whole payment back from БП until it is released', async () => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('olv-1', part)
    await oneC(server, one).exchange()
    await finishOnly('1000.00')
    await platform.put('olv-1', inFull)
    expect(await findings(one.id)).toMatchObject([{ ...doubles[0], severity: 'blocks', path: '/payments' }])
    expect(await oneC(server, one).exchange()).toEqual([])
    expect(await tasks()).toEqual([])
    await platform.call('POST', '/api/v1/orders/olv-1/release', { integrationId: one.id })
    expect(await oneC(server, one).exchange()).toHaveLength(1)
    await platform.put('olv-1', { ...inFull, ...again })
    expect(await oneC(server, one).exchange()).toHaveLength(1)
    expect(await findings(one.id)).toEqual([])
  })

  it('a part is followed by a task for the rest where УНФ refuses the whole, until that is entered too', async () => {
    const one = await platform.connect({ client: 'unf' })
    await platform.put('olv-1', part)
    await oneC(server, one).exchange()
    await finishOnly('1000.00')
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
    it('are not taken for entered once the excess is returned', async () => {
      const one = await platform.connect({ client: 'bp' })
      await platform.put('olv-1', twice)
      await finishOnly('6000.00', 'enter-overpayment')
      await platform.put('olv-1', returned)
      expect(await findings(one.id)).toEqual([])
      expect(await oneC(server, one).exchange()).toHaveLength(1)
    })

    it('are asked for once the excess is returned and the sum has grown', async () => {
      await platform.connect({ client: 'unf' })
      await platform.put('olv-1', twice)
      await finishOnly('6000.00', 'enter-overpayment')
      await platform.put('olv-1', { ...returned, ...costing(3) })
      await only('3000.00')
    })

    it('hold the whole payment back from БП if nothing is returned and the sum has grown', async () => {
      const one = await platform.connect({ client: 'bp' })
      await platform.put('olv-1', twice)
      await finishOnly('6000.00', 'enter-overpayment')
      await platform.put('olv-1', { ...twice, ...costing(4) })
      expect(await findings(one.id)).toMatchObject([{ params: { entered: '6000.00', payment: 'doubles' } }])
      expect(await oneC(server, one).exchange()).toEqual([])
    })
  })

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
