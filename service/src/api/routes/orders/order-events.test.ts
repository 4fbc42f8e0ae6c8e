import { beforeEach, expect, it } from 'vitest'
import {
  newPlatform,
  type Platform,
  sampleOrder,
  samplePayment,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

interface Told {
  type: string
  orderId: string
  integrationId: string | null
  // biome-ignore lint/suspicious/noExplicitAny: of any type of event.
  data: any
}

describeOnNewestPostgres('the feed tells', pg => {
  const server = useServer(pg)
  let platform: Platform
  beforeEach(async () => {
    platform = await newPlatform(server)
  })
  const told = async (...types: string[]): Promise<Told[]> =>
    (await platform.call('GET', `/api/v1/events?types=${types}`)).body.items

  it('each task that opens, and how it ends: by a person, or because its cause is gone', async () => {
    const { id: integrationId } = await platform.connect()
    await platform.put('o', { payments: [samplePayment({ amount: '1000.00' })] })
    const [task] = (await platform.call('GET', '/api/v1/tasks')).body.items
    await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
    await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
    await platform.call('POST', `/api/v1/tasks/${task.id}/reopen`)
    await platform.put('o')
    const { code, params } = task
    const of = { orderId: 'o', integrationId, data: { taskId: task.id, code, params } }
    expect(await told('task.opened', 'task.settled')).toMatchObject([
      { type: 'task.opened', ...of },
      { type: 'task.settled', ...of, data: { ...of.data, by: 'person' } },
      { type: 'task.opened', ...of },
      { type: 'task.settled', ...of, data: { ...of.data, by: 'cause' } },
    ])
  })

  it('what a 1C would lose or refuse, once, when preflight first finds it', async () => {
    const { id: integrationId } = await platform.connect()
    const { body } = await platform.put('o', { currency: 'EUR' })
    const found = body.warnings.filter(
      ({ severity }: { severity?: string }) => severity && severity !== 'note',
    )
    expect(found.length).toBeGreaterThan(0)
    await platform.put('o', { currency: 'EUR', comment: 'x' })
    const [event, ...rest] = await told('order.finding')
    expect(rest).toEqual([])
    expect(event).toMatchObject({ orderId: 'o', integrationId })
    const codes = (list: { code: string }[]) => list.map(({ code }) => code).sort()
    expect(codes(event!.data.findings)).toEqual(codes(found))
    expect(event!.data.findings[0]).toEqual({
      ...{ code: expect.any(String), path: expect.any(String), params: expect.any(Object) },
      severity: expect.stringMatching(/^(loses|blocks)$/),
    })
  })

  it('nothing of an order that a change of settings finds fault with: the list does', async () => {
    const { id } = await platform.connect()
    await platform.put('o')
    const path = `/api/v1/integrations/${id}`
    const { settings } = (await platform.call('GET', path)).body
    const changed = { settings: { ...settings, closedbefore: '2027-01-01' } }
    expect((await platform.call('PATCH', path, changed)).status).toBe(200)
    const found = async () => (await platform.call('GET', `${path}/findings`)).body.items
    await expect.poll(found, { timeout: 60_000 }).not.toEqual([])
    expect(await told('order.finding')).toEqual([])
    await platform.put('p')
    expect(await told('order.finding')).toMatchObject([{ orderId: 'p', integrationId: id }])
  })

  it('two refusals in turn once each, with paths of bounded length', async () => {
    for (const bad of [{ total: '1.00' }, { currency: 'rub' }, { total: '1.00' }, { currency: 'rub' }])
      expect((await platform.put('o', bad)).status).toBe(422)
    expect(await told('order.refused')).toHaveLength(2)
    await platform.put('p', { ['x'.repeat(100_000)]: 1 })
    expect((await told('order.refused')).at(-1)!.data.errors[0].path).toHaveLength(200)
  })

  it('a refused put once, however often it is repeated, and again when the refusal is another', async () => {
    const bad = { total: '1.00' }
    for (let time = 0; time < 3; time++) expect((await platform.put('o', bad)).status).toBe(422)
    await platform.put('o', { currency: 'rub' })
    await platform.put('o')
    expect((await platform.put('o', {}, { 'if-none-match': '*' })).status).toBe(412)
    await platform.batch([sampleOrder(platform.companyId, { id: 'o', ...bad }), '{"id":1}', '{'])
    await platform.put('o', bad)
    const total = { code: 'invalid', errors: [{ path: '/total', code: 'total-differs' }] }
    const currency = { code: 'invalid', errors: [{ path: '/currency', code: 'currency-shape' }] }
    expect(await told('order.refused')).toMatchObject([
      { orderId: 'o', integrationId: null, data: total },
      { orderId: 'o', data: currency },
      { orderId: 'o', data: total },
    ])
    await platform.put('o', { comment: 'иначе' })
    await platform.put('o', bad)
    expect(await told('order.refused')).toHaveLength(4)
    expect((await platform.call('GET', '/api/v1/orders/o')).body.comment).toBe('иначе')
  })
})
