import { beforeAll, expect, it } from 'vitest'
import { type Connected1C, callApi, newPlatform, oneC, type Platform } from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnEachPostgres } from '../support/databases.js'

describeOnEachPostgres('a token', pg => {
  const server = useServer(pg)
  let mine: Platform
  let foreign: Platform
  let theirs: Connected1C
  beforeAll(async () => {
    mine = await newPlatform(server)
    foreign = await newPlatform(server)
    theirs = await foreign.connect()
    await foreign.put('olv-17')
    await oneC(server, theirs).exchange()
  })

  it('sees nothing outside its location: every foreign id answers 404', async () => {
    const { id } = theirs
    const own = await mine.connect()
    const calls: [string, string, object?][] = [
      ['GET', '/orders/olv-17'],
      ['GET', '/orders/olv-17/exports'],
      ['GET', '/orders/olv-17/timeline'],
      ['GET', '/orders/olv-17/revisions/1'],
      ['GET', `/orders/olv-17/xml?integrationId=${id}`],
      ['GET', '/orders/olv-17/sent-xml?batchId=1'],
      ['POST', '/orders/olv-17/resend', { integrationId: own.id }],
      ['POST', '/orders/olv-17/resend', { integrationId: id }],
      ['GET', `/integrations/${id}`],
      ['PATCH', `/integrations/${id}`, { name: 'Моя' }],
      ['DELETE', `/integrations/${id}`],
      ['POST', `/integrations/${id}/password`],
      ['GET', `/integrations/${id}/changes`],
      ['GET', `/integrations/${id}/preview`],
      ['POST', `/integrations/${id}/dry-run`],
      ...(['items', `items/${id}`, 'groups', 'price-types', 'links'] as const).map(
        (part): [string, string] => ['GET', `/integrations/${id}/catalogue/${part}`],
      ),
      ['PUT', `/integrations/${id}/catalogue/links/svc-1`, { itemId: id }],
      ['DELETE', `/integrations/${id}/catalogue/links/svc-1`],
      ['POST', `/integrations/${id}/catalogue/links:suggest`, { lines: [{ lineId: 'svc-1' }] }],
      ['GET', `/companies/${foreign.companyId}`],
      ['PATCH', `/companies/${foreign.companyId}`, { name: 'Моя' }],
    ]
    for (const [method, path, body] of calls) {
      const answer = await mine.call(method, `/api/v1${path}`, body)
      expect([method, path, answer.status, answer.body?.code]).toEqual([method, path, 404, 'not-found'])
    }
    const { body } = await foreign.call('GET', `/api/v1/integrations/${id}`)
    expect(body).toMatchObject({ id, name: 'Бухгалтерия' })
    expect(await oneC(server, theirs).exchange()).toEqual([])
  })

  it('lists only what is its own', async () => {
    const empty = await newPlatform(server)
    for (const path of ['orders', 'integrations', 'exchanges']) {
      const { body } = await empty.call('GET', `/api/v1/${path}`)
      expect([path, body.items]).toEqual([path, []])
      expect((await foreign.call('GET', `/api/v1/${path}`)).body.items).not.toEqual([])
    }
    const filtered = await empty.call('GET', `/api/v1/orders?companyId=${foreign.companyId}&state=owed&q=olv`)
    expect(filtered.body.items).toEqual([])
    expect((await empty.call('GET', `/api/v1/orders?integrationId=${theirs.id}`)).body.items ?? []).toEqual(
      [],
    )
    const companies = (await empty.call('GET', '/api/v1/companies')).body.items
    expect(companies.map((company: { id: string }) => company.id)).toEqual([empty.companyId])
    expect((await empty.call('GET', '/api/v1/locations/current')).body.id).toBe(empty.locationId)
  })

  it('keeps the same order id in two locations apart', async () => {
    const other = await newPlatform(server)
    expect((await other.put('olv-17', { comment: 'другой' })).body).toMatchObject({
      numberIn1c: '1',
      revision: 1,
    })
    expect((await foreign.call('GET', '/api/v1/orders/olv-17')).body.comment).toBeUndefined()
  })

  it('may do only what it was given rights for: 403 names the missing one', async () => {
    const reader = await newPlatform(server)
    const { rowCount } = await server.db.query(
      `update api_token set rights = '{orders:read}' where location_id = $1`,
      [reader.locationId],
    )
    expect(rowCount).toBe(1)
    for (const put of [await reader.put('o'), await reader.batch([{}])]) {
      expect([put.status, put.body.code]).toEqual([403, 'forbidden'])
      expect(put.body.detail).toContain('orders:write')
    }
    expect((await reader.call('GET', '/api/v1/orders')).status).toBe(200)
    expect((await reader.call('GET', '/api/v1/exchanges')).body.detail).toContain('journal:read')
  })

  it.each([
    ['none', undefined],
    ['a wrong one', 'Bearer obm_wrong'],
    ['an empty one', 'Bearer '],
    ['Basic', 'Basic eDp5'],
    ['1C’s own', 'basic-of-1c'],
  ])('is asked for everywhere: %s gets 401 and WWW-Authenticate', async (_what, given) => {
    const authorization =
      given === 'basic-of-1c'
        ? `Basic ${Buffer.from(`${theirs.login}:${theirs.password}`).toString('base64')}`
        : given
    for (const [method, path] of [
      ['GET', '/orders'],
      ['PUT', '/orders/o'],
      ['POST', '/orders:batch'],
      ['GET', '/orders/o/exports'],
      ['POST', '/orders/o/resend'],
      ['GET', '/integrations'],
      ['POST', '/integrations'],
      ['GET', '/companies'],
      ['GET', '/locations/current'],
    ] as const) {
      const answer = await callApi(
        `${server.url}/api/v1${path}`,
        method,
        method === 'GET' ? undefined : {},
        authorization === undefined ? {} : { authorization },
      )
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'unauthenticated'])
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  it('is no key to 1C’s server, nor under Bearer', async () => {
    for (const authorization of [
      `Bearer ${mine.apiToken}`,
      `Basic ${Buffer.from(`${mine.apiToken}:${mine.apiToken}`).toString('base64')}`,
    ]) {
      const answer = await fetch(`${server.url}/1c?type=sale&mode=checkauth`, { headers: { authorization } })
      expect(answer.status).toBe(401)
      expect((await answer.text()).split('\n')[0]).toBe('failure')
    }
  })
})
