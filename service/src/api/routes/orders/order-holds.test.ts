import { describe, expect, it } from 'vitest'
import { newPlatform, oneC } from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('a held order', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  const post = (id: string, action: string, body: object) =>
    platform.call('POST', `/api/v1/orders/${id}/${action}`, body)
  const exportOf = async (id: string) =>
    (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items[0]
  const idsIn = async (query: string): Promise<string[]> =>
    (await platform.call('GET', `/api/v1/orders?${query}`)).body.items.map(({ id }: { id: string }) => id)

  it('goes to no query, and its later revisions are followed (O9)', async () => {
    const one = await platform.connect()
    await platform.put('a')
    await platform.put('b')
    const held = await post('a', 'hold', { integrationId: one.id, reason: 'Ждём договор' })
    expect(held).toMatchObject({ status: 200 })
    expect(held.body.items[0]).toMatchObject({
      ...{ state: 'held', heldKind: 'person', heldReason: 'Ждём договор', reason: 'Ждём договор' },
      heldSince: expect.any(String),
      heldBy: expect.any(String),
    })
    const put = await platform.put('a', { comment: 'Иначе' })
    expect(put.body).toMatchObject({ revision: 2, owedTo: [] })
    expect(await oneC(server, one).exchange()).toEqual(['2'])
    expect(await exportOf('a')).toMatchObject({ state: 'held', pendingRevision: 2 })
    const released = await post('a', 'release', { integrationId: one.id })
    expect(released.body.items[0]).toMatchObject({ state: 'owed', heldKind: null, heldSince: null })
    expect(await oneC(server, one).exchange()).toEqual(['1'])
    const timeline = (await platform.call('GET', '/api/v1/orders/a/timeline')).body.items
    const told = timeline.filter(({ kind }: { kind: string }) => kind === 'held' || kind === 'released')
    expect(told).toMatchObject([
      { kind: 'held', heldKind: 'person', reason: 'Ждём договор', by: expect.any(String) },
      { kind: 'released', cause: 'person', by: expect.any(String) },
    ])
    const events = (await platform.call('GET', '/api/v1/events')).body
    if (events.items)
      expect(events.items.map(({ type }: { type: string }) => type)).toEqual(
        expect.arrayContaining(['order.held', 'order.released']),
      )
  })

  it('is found by its state, beside those that are owed, offered, confirmed or do not match', async () => {
    const one = await platform.connect()
    for (const id of ['confirmed', 'held', 'offered']) await platform.put(id)
    await post('held', 'hold', { integrationId: one.id, reason: 'x' })
    await platform.put('other', { status: 'new' })
    const client = oneC(server, one)
    expect(await client.exchange()).toEqual(['1', '3'])
    await platform.put('offered', { comment: '2' })
    await client.ask('query', { cookie: await client.signIn() })
    await platform.put('owed')
    const by = (state: string) => idsIn(`integrationId=${one.id}&state=${state}`)
    expect([await by('held'), await by('offered'), await by('confirmed'), await by('not-matching')]).toEqual([
      ['held'],
      ['offered'],
      ['confirmed'],
      ['other'],
    ])
    expect(new Set(await by('owed'))).toEqual(new Set(['offered', 'owed']))
    const { body } = await platform.call('GET', `/api/v1/integrations/${one.id}`)
    expect(body.counts).toEqual({ owed: 2, offered: 1, held: 1, confirmed: 2 })
    expect((await platform.call('GET', '/api/v1/overview')).body).toMatchObject({ owed: 2, held: 1 })
  })

  it('what preflight objects to is held until a clean revision or a person releases it (O9)', async () => {
    const one = await platform.connect({ closedbefore: '2026-11-01' })
    const old = (comment: string) => ({ placedAt: '2026-10-05T12:00:00+05:00', comment })
    const put = await platform.put('old', old('1'))
    const blocks = put.body.warnings.filter(({ severity }: { severity?: string }) => severity === 'blocks')
    expect([blocks.length > 0, put.body.owedTo]).toEqual([true, []])
    expect(await exportOf('old')).toMatchObject({ state: 'held', heldKind: 'finding', heldBy: null })
    await post('old', 'release', { integrationId: one.id })
    expect((await exportOf('old')).state).toBe('owed')
    expect((await platform.put('old', old('1'))).body.owedTo).toEqual([one.id])
    expect((await platform.put('old', old('2'))).body.owedTo).toEqual([])
    const clean = await platform.put('old', { placedAt: '2026-11-05T12:00:00+05:00' })
    expect(clean.body.owedTo).toEqual([one.id])
    expect(await exportOf('old')).toMatchObject({ state: 'owed', heldKind: null })
    await platform.put('old', old('3'))
    await platform.put('old', { ...old('3'), status: 'canceled' })
    expect(await idsIn(`integrationId=${one.id}&state=held`)).toEqual([])
  })

  it("a person's hold that is lifted leaves it held by preflight, which has come to speak against it (O9)", async () => {
    const old = { placedAt: '2026-10-05T12:00:00+05:00' }
    const one = await platform.connect({ closedbefore: '2026-11-01' })
    const body = { integrationId: one.id, reason: 'Ждём договор' }
    await platform.put('a')
    await post('a', 'hold', body)
    await platform.put('a', old)
    const lifted = await post('a', 'release', { integrationId: one.id })
    expect(lifted.body.items[0]).toMatchObject({ state: 'held', heldKind: 'finding', heldBy: null })
    const timeline = (await platform.call('GET', '/api/v1/orders/a/timeline')).body.items
    expect(timeline.slice(-2)).toMatchObject([
      { kind: 'released', cause: 'person' },
      { kind: 'held', heldKind: 'finding' },
    ])
    const sent = await post('a', 'release', { integrationId: one.id })
    expect(sent.body.items[0]).toMatchObject({ state: 'owed', heldKind: null })
    await post('a', 'hold', body)
    const again = await post('a', 'release', { integrationId: one.id })
    expect(again.body.items[0]).toMatchObject({ state: 'owed', heldKind: null })
  })

  it("a person's hold that was lifted overrules nothing that preflight finds later (O9)", async () => {
    const one = await platform.connect({ client: 'bp' })
    await platform.put('a', { placedAt: '2026-10-05T12:00:00+05:00' })
    await post('a', 'hold', { integrationId: one.id, reason: 'Ждём договор' })
    await post('a', 'release', { integrationId: one.id })
    expect(await exportOf('a')).toMatchObject({ state: 'owed' })
    const { settings } = (await platform.call('GET', `/api/v1/integrations/${one.id}`)).body
    const closed = { settings: { ...settings, closedbefore: '2026-11-01' } }
    expect((await platform.call('PATCH', `/api/v1/integrations/${one.id}`, closed)).status).toBe(200)
    await expect.poll(() => exportOf('a')).toMatchObject({ state: 'held', heldKind: 'finding' })
  })

  describe('by preflight', () => {
    const october = (comment: string) => ({ placedAt: '2026-10-05T12:00:00+05:00', comment })
    const close = async (id: string): Promise<void> => {
      const { settings } = (await platform.call('GET', `/api/v1/integrations/${id}`)).body
      const closed = { settings: { ...settings, closedbefore: '2026-11-01' } }
      expect((await platform.call('PATCH', `/api/v1/integrations/${id}`, closed)).status).toBe(200)
    }

    it.each([
      ['the newest', { state: 'confirmed', heldKind: null, confirmedRevision: 1 }],
      ['an earlier', { state: 'held', heldKind: 'finding', confirmedRevision: 1 }],
    ])(
      'while it was on its way: what becomes of it when its 1C confirms %s revision (O9)',
      async (revision, expected) => {
        const one = await platform.connect({ client: 'bp' })
        await platform.put('a', october('1'))
        const client = oneC(server, one)
        const cookie = await client.signIn()
        await client.ask('query', { cookie })
        await close(one.id)
        await expect.poll(() => exportOf('a')).toMatchObject({ state: 'held', heldKind: 'finding' })
        if (revision === 'an earlier') await platform.put('a', october('2'))
        expect((await client.ask('success', { cookie })).text).toBe('success')
        expect(await exportOf('a')).toMatchObject(expected)
      },
    )

    it.each([
      ['in a closed month', october('2'), october('2')],
      ['in a currency', { currency: 'USD' }, { currency: 'USD', comment: '3' }],
    ])('%s, is held no more once it is taken over from its 1C (O9)', async (_why, held, taken) => {
      const one = await platform.connect({ client: 'bp' })
      await platform.put('a', october('1'))
      await oneC(server, one).exchange()
      await close(one.id)
      await platform.put('a', { ...october('1'), ...held })
      expect(await exportOf('a')).toMatchObject({ state: 'held', heldKind: 'finding' })
      await platform.put('a', { ...october('1'), ...taken }, { 'obmen-origin': one.id })
      expect(await exportOf('a')).toMatchObject({ state: 'confirmed', heldKind: null })
    })
  })

  it('is noted once, however often it is found again, and held by a person each time', async () => {
    const one = await platform.connect({ closedbefore: '2026-11-01' })
    await platform.put('old', { placedAt: '2026-10-05T12:00:00+05:00' })
    for (const comment of ['1', '2'])
      await platform.put('old', { placedAt: '2026-10-05T12:00:00+05:00', comment })
    const held = async () =>
      (await platform.call('GET', '/api/v1/orders/old/timeline')).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'held',
      ).length
    expect(await held()).toBe(1)
    for (const reason of ['Ждём договор', 'Ждём акт'])
      await post('old', 'hold', { integrationId: one.id, reason })
    expect(await held()).toBe(3)
  })

  it('of another location or company is not found, and one that is not held stays as it is', async () => {
    const stranger = await newPlatform(server)
    const theirs = await stranger.connect()
    const one = await platform.connect()
    await platform.put('a')
    expect((await post('a', 'hold', { integrationId: theirs.id, reason: 'x' })).status).toBe(404)
    expect((await post('b', 'hold', { integrationId: one.id, reason: 'x' })).status).toBe(404)
    expect((await post('a', 'hold', { integrationId: one.id, reason: ' ' })).status).toBe(422)
    expect((await post('a', 'release', { integrationId: one.id })).body.items[0].state).toBe('owed')
  })
})
