import type { BulkAction } from '@obmen/contract/rest'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  sampleOrder,
  startTestServer,
  type TestServer,
} from '../../test/support/app/test-server.js'
import { describeOnNewestPostgres } from '../../test/support/databases.js'
import { pauseJobs } from '../../test/support/jobs.js'
import { sweepBulkActions } from './bulk-actions.js'
import { startBulkAction } from './start-bulk-action.js'
import { stepBulkAction } from './step-bulk-action.js'

describeOnNewestPostgres('a bulk action', pg => {
  let server: TestServer
  let platform: Platform
  let one: Connected1C
  beforeAll(async () => {
    server = await startTestServer(await pg.freshDatabase())
    return () => server[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    platform = await newPlatform(server)
    one = await platform.connect()
  })

  const call = (method: string, path: string, body?: object) =>
    platform.call(method, `/api/v1/bulk-actions${path}`, body)
  const start = async (body: object): Promise<BulkAction> => {
    const answer = await call('POST', '', { integrationId: one.id, ...body })
    expect(answer.status, answer.text).toBe(202)
    return finished(answer.body.id)
  }
  const finished = (id: number): Promise<BulkAction> =>
    vi.waitFor(async () => {
      const { body } = await call('GET', `/${id}`)
      expect(body.state).not.toBe('running')
      return body
    }, 60_000)
  const put = async (...ids: string[]) => {
    for (const id of ids) expect((await platform.put(id, { number: id })).status).toBeLessThan(300)
  }
  const ids = async (query: string): Promise<string[]> => {
    const { body } = await platform.call('GET', `/api/v1/orders?integrationId=${one.id}&${query}`)
    return body.items.map(({ id }: { id: string }) => id).toSorted()
  }

  it('holds all that match, and is undone: exactly what it held is released', async () => {
    await put('olv-1', 'olv-2', 'olv-3')
    const earlier = { integrationId: one.id, reason: 'Раньше' }
    await platform.call('POST', '/api/v1/orders/olv-3/hold', earlier)
    const held = await start({ action: 'hold', reason: 'Ждём подписи', filter: { status: 'purchased' } })
    expect(held).toMatchObject({
      total: 3,
      done: 2,
      skipped: 1,
      state: 'done',
      undoable: true,
      pending: true,
    })
    expect(await ids('state=held')).toEqual(['olv-1', 'olv-2', 'olv-3'])
    expect(await oneC(server, one).exchange()).toEqual([])

    const undo = await call('POST', `/${held.id}/undo`)
    expect(await finished(undo.body.id)).toMatchObject({ action: 'release', undoOf: held.id, done: 2 })
    expect(await ids('state=held')).toEqual(['olv-3'])
    expect((await call('GET', `/${held.id}`)).body).toMatchObject({ undoable: false, pending: false })
    expect((await call('POST', `/${held.id}/undo`)).status).toBe(409)
  })

  it('undone leaves alone what somebody released meanwhile', async () => {
    await put('olv-1')
    const held = await start({ action: 'hold', reason: 'Ждём', orderIds: ['olv-1'] })
    await platform.call('POST', '/api/v1/orders/olv-1/release', { integrationId: one.id })
    const undo = await call('POST', `/${held.id}/undo`)
    expect(await finished(undo.body.id)).toMatchObject({ total: 1, done: 0, skipped: 1 })
  })

  it('undone leaves held what preflight speaks against by now (O9)', async () => {
    const ofOctober = { placedAt: '2026-10-05T12:00:00+05:00' }
    one = await platform.connect({ client: 'bp', closedbefore: '2026-11-01' })
    const exportOf = async (id: string) =>
      (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items.find(
        ({ integrationId }: { integrationId: string }) => integrationId === one.id,
      )
    await put('olv-1', 'olv-2', 'olv-3')
    const held = await start({ action: 'hold', reason: 'Ждём', filter: {} })
    await platform.put('olv-1', { number: 'olv-1', ...ofOctober })
    await platform.put('olv-3', { number: 'olv-3', ...ofOctober })
    expect(await exportOf('olv-1')).toMatchObject({ state: 'held', heldKind: 'person' })
    const undo = await call('POST', `/${held.id}/undo`)
    expect(await finished(undo.body.id)).toMatchObject({ total: 3, done: 3, skipped: 0 })
    for (const id of ['olv-1', 'olv-3'])
      expect(await exportOf(id)).toMatchObject({ state: 'held', heldKind: 'finding', heldBy: null })
    expect(await exportOf('olv-2')).toMatchObject({ state: 'owed', heldKind: null })
  })

  it('undone leaves alone what somebody held anew, for a reason of their own', async () => {
    await put('olv-1', 'olv-2', 'olv-3')
    const held = await start({ action: 'hold', reason: 'Ждём', filter: {} })
    const one1C = { integrationId: one.id }
    await platform.call('POST', '/api/v1/orders/olv-1/release', one1C)
    await platform.call('POST', '/api/v1/orders/olv-1/hold', { ...one1C, reason: 'Спор с клиентом' })
    await platform.call('POST', '/api/v1/orders/olv-2/hold', { ...one1C, reason: 'Ждём акт' })
    const undo = await call('POST', `/${held.id}/undo`)
    expect(await finished(undo.body.id)).toMatchObject({ total: 3, done: 1, skipped: 2 })
    expect((await ids('state=held')).sort()).toEqual(['olv-1', 'olv-2'])
  })

  it('resends chosen orders, of its 1C’s company alone, and counts what it can’t', async () => {
    await put('olv-1', 'olv-2')
    await oneC(server, one).exchange()
    await platform.put('new', { status: 'new' })
    const company = { name: 'ООО «Лютик»', inn: '7707083893', kpp: '773601002' }
    const { body } = await platform.call('POST', '/api/v1/companies', company)
    await platform.put('theirs', { companyId: body.id })
    const sent = await start({ action: 'resend', orderIds: ['olv-1', 'new', 'theirs', 'unknown'] })
    expect(sent).toMatchObject({ total: 2, done: 1, skipped: 1, undoable: false })
    expect(await ids('state=owed')).toEqual(['olv-1'])
    expect(sent.pending).toBe(true)
    await oneC(server, one).exchange()
    expect((await call('GET', `/${sent.id}`)).body.pending).toBe(false)
  })

  it('releases what matches a state, although the list shrinks while it goes through it', async () => {
    await put('olv-1', 'olv-2', 'olv-3')
    await start({ action: 'hold', reason: 'Ждём', filter: {} })
    const released = await start({ action: 'release', filter: { state: 'held' } })
    expect(released).toMatchObject({ total: 3, done: 3, skipped: 0 })
    expect(await oneC(server, one).exchange()).toHaveLength(3)
  })

  it('goes on where it was when its server ended', async () => {
    await put('olv-1', 'olv-2', 'olv-3')
    const input = { locationId: platform.locationId, integrationId: one.id, by: {} }
    const resume = await pauseJobs(server.db)
    const { id } = await startBulkAction(server.db, { ...input, action: 'hold', reason: 'x', filter: {} })
    expect(await stepBulkAction(server.db, id)).toBe(true)
    expect((await call('GET', `/${id}`)).body).toMatchObject({ state: 'running', done: 0, total: 3 })
    await resume()
    expect(await finished(id)).toMatchObject({ state: 'done', done: 3 })
  })

  it('collects early orders that are to be sent again in steps, too', async () => {
    const lines = Array.from({ length: 600 }, (_, index) =>
      JSON.stringify(
        sampleOrder(platform.companyId, { id: `early-${index}`, placedAt: '2026-01-05T12:00:00Z' }),
      ),
    )
    const { status } = await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    })
    expect(status).toBe(200)
    expect(await oneC(server, one).exchange()).toHaveLength(600)
    const resume = await pauseJobs(server.db)
    const again = () => platform.call('POST', `/api/v1/integrations/${one.id}/early-orders`, { resend: true })
    expect((await again()).body).toEqual({ orders: 600 })
    expect((await again()).body).toEqual({ orders: 0 })
    const { items } = (await call('GET', '')).body
    expect(items).toMatchObject([{ action: 'resend', total: 600, done: 0 }])
    await resume()
    expect(await finished(items[0].id)).toMatchObject({ total: 600, done: 600, skipped: 0 })
    expect(await oneC(server, one).exchange()).toHaveLength(600)
  })

  it('is stepped by one server at a time, and does each order once', async () => {
    await put('olv-1', 'olv-2')
    const input = { locationId: platform.locationId, integrationId: one.id, by: {} }
    const { id } = await startBulkAction(server.db, { ...input, action: 'hold', reason: 'x', filter: {} })
    const run = async (): Promise<void> => {
      while (await stepBulkAction(server.db, id));
    }
    await Promise.all([run(), run(), run()])
    await run()
    expect(await finished(id)).toMatchObject({ total: 2, done: 2, skipped: 0 })
    const { rows } = await server.db.query<{ count: number }>(
      `select count(*) as count from hold_event h join integration i on i.key = h.integration_key where i.id = $1`,
      [one.id],
    )
    expect(rows[0]!.count).toBe(2)
  })

  it('stops when it is canceled; what is done stays', async () => {
    await put('olv-1')
    const input = { locationId: platform.locationId, integrationId: one.id, by: {} }
    const resume = await pauseJobs(server.db)
    const { id } = await startBulkAction(server.db, { ...input, action: 'hold', reason: 'x', filter: {} })
    await stepBulkAction(server.db, id)
    expect((await call('POST', `/${id}/cancel`)).body).toMatchObject({ state: 'canceled', done: 0 })
    expect(await stepBulkAction(server.db, id)).toBe(false)
    await resume()
    expect(await ids('state=held')).toEqual([])
  })

  it('is forgotten with its orders once it has long been over, one that runs is not', async () => {
    await put('olv-1')
    const old = await start({ action: 'hold', reason: 'Ждём', orderIds: ['olv-1'] })
    const recent = await start({ action: 'release', orderIds: ['olv-1'] })
    await server.db.query(`update bulk_action set finished_at = now() - interval '91 days' where id = $1`, [
      old.id,
    ])
    await sweepBulkActions(server.db, 90)
    expect((await call('GET', '')).body.items.map(({ id }: BulkAction) => id)).toEqual([recent.id])
    const { rows } = await server.db.query('select from bulk_action_order where action_id = $1', [old.id])
    expect(rows).toEqual([])
    expect(await ids('state=held')).toEqual([])
  })

  it('is refused while twenty of its location run, also where many are started at once', async () => {
    const resume = await pauseJobs(server.db)
    await server.db.query(
      `insert into bulk_action (location_id, integration_key, action)
       select i.location_id, i.key, 'resend' from integration i, generate_series(1, 18) where i.id = $1`,
      [one.id],
    )
    const input = { locationId: platform.locationId, integrationId: one.id, orderIds: [], by: {} }
    const started = await Promise.allSettled(
      Array.from({ length: 6 }, () => startBulkAction(server.db, { ...input, action: 'resend' })),
    )
    expect(started.filter(({ status }) => status === 'fulfilled').length).toBe(2)
    const body = { integrationId: one.id, action: 'resend', orderIds: ['nowhere'] }
    const refused = await call('POST', '', body)
    expect([refused.status, refused.body.reason]).toEqual([409, 'too-many-bulk-actions'])
    const other = await newPlatform(server)
    const theirs = await other.connect()
    const another = await other.call('POST', '/api/v1/bulk-actions', { ...body, integrationId: theirs.id })
    expect(another.status).toBe(202)
    const { items } = (await call('GET', '')).body
    expect((await call('POST', `/${items.at(-1).id}/cancel`)).status).toBe(200)
    expect((await call('POST', '', body)).status).toBe(202)
    await resume()
  })

  it('is refused without a reason to hold, without orders, and of another location', async () => {
    const refused = async (body: object) => {
      const answer = await call('POST', '', { integrationId: one.id, ...body })
      return [answer.status, answer.body.errors?.[0]?.path]
    }
    expect(await refused({ action: 'hold', filter: {} })).toEqual([422, '/reason'])
    expect(await refused({ action: 'resend' })).toEqual([422, '/orderIds'])
    expect(await refused({ action: 'resend', orderIds: ['a'], filter: {} })).toEqual([422, '/orderIds'])
    const made = await start({ action: 'release', filter: {} })
    const stranger = await newPlatform(server)
    for (const [method, path] of [
      ['GET', `/${made.id}`],
      ['POST', `/${made.id}/cancel`],
      ['POST', `/${made.id}/undo`],
    ] as const)
      expect((await stranger.call(method, `/api/v1/bulk-actions${path}`)).status).toBe(404)
    const foreign = { action: 'release', integrationId: one.id, filter: {} }
    expect((await stranger.call('POST', '/api/v1/bulk-actions', foreign)).status).toBe(404)
    expect((await stranger.call('GET', '/api/v1/bulk-actions')).body.items).toEqual([])
    expect((await call('GET', '')).body.items).toMatchObject([{ id: made.id }])
  })
})
