import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { newPlatform, type Platform } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer({ webhooksPerLocation: 3 })
let platform: Platform
beforeAll(async () => {
  platform = await newPlatform(server)
})
const URL_OUTSIDE = 'https://platform.example.ru/hooks'
const make = (input: object) =>
  platform.call('POST', '/api/v1/webhooks', { url: URL_OUTSIDE, types: ['*'], ...input })

it('a webhook is made, shown without its secret, changed and removed', async () => {
  const made = await make({ companyId: platform.companyId, description: 'Склад' })
  expect(made.status).toBe(201)
  const { secret, ...webhook } = made.body
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(webhook).toMatchObject({
    url: URL_OUTSIDE,
    types: ['*'],
    companyId: platform.companyId,
    state: 'active',
  })
  const path = `/api/v1/webhooks/${webhook.id}`
  expect((await platform.call('GET', path)).body).toEqual(webhook)
  expect((await platform.call('GET', '/api/v1/webhooks')).body).toEqual({ items: [webhook], next: null })
  const patch = { types: ['order.exported'], companyId: null, enabled: false }
  const patched = await platform.call('PATCH', path, patch)
  expect(patched.body).toMatchObject({
    types: ['order.exported'],
    companyId: null,
    state: 'disabled',
    stateReason: 'person',
  })
  expect((await platform.call('DELETE', path)).status).toBe(204)
  expect((await platform.call('GET', path)).status).toBe(404)
})

it('a type that is named several times is kept once', async () => {
  const types = ['order.exported', 'order.held', 'order.exported']
  const { body } = await make({ types })
  expect(body.types).toEqual(types.slice(0, 2))
  const path = `/api/v1/webhooks/${body.id}`
  expect((await platform.call('PATCH', path, { types: types.slice(2).concat(types) })).body.types).toEqual(
    types.slice(0, 2),
  )
  expect((await platform.call('DELETE', path)).status).toBe(204)
})

it.each([
  ['/url', { url: 'ftp://example.ru' }],
  ['/url', { url: 'http://localhost/hook' }],
  ['/url', { url: 'http://192.168.1.1/hook' }],
  ['/url', { url: 'http://[::ffff:10.0.0.1]/hook' }],
  ['/url', { url: 'https://user:password@example.ru/' }],
  ['/companyId', { companyId: randomUUID() }],
  ['/types', { types: [] }],
  ['/types/0', { types: ['unheard.of'] }],
])('what is wrong with %s is said: %j', async (path, input) => {
  const { status, body } = await make(input)
  expect(status).toBe(422)
  expect(body.errors.map((error: { path: string }) => error.path)).toContain(path)
})

it('a location has no more webhooks than it may', async () => {
  for (let count = 0; count < 3; count++) expect((await make({})).status).toBe(201)
  expect(await make({})).toMatchObject({ status: 409, body: { code: 'conflict' } })
})
