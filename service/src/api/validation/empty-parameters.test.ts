import { beforeAll, expect, it } from 'vitest'
import {
  addressOf,
  type Fixture,
  operations,
  prepareFixture,
} from '../../../test/support/app/every-operation.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer()
let at: Fixture
beforeAll(async () => {
  at = await prepareFixture(server, '17')
})

it.each([
  '/events?after=&types=&limit=',
  '/events?after=&after=',
  '/events?after',
  '/orders?companyId=&integrationId=&status=&gateway=&state=&cause=&from=&to=&q=&sort=&count=&limit=&cursor=',
  '/orders.csv?status=&language=&separator=&id=',
  '/exchanges?integrationId=&outcome=&from=&to=&collapse=&count=&limit=&cursor=',
  '/integrations?companyId=&limit=&cursor=',
  '/integrations/ID/findings?severity=&code=&limit=&cursor=',
  '/integrations/ID/unknown-documents?limit=&cursor=',
  '/integrations/ID/catalogue/items?q=&group=&state=&limit=&cursor=',
  '/integrations/ID/catalogue/links?state=&q=&limit=&cursor=',
  '/tasks?state=&companyId=&limit=&cursor=',
  '/companies?q=&archived=&count=&limit=&cursor=',
  '/requests?status=&orderId=&from=&to=&limit=&cursor=',
  '/webhooks?limit=&cursor=',
  '/bulk-actions?state=&limit=&cursor=',
])('GET %s answers as without its empty parameters', async path => {
  const address = `/api/v1${path.replace('ID', at.ids.integration)}`
  const { status, text } = await at.platform.call('GET', address)
  expect(status, text).toBe(200)
  // What the server does beside requests may change an answer between the two.
  const differing = async () => {
    const [empty, bare] = [address, address.split('?')[0]!].map(one => at.platform.call('GET', one))
    const texts = [(await empty!).text, (await bare!).text]
    return texts[0] === texts[1] ? [] : texts
  }
  await expect.poll(differing).toEqual([])
})

it('of parameters that are given several times the empty ones do not count', async () => {
  const { text } = await at.platform.call('GET', `/api/v1/orders.csv?id=&id=${at.ids.order}&id=`)
  expect(text.trim().split('\n')).toHaveLength(2)
  expect((await at.platform.call('GET', '/api/v1/events?limit=&limit=1')).body.items).toHaveLength(1)
})

it('a request that changes something is refused, not carried out by a default', async () => {
  const user = `/users/${at.ids.user}`
  for (const [method, path] of [
    ['DELETE', `${user}?role=`],
    ['DELETE', `${user}?role=location-administrator&revokeTokens=`],
    ['PATCH', `${user}?role=`],
    ['POST', `/integrations/${at.ids.integration}/dry-run?limit=`],
  ] as const) {
    const { status, body } = await at.person.call(
      method,
      path,
      method === 'PATCH' ? { name: 'Анна' } : undefined,
    )
    expect([method, path, status, body.errors?.[0].path]).toEqual([
      method,
      path,
      422,
      expect.stringMatching(/^\/querystring\/(role|revokeTokens|limit)/),
    ])
  }
})

it('a parameter that an operation does not know is refused, with the nearest that it knows', async () => {
  const { status, body } = await at.platform.call('GET', '/api/v1/orders?stat=owed&companyid=&limit=1')
  expect([status, body.code]).toEqual([422, 'invalid'])
  expect(body.errors).toMatchObject([
    { path: '/querystring/stat', message: 'нет параметра stat; похожий: state' },
    { path: '/querystring/companyid', params: { name: 'companyid', nearest: 'companyId' } },
  ])
  const taken: string[] = []
  for (const operation of await operations(server)) {
    if (operation.method !== 'get') continue
    const address = addressOf(operation, at.ids, '')
    const answer = await at.person.call('GET', `${address}&wrong=1`)
    if (answer.status < 300) taken.push(address)
    // Links name the location so.
    if (operation.path === '/me')
      expect((await at.person.call('GET', `${address}location=x`)).status).toBe(200)
  }
  expect(taken).toEqual([])
  const put = await at.platform.call('PUT', `/api/v1/orders/${at.ids.order}?dryRun=true`, {})
  expect(put.body.errors).toMatchObject([{ path: '/querystring/dryRun' }])
})
