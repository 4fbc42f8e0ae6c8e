import { describe, expect, it } from 'vitest'
import { oneC, samplePayment } from '../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../test/support/app/use-server.js'
import { askMonths } from '../../../test/support/away-from-midnight.js'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { inspectMarked, TIMEZONE } from '../../../test/support/place.js'
import { stepFindings } from '../../preflight/step-findings.js'

describeOnNewestPostgres('what does not reach 1C', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)

  /** The sample orders are older than their integrations. */
  const isOld = ({ code }: { code: string }): boolean => code === 'before-default-start'
  const codesOf = (items: { code: string }[]): string[] =>
    items.filter(item => !isOld(item)).map(({ code }) => code)
  const cutOf = (items: { code: string }[]) => items.find(({ code }) => code === 'comment-cut')
  const refunded = { payments: [samplePayment({ status: 'refunded' })] }
  async function findings(id: string, query = '') {
    const { body } = await platform.call('GET', `/api/v1/integrations/${id}/findings${query}`)
    return body
  }
  async function tasks(query = '') {
    return (await platform.call('GET', `/api/v1/tasks${query}`)).body
  }

  it('is in the answer to a put, for each 1C concerned, and again when nothing changed', async () => {
    const { id } = await platform.connect({ client: 'rt' })
    const delivery = { name: 'Курьер', amount: '0.00', vat: 'none', address: 'ул. Мира, 9' }
    const put = await platform.put('olv-1', { delivery })
    expect(put.body.warnings).toMatchObject([
      { code: 'delivery-address-unread', severity: 'loses', integrationId: id, path: '/delivery/address' },
    ])
    expect((await platform.put('olv-1', { delivery })).body.warnings).toEqual(put.body.warnings)
    expect((await platform.put('olv-1')).body.warnings).toEqual([])
    expect((await findings(id)).items).toEqual([])
  })

  it('is a list of the integration, by severity and code, page by page', async () => {
    const { id } = await platform.connect()
    const comment = 'x'.repeat(4000)
    for (const order of ['olv-1', 'olv-2', 'olv-3']) await platform.put(order, { comment, currency: 'EUR' })
    const all = await findings(id)
    expect(new Set(codesOf(all.items))).toEqual(
      new Set(['comment-cut', 'foreign-currency', 'foreign-currency-payment']),
    )
    expect(all.counts).toContainEqual({ code: 'comment-cut', severity: 'loses', orders: 3 })
    expect(codesOf((await findings(id, '?severity=blocks')).items)).toEqual([])
    const first = await findings(id, '?code=comment-cut&limit=2')
    const second = await findings(id, `?code=comment-cut&limit=2&cursor=${first.next}`)
    const orders = [...first.items, ...second.items].map(({ orderId }: { orderId: string }) => orderId)
    expect(orders).toEqual(['olv-3', 'olv-2', 'olv-1'])
    expect(second.next).toBeNull()
  })

  it('is told as done once 1C has the order, and what was true only until then is gone', async () => {
    const { ofThisMonth } = await askMonths(TIMEZONE)
    const one = await platform.connect()
    await platform.put('olv-1', ofThisMonth)
    await oneC(server, one).exchange()
    await platform.put('olv-1', { ...ofThisMonth, comment: 'x'.repeat(4000) })
    const before = (await findings(one.id)).items
    expect(codesOf(before)).toEqual(['accountant-edits-lost', 'comment-cut'])
    expect(cutOf(before)).toMatchObject({ done: false, message: expect.stringContaining('будет отрезан') })
    await oneC(server, one).exchange()
    const after = (await findings(one.id)).items
    expect(codesOf(after)).toEqual(['comment-cut'])
    expect(cutOf(after)).toMatchObject({ done: true, message: expect.stringContaining('конец отрезан') })
  })

  it('of a canceled order that is paid promises no payment, neither before nor after', async () => {
    const one = await platform.connect()
    await platform.put('olv-1')
    await oneC(server, one).exchange()
    await platform.put('olv-1', { canceled: true })
    const preflight = async () =>
      (await platform.call('GET', `/api/v1/orders/olv-1/preflight?integrationId=${one.id}`)).body.items
    expect(codesOf(await preflight())).toEqual(['canceled-but-paid', 'cancels-document'])
    await oneC(server, one).exchange()
    expect(codesOf(await preflight())).toEqual(['canceled-but-paid', 'cancels-document'])
    expect((await preflight())[0].message).toContain('осталась проведённой')
  })

  it('follows the settings of the integration', async () => {
    const { id } = await platform.connect()
    await platform.put('olv-1')
    const { body } = await platform.call('GET', `/api/v1/integrations/${id}`)
    const settings = { ...body.settings, closedbefore: '2030-01-01' }
    await platform.call('PATCH', `/api/v1/integrations/${id}`, { settings }, { 'if-match': '"1"' })
    const { rows } = await server.db.query<{ key: number }>('select key from integration where id = $1', [id])
    while (await stepFindings(server.db, rows[0]!.key));
    expect(codesOf((await findings(id)).items)).toEqual(['closed-period-risk'])
  })

  it('of what changed while it was given out is known once it was', async () => {
    const one = await platform.connect()
    await platform.put('olv-1')
    const by = oneC(server, one)
    const cookie = await by.signIn()
    await by.ask('query', { cookie })
    await platform.put('olv-1', refunded)
    await by.ask('success', { cookie })
    await inspectMarked(server.db)
    expect(codesOf((await findings(one.id)).items)).toContain('refund-not-told')
  })

  describe('as a task', () => {
    it('is one for each happening, however often the order is put, and stays done', async () => {
      const one = await platform.connect()
      await platform.put('olv-1')
      await oneC(server, one).exchange()
      const refund = (id: string, amount: string) => ({ id, amount, refundedAt: '2026-11-20T10:00:00+05:00' })
      const back = { payments: [samplePayment({ refunds: [refund('r-1', '500.00')] })] }
      await platform.put('olv-1', back)
      await platform.put('olv-1', { ...back, comment: 'Ещё раз' })
      const open = await tasks()
      expect(open).toMatchObject({
        open: 1,
        items: [{ code: 'enter-refund', orderId: 'olv-1', state: 'open' }],
      })
      expect(open.items[0].message).toContain('500,00\u00a0₽ по заказу OLV/17')
      const done = await platform.call('POST', `/api/v1/tasks/${open.items[0].id}/done`)
      expect(done.body).toMatchObject({
        state: 'done',
        doneAt: expect.any(String),
        doneBy: expect.any(String),
      })
      await platform.put('olv-1', back)
      await platform.put('olv-1', {
        payments: [samplePayment({ status: 'refunded', refunds: [refund('r-1', '500.00')] })],
      })
      expect((await tasks()).items).toMatchObject([{ params: { amount: '2500.00' } }])
      expect((await tasks('?state=done')).items).toHaveLength(1)
      const total = async (query: string) => (await tasks(`?count=true&limit=1&${query}`)).total
      const found = (total: string) => ({ count: 1, exact: true, sums: [{ currency: 'RUB', total }] })
      expect(await total('state=open')).toEqual(found('2500.00'))
      expect(await total('state=done&from=2020-01-01')).toEqual(found('500.00'))
      expect(await total('state=open&to=2020-01-01')).toEqual({ count: 0, exact: true, sums: [] })
      expect((await tasks(`?companyId=${platform.companyId}`)).items).toHaveLength(1)
    })

    it('settles itself when its cause is gone', async () => {
      await platform.connect()
      await platform.put('olv-1', { payments: [samplePayment({ amount: '1000.00' })] })
      expect((await tasks()).items).toMatchObject([{ code: 'enter-payment', params: { amount: '1000.00' } }])
      await platform.put('olv-1')
      expect((await tasks()).items).toEqual([])
      expect((await tasks('?state=done')).items).toMatchObject([{ doneBy: null }])
    })

    it('settles itself when its order leaves the rules before it was sent', async () => {
      await platform.connect()
      const part = { payments: [samplePayment({ amount: '1000.00' })] }
      await platform.put('olv-1', part)
      expect((await tasks()).open).toBe(1)
      await platform.put('olv-1', { ...part, status: 'canceled' })
      expect((await tasks()).open).toBe(0)
    })

    it('that settled itself is open again with its cause, one that a person finished is not', async () => {
      await platform.connect()
      const part = { payments: [samplePayment({ amount: '1000.00' })] }
      await platform.put('olv-1', part)
      await platform.put('olv-1')
      await platform.put('olv-1', part)
      const again = await tasks()
      expect(again).toMatchObject({
        open: 1,
        items: [{ code: 'enter-payment', params: { amount: '1000.00' }, state: 'open', doneAt: null }],
      })
      await platform.call('POST', `/api/v1/tasks/${again.items[0].id}/done`)
      await platform.put('olv-1')
      await platform.put('olv-1', part)
      expect((await tasks()).items).toEqual([])
    })

    it('is open again at a person’s word, and the history of its order tells who changed it', async () => {
      const one = await platform.connect({ client: 'unf' })
      await platform.put('olv-1', { payments: [samplePayment({ amount: '1000.00' })] })
      const [task] = (await tasks('?orderId=olv-1')).items
      expect((await tasks('?orderId=olv-2')).items).toEqual([])
      const change = async (to: string) => {
        const { status, body } = await platform.call('POST', `/api/v1/tasks/${task.id}/${to}`)
        expect(status).toBe(200)
        return body
      }
      const { doneBy } = await change('done')
      expect((await tasks()).open).toBe(0)
      expect(await change('reopen')).toMatchObject({ state: 'open', doneAt: null, doneBy: null })
      await change('reopen')
      // What was entered counts no longer: the task is for all that is paid.
      expect((await tasks()).items).toMatchObject([{ id: task.id, params: { amount: '1000.00' } }])
      await platform.put('olv-1')
      expect((await tasks()).open).toBe(0)
      await change('reopen')
      expect((await tasks()).open).toBe(0)
      const { body } = await platform.call('GET', '/api/v1/orders/olv-1/timeline')
      const told = body.items.filter(({ kind }: { kind: string }) => kind === 'task')
      const of = { integrationId: one.id, code: 'enter-payment', message: task.message }
      expect(told).toMatchObject([
        { ...of, change: 'made', by: null },
        { ...of, change: 'done', by: doneBy },
        { ...of, change: 'reopened', by: doneBy },
        { ...of, change: 'settled', by: null },
      ])
      expect(told).toHaveLength(4)
      const missing = await platform.call('POST', '/api/v1/tasks/999999999/reopen')
      expect(missing.status).toBe(404)
    })

    it('names its order by the number in that 1C, also before it was sent there', async () => {
      await platform.connect({ ordernumber: 'platform' })
      await platform.put('olv-1', { number: '7', payments: [samplePayment({ amount: '1000.00' })] })
      const [task] = (await tasks()).items
      expect(task.numberIn1c).toBe('7')
      expect(task.message).toContain('по заказу 7: ')
      const { body } = await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
      expect(body.numberIn1c).toBe('7')
    })
  })

  it('more is given back than was paid: refused', async () => {
    const refunds = [{ id: 'r', amount: '3000.01', refundedAt: '2026-11-20T10:00:00+05:00' }]
    const { status, body } = await platform.put('olv-1', { payments: [samplePayment({ refunds })] })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: '/payments/0/refunds' }])
  })
})
