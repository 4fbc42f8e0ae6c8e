import { EVENT_TYPES, RIGHTS, type Right } from '@obmen/contract'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Connected1C, callApi, newPlatform, type Platform } from '../../test/support/app/test-server.js'
import { useFreshServer } from '../../test/support/app/use-server.js'
import { createToken } from '../people/api-tokens.js'

const server = useFreshServer()
let platform: Platform
let connected: Connected1C
beforeAll(async () => {
  platform = await newPlatform(server)
  connected = await platform.connect()
  await platform.put('olv-17')
})

/** Calls by a new token with these rights. */
async function as(...rights: Right[]) {
  const { secret } = await createToken(server.db, { locationId: platform.locationId, name: 'x', rights })
  return (method: string, path: string, body?: object) =>
    callApi(`${server.url}/api/v1${path}`, method, body, { authorization: `Bearer ${secret}` })
}

const newIntegration = () => ({
  ...{ class: 'CommerceML', name: 'Чужая', companyId: platform.companyId },
  settings: { paymentrules: [{}], paymentmethodname: 'Карта' },
})

describe('a token', () => {
  it('with one right ends up with no login of a 1C, and sends itself no event', async () => {
    const hook = { url: 'https://platform.example/all', types: ['*'] }
    const { body: made } = await platform.call('POST', '/api/v1/webhooks', hook)
    for (const right of RIGHTS) {
      const call = await as(right)
      const tries = [
        await call('POST', '/integrations', newIntegration()),
        await call('POST', `/integrations/${connected.id}/password`),
        await call('POST', '/webhooks', hook),
        await call('PATCH', `/webhooks/${made.id}`, { url: 'https://elsewhere.example/' }),
        await call('PATCH', `/webhooks/${made.id}`, { types: ['order.held'] }),
        await call('PATCH', `/webhooks/${made.id}`, { companyId: null }),
        await call('PATCH', `/webhooks/${made.id}`, { url: 'https://elsewhere.example/', types: ['test'] }),
      ]
      for (const type of EVENT_TYPES.filter(one => one !== 'test'))
        tries.push(await call('POST', '/webhooks', { ...hook, types: ['test', type] }))
      expect([right, tries.map(({ status }) => status)]).toEqual([right, tries.map(() => 403)])
    }
  })

  it('is told its name, rights and location, whatever right it has', async () => {
    const location = { id: platform.locationId, name: expect.any(String) }
    for (const right of RIGHTS)
      expect((await (await as(right))('GET', '/token')).body).toEqual({
        ...{ name: 'x', rights: [right], sandbox: false },
        location: { ...location, timezone: expect.any(String), publicUrl: server.url },
      })
  })

  it('with both rights of integrations makes a 1C, as an administrator does', async () => {
    const call = await as('integrations:write', 'integrations:credentials')
    const { status, body } = await call('POST', '/integrations', newIntegration())
    expect([status, body.password.length > 10]).toEqual([201, true])
    expect((await call('POST', `/integrations/${body.id}/password`)).status).toBe(200)
    expect((await call('DELETE', `/integrations/${body.id}`)).status).toBe(204)
  })

  it('gets webhooks of types that its rights read, and hears which right another type needs', async () => {
    const hook = (...types: string[]) => ({ url: 'https://platform.example/some', types })
    const call = await as('webhooks:write', 'orders:read')
    const made = await call('POST', '/webhooks', hook('order.exported', 'test'))
    expect(made.status).toBe(201)
    const change = (patch: object) => call('PATCH', `/webhooks/${made.body.id}`, patch)
    expect((await change({ url: 'https://platform.example/other', types: ['order.held'] })).status).toBe(200)
    for (const refused of [
      await call('POST', '/webhooks', hook('order.exported', 'catalogue.updated')),
      await change({ types: ['catalogue.updated'] }),
    ])
      expect(refused.body).toMatchObject({
        code: 'forbidden',
        reason: 'webhook-type-needs-right',
        detail: expect.stringMatching(/integrations:read.*catalogue\.updated/),
      })
    const all = await as('webhooks:write', 'orders:read', 'integrations:read')
    expect((await all('POST', '/webhooks', hook('*'))).status).toBe(201)
    expect((await (await as('webhooks:write', 'events:read'))('POST', '/webhooks', hook('*'))).status).toBe(
      201,
    )
  })

  it('sees the body of a webhook’s attempt if its rights read the event', async () => {
    const hook = { url: 'https://platform.example/hook', types: ['order.held'] }
    const { body: made } = await platform.call('POST', '/api/v1/webhooks', hook)
    const hold = { integrationId: connected.id, reason: 'Ждём подписи' }
    expect((await platform.call('POST', '/api/v1/orders/olv-17/hold', hold)).status).toBe(200)
    const attempts = `/webhooks/${made.id}/attempts`
    const call = await as('webhooks:read')
    const id = await vi.waitFor(async () => (await call('GET', attempts)).body.items[0].id, 60_000)
    const bodies = []
    for (const by of [call, await as('webhooks:read', 'orders:read')])
      bodies.push((await by('GET', `${attempts}/${id}`)).body.request.body)
    expect(bodies).toEqual([null, expect.stringContaining('Ждём подписи')])
  })
})
