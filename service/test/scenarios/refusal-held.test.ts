import { createBase, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { newPlatform, oneC } from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'
import { inspectMarked } from '../support/place.js'

describeOnNewestPostgres('an order that its 1C refused, and that was held otherwise since', pg => {
  const server = useServer(pg)

  /** These orders with a 1C that refused the second one, which is held for that. */
  const refused = async (ids: readonly string[]) => {
    const platform = await newPlatform(server)
    const one = await platform.connect({ client: 'bp', quarantinepause: 0 })
    const base = createBase('bp', { refuses: ['2'] })
    const { login, password } = one
    const exchange = () => runExchange(base, { url: `${server.url}/1c`, login, password })
    const exportOf = async (id: string) =>
      (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items[0]
    for (const id of ids) await platform.put(id)
    for (let count = 0; (await exportOf('o-2')).state !== 'held'; count++) {
      expect(count).toBeLessThan(40)
      await exchange()
    }
    return { platform, one, exchange, exportOf }
  }

  it.each([
    ['a person, in a new revision', ['put', 'hold', 'release']],
    ['a person, as it was refused', ['hold', 'release']],
    ['a person, and changed meanwhile', ['hold', 'put', 'release']],
    ['preflight, until a clean revision', ['put-blocked', 'put']],
  ])('by %s, still goes alone (Q5)', async (_by, steps) => {
    const { platform, one, exchange, exportOf } = await refused(['o-1', 'o-2', 'o-3'])
    const integrationId = one.id
    const call = async (action: string, body: object) =>
      expect((await platform.call('POST', `/api/v1/orders/o-2/${action}`, body)).status).toBe(200)
    expect(await exportOf('o-2')).toMatchObject({ heldKind: 'quarantine' })

    for (const step of steps) {
      if (step === 'put') await platform.put('o-2', { comment: 'Исправлен' })
      else if (step === 'put-blocked') await platform.put('o-2', { currency: 'USD' })
      else if (step === 'hold') await call('hold', { integrationId, reason: 'Ждём договор' })
      else await call('release', { integrationId })
    }
    expect(await exportOf('o-2')).toMatchObject({ heldKind: null })
    await platform.put('o-4')
    const { confirmed, documents } = await exchange()
    expect([confirmed, documents.map(({ siteNumber }) => siteNumber)]).toEqual([true, ['4']])
    expect((await exchange()).documents.map(({ siteNumber }) => siteNumber)).toEqual(['2'])
  })

  it('is not tried again because another, held while 1C loaded it, is confirmed', async () => {
    const { platform, one, exportOf } = await refused(['o-1', 'o-2'])
    const integrationId = one.id

    const loading = oneC(server, one)
    await platform.put('o-3')
    const cookie = await loading.signIn()
    expect((await loading.ask('query', { cookie })).text).toContain('<Номер>3</Номер>')
    const reason = 'Ждём договор'
    await platform.call('POST', '/api/v1/orders/o-3/hold', { integrationId, reason })
    expect((await loading.ask('success', { cookie })).text).toBe('success')
    expect(await exportOf('o-3')).toMatchObject({ confirmedRevision: 1 })
    expect(await loading.exchange()).toEqual([])
  })

  it('is not tried again once it is confirmed, while a person holds it (Q5)', async () => {
    const { platform, one, exportOf } = await refused(['o-1', 'o-2'])
    const integrationId = one.id
    await platform.call('POST', '/api/v1/orders/o-2/release', { integrationId })
    const loading = oneC(server, one)
    const cookie = await loading.signIn()
    expect((await loading.ask('query', { cookie })).text).toContain('<Номер>2</Номер>')
    await platform.call('POST', '/api/v1/orders/o-2/hold', { integrationId, reason: 'Ждём договор' })
    expect((await loading.ask('success', { cookie })).text).toBe('success')
    expect(await exportOf('o-2')).toMatchObject({ confirmedRevision: 1, heldKind: 'person' })
    const { rows } = await server.db.query(
      `select retry_at from outbox_entry where held_kind = 'person' and retry_at is not null`,
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['and inspected', true],
    ['not inspected yet', false],
  ])(
    'is known by a change of its month that a person held, once released (%s) (Q5, O9)',
    async (_when, inspected) => {
      const platform = await newPlatform(server)
      const one = await platform.connect({ client: 'bp', quarantinepause: 0 })
      const integrationId = one.id
      const base = createBase('bp')
      const exchange = () =>
        runExchange(base, { url: `${server.url}/1c`, login: one.login, password: one.password })
      const exportOf = async (id: string) =>
        (await platform.call('GET', `/api/v1/orders/${id}/exports`)).body.items[0]
      const october = (comment: string) => ({ placedAt: '2026-10-15T12:00:00+05:00', comment })
      for (const id of ['refused', 'held']) await platform.put(id, october('1'))
      expect((await exchange()).confirmed).toBe(true)
      base.settings.closedBefore = '2026-11-01'
      for (const id of ['refused', 'held']) await platform.put(id, october('2'))
      const hold = { integrationId, reason: 'Ждём договор' }
      await platform.call('POST', '/api/v1/orders/held/hold', hold)
      await platform.put('new')
      for (let count = 0; (await exportOf('refused')).state !== 'held'; count++) {
        expect(count).toBeLessThan(40)
        await exchange()
      }
      if (inspected) await inspectMarked(server.db)
      expect(await exportOf('held')).toMatchObject({ heldKind: 'person' })
      await platform.call('POST', '/api/v1/orders/held/release', { integrationId })
      expect(await exportOf('held')).toMatchObject({ state: 'held', heldKind: 'finding' })
    },
  )
})
