import type { AttentionItem } from '@obmen/contract/rest'
import { expect, it, vi } from 'vitest'
import { oneC, samplePayment } from '../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../test/support/databases.js'

describeOnEachPostgres('the bell', pg => {
  const server = useServer(pg, { confirmWithinMinutes: 0 })
  const platform = usePlatform(server)

  const attention = async () => (await platform.call('GET', '/api/v1/attention')).body
  const items = async (): Promise<AttentionItem[]> => (await attention()).items
  /** The states are looked at a moment after what changed them. */
  const eventually = (expected: object[]) =>
    vi.waitFor(async () => expect(await items()).toMatchObject(expected), { timeout: 60_000, interval: 50 })
  const quiet = { items: [], more: false, tasks: 0, held: 0, heldByPeople: 0 }
  const refunded = { payments: [samplePayment({ status: 'refunded' })] }

  it('rings for a file that can’t be read, until a later one of its kind is', async () => {
    const one = await platform.connect()
    const by = oneC(server, one)
    const cookie = await by.signIn()
    const send = async (name: string, text: string) => {
      const body = { method: 'POST', body: text, cookie }
      await by.ask(`file&filename=${name}`, body)
      await by.ask(`import&filename=${name}`, { cookie })
    }
    await send('broken.xml', '<КоммерческаяИнформация><Документ></КоммерческаяИнформация>')
    await eventually([{ kind: 'upload', name: 'broken.xml', integrationId: one.id }])
    await send(
      'good.xml',
      '<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08"/>',
    )
    await eventually([])
  })

  it('is told live of what needs somebody and no longer does', async () => {
    const answer = await fetch(`${server.url}/api/v1/live`, {
      headers: { authorization: `Bearer ${platform.apiToken}` },
    })
    const heard = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const one = await platform.connect()
    await platform.put('olv-1')
    const told = async () => {
      let text = ''
      while (!text.includes('attention-changed')) text += (await heard.read()).value ?? ''
      return text
    }
    const by = { integrationId: one.id, reason: 'Ждём' }
    await platform.call('POST', '/api/v1/orders/olv-1/hold', by)
    expect(await told()).toContain(one.id)
    await platform.call('POST', '/api/v1/orders/olv-1/release', { integrationId: one.id })
    expect(await told()).toContain(one.id)
    await heard.cancel()
  })

  const LARGE = '100000000000000.00'
  const huge = () => ({
    lines: [
      { id: 'svc', name: 'Аренда', kind: 'service', vat: '10', quantity: '1', price: LARGE, amount: LARGE },
    ],
    total: LARGE,
    payments: [samplePayment({ amount: LARGE })],
  })

  // What follows is made of statements that the tests above, and those of their rooms, run on each PostgreSQL.
  if (!pg.isNewest) return

  it('is silent while all is well, and before anything happened', async () => {
    expect(await attention()).toEqual(quiet)
    const one = await platform.connect()
    await platform.put('olv-1')
    await oneC(server, one).exchange()
    await platform.put('olv-2')
    expect(await attention()).toEqual(quiet)
  })

  it('rings for a 1C that can’t sign in, until it can', async () => {
    const one = await platform.connect()
    expect((await oneC(server, { ...one, password: 'wrong' }).ask('checkauth')).status).toBe(401)
    await eventually([
      {
        kind: 'integration',
        integrationId: one.id,
        state: 'refused',
        stateCause: { code: 'wrong-password' },
      },
    ])
    await oneC(server, one).signIn()
    await eventually([])
  })

  it('rings for a 1C that takes orders and does not confirm them, until it does', async () => {
    const one = await platform.connect()
    await platform.put('olv-1')
    const by = oneC(server, one)
    await by.ask('query', { cookie: await by.signIn() })
    await eventually([{ kind: 'integration', state: 'unconfirmed', integrationId: one.id }])
    await by.exchange()
    await eventually([])
  })

  it('rings, worst first, for a pause and for a 1C that calls while orders wait for over an hour', async () => {
    const late = await platform.connect()
    const paused = await platform.connect()
    await oneC(server, late).exchange()
    for (const id of ['olv-1', 'olv-2']) await platform.put(id)
    await platform.call('PATCH', `/api/v1/integrations/${paused.id}`, { enabled: false })
    const listed = { kind: 'integration', integrationId: paused.id, state: 'paused', orders: 2 }
    expect(await items()).toMatchObject([listed])
    await server.db.query(
      `update outbox_entry set owed_since = owed_since - interval '2 hours'
        where integration_key = (select key from integration where id = $1)`,
      [late.id],
    )
    const [first] = await items()
    expect(first).toMatchObject({ integrationId: late.id, state: 'exchanging', orders: 2 })
    expect(Date.now() - Date.parse(first!.since)).toBeGreaterThan(3_600_000)
    await oneC(server, { ...late, password: 'wrong' }).ask('checkauth')
    await vi.waitFor(async () => expect((await items())[0]).toMatchObject({ state: 'refused', orders: 2 }))
    await oneC(server, late).exchange()
    expect(await items()).toMatchObject([listed])
  })

  it('counts an order that two 1C bases are not given once', async () => {
    for (const one of [await platform.connect(), await platform.connect()]) {
      await platform.put('olv-1')
      await platform.call('POST', '/api/v1/orders/olv-1/hold', { integrationId: one.id, reason: 'Ждём' })
    }
    expect(await attention()).toMatchObject({ items: [], held: 1 })
  })

  it('rings for orders held by preflight, a line a cause, not for what a person holds', async () => {
    const one = await platform.connect({ client: 'unf' })
    for (const id of ['olv-1', 'olv-2']) expect((await platform.put(id, huge())).status).toBe(201)
    await platform.put('olv-3')
    const hold = { integrationId: one.id, reason: 'Ждём подписи' }
    await platform.call('POST', '/api/v1/orders/olv-3/hold', hold)
    const of = [{ integrationId: one.id }]
    const held = { kind: 'held', holdKind: 'finding', orders: 2, orderId: 'olv-2', integrations: of }
    expect(await attention()).toMatchObject({ items: [held], held: 3, heldByPeople: 1 })
    const groups = (await platform.call('GET', '/api/v1/held-orders')).body.items
    expect(groups).toMatchObject([
      { holdKind: 'person', orders: 1 },
      { holdKind: 'finding', orders: 2 },
    ])
    for (const id of ['olv-1', 'olv-2'])
      await platform.call('POST', `/api/v1/orders/${id}/release`, { integrationId: one.id })
    expect(await attention()).toMatchObject({ items: [], held: 1 })
  })

  it('has one line a cause, whichever 1C bases it holds orders back from, with each order once', async () => {
    const made = [await platform.connect({ client: 'unf' }), await platform.connect({ client: 'unf' })]
    for (const id of ['olv-1', 'olv-2']) expect((await platform.put(id, huge())).status).toBe(201)
    const [held, ...others] = await items()
    expect(others).toEqual([])
    expect(held).toMatchObject({ kind: 'held', orders: 2, orderId: 'olv-2' })
    const held1C = held?.kind === 'held' ? held.integrations.map(one => one.integrationId) : []
    expect(held1C.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
    expect((await platform.call('GET', '/api/v1/held-orders')).body.items).toHaveLength(2)
  })

  it('rings for tasks until they are done', async () => {
    const one = await platform.connect()
    await platform.put('olv-1')
    await oneC(server, one).exchange()
    await platform.put('olv-1', refunded)
    expect(await attention()).toMatchObject({ items: [{ kind: 'tasks', open: 1 }], tasks: 1 })
    const other = await platform.connect()
    const tasksOf = async ({ id }: { id: string }) =>
      (await platform.call('GET', `/api/v1/tasks?integrationId=${id}&count=true`)).body.total.count
    expect([await tasksOf(one), await tasksOf(other)]).toEqual([1, 0])
    const [task] = (await platform.call('GET', '/api/v1/tasks')).body.items
    await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
    expect(await attention()).toMatchObject({ items: [], tasks: 0 })
  })

  it('rings for a webhook that stopped by itself, not for one that a person stopped', async () => {
    const body = { url: 'https://platform.example/hook', types: ['*'] }
    const { id } = (await platform.call('POST', '/api/v1/webhooks', body)).body
    const address = `/api/v1/webhooks/${id}`
    await platform.call('PATCH', address, { enabled: false })
    expect(await items()).toEqual([])
    await server.db.query(`update webhook set state = 'paused', state_reason = 'failing' where id = $1`, [id])
    expect(await items()).toMatchObject([{ kind: 'webhook', webhookId: id, reason: 'failing' }])
    await platform.call('PATCH', address, { enabled: true })
    expect(await items()).toEqual([])
  })
})
