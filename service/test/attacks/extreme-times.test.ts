import { describe, expect, it } from 'vitest'
import { useFreshServer, usePlatform } from '../support/app/use-server.js'

describe('a time that is asked for', () => {
  const server = useFreshServer({ apiRateLimit: 0 })
  const platform = usePlatform(server)

  const newWebhook = async (): Promise<{ id: string }> =>
    (
      await platform.call('POST', '/api/v1/webhooks', {
        ...{ url: 'https://platform.example.ru/x', types: ['order.exported'] },
      })
    ).body

  it('of the first and last days that it knows, is told by the clock of any location', async () => {
    const faulty: string[] = []
    // The farthest from Greenwich, those that skipped a day or were ahead by odd seconds, and every tenth other.
    const odd = [
      'Pacific/Kiritimati',
      'Pacific/Niue',
      'Pacific/Apia',
      'Asia/Manila',
      'America/Juneau',
      'Africa/Monrovia',
    ]
    const zones = [...odd, ...Intl.supportedValuesOf('timeZone').filter((_, at) => at % 10 === 0)]
    const { rows } = await server.db.query<{ name: string }>('select name from pg_timezone_names')
    const known = new Set(rows.map(({ name }) => name))
    for (const zone of zones.filter(name => known.has(name))) {
      await server.db.query('update location set timezone = $2 where id = $1', [platform.locationId, zone])
      const ask = async (from: string, to: string) =>
        (await platform.call('GET', `/api/v1/orders?from=${from}&to=${to}`)).status
      const statuses = [await ask('1900-01-01', '2999-12-31'), await ask('0001-01-01', '9999-12-31')]
      if (String(statuses) !== '200,422') faulty.push(`${zone}: ${statuses}`)
    }
    expect(faulty).toEqual([])
  })

  it('that ends before it begins is refused with its name, wherever a time is asked for', async () => {
    const { call } = platform
    const { id: integrationId } = await platform.connect()
    const webhook = await newWebhook()
    const from = '2026-11-17T12:00:00Z'
    const to = '2026-11-17T11:59:59Z'
    for (const [method, address, body, path] of [
      ['GET', '/orders?from=2026-11-18&to=2026-11-17', undefined, '/from'],
      ['GET', `/exchanges?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/requests?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/orders.csv?from=${from}&to=${to}`, undefined, '/from'],
      ['GET', `/exchanges.csv?from=${from}&to=${to}`, undefined, '/from'],
      ['POST', `/webhooks/${webhook.id}/replay`, { from, to }, '/from'],
      ['POST', '/bulk-actions', { action: 'hold', reason: 'x', filter: { from, to } }, '/filter/from'],
    ] as const) {
      const refused = await call(
        method,
        `/api/v1${address}`,
        body && { ...body, ...(address === '/bulk-actions' && { integrationId }) },
      )
      const [problem] = refused.body.errors ?? []
      expect([address, refused.status, problem?.path, problem?.code]).toEqual([
        address,
        422,
        path,
        'range-reversed',
      ])
    }
    expect((await call('GET', '/api/v1/orders?from=2026-11-17&to=2026-11-17')).status).toBe(200)
    const empty = { from, to: from }
    expect(await call('POST', `/api/v1/webhooks/${webhook.id}/replay`, empty)).toMatchObject({
      status: 202,
      body: { events: 0 },
    })
  })

  it('is refused with the name of the parameter', async () => {
    const { id } = await newWebhook()
    const time = '2026-11-17T12:00:00Z'
    for (const [method, address, path, sent] of [
      ['GET', '/orders?from=0001-01-01', '/from', undefined],
      ['GET', '/orders?to=9999-12-31', '/to', undefined],
      ['GET', '/orders?from=2026-02-30T00:00:00Z', '/from', undefined],
      ['GET', '/exchanges?to=9999-12-31', '/to', undefined],
      ['GET', '/orders/olv-17/revisions/2147483648', '/params/revision', undefined],
      ['POST', `/webhooks/${id}/replay`, '/from', { from: '0001-01-01T00:00:00Z', to: time }],
      ['POST', `/webhooks/${id}/replay`, '/to', { from: time, to: '9999-12-31T23:59:59+03:00' }],
    ] as const) {
      const { status, body } = await platform.call(method, `/api/v1${address}`, sent)
      expect([address, status, body.code, body.errors?.[0].path]).toEqual([address, 422, 'invalid', path])
    }
    const all = { from: '1900-01-01T00:00:00Z', to: '2999-12-31T23:59:59Z' }
    expect(await platform.call('POST', `/api/v1/webhooks/${id}/replay`, all)).toMatchObject({ status: 202 })
  })
})
