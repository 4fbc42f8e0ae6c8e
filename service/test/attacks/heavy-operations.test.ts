import { expect, it } from 'vitest'
import { newPlatform, type Platform } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'

const server = useFreshServer()

/** Statements of exports that wait for a lock. */
const waiting = async (): Promise<number> => {
  const { rows } = await server.db.query(
    `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%placed_at::text as at%'`,
  )
  return rows.length
}

const OPERATIONS: [string, (platform: Platform, integrationId: string) => [string, string, object?]][] = [
  ['orders as xlsx', () => ['GET', '/orders.xlsx']],
  ['orders as csv', () => ['GET', '/orders.csv']],
  ['the XML of an order', (_, id) => ['GET', `/orders/one/xml?integrationId=${id}`]],
  ['the preflight of an order', (_, id) => ['GET', `/orders/one/preflight?integrationId=${id}`]],
  ['a preview', (_, id) => ['GET', `/integrations/${id}/preview`]],
  [
    'a validation',
    ({ companyId }) => [
      'POST',
      '/integrations/settings:validate',
      { companyId, settings: { paymentrules: [{}], paymentmethodname: 'Card' } },
    ],
  ],
  [
    'suggestions',
    (_, id) => ['POST', `/integrations/${id}/catalogue/links:suggest`, { lines: [{ lineId: 'a' }] }],
  ],
]

it.each(OPERATIONS)('%s: of one location ten run or wait, and more are refused', async (_, operation) => {
  const platform = await newPlatform(server)
  const { id } = await platform.connect()
  await platform.put('one')
  const [method, path, body] = operation(platform, id)
  const ask = () => platform.call(method, `/api/v1${path}`, body)
  expect((await ask()).status).toBe(200)
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('lock table sale_order, integration, location in access exclusive mode')
    const refused: unknown[] = []
    const calls = Array.from({ length: 13 }, () =>
      ask().then(answer => {
        if (answer.status === 429) refused.push(answer.body.code)
        return answer.status
      }),
    )
    await expect.poll(() => refused.length, { timeout: 60_000 }).toBe(3)
    return { calls }
  })
  await Promise.all(calls)
})

it('two exports of one location run at once, and those that wait hold up no light call', async () => {
  const platform = await newPlatform(server)
  await platform.put('one')
  await platform.call('GET', '/api/v1/orders')
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('lock table sale_order in access exclusive mode')
    const calls = Array.from({ length: 5 }, () => platform.call('GET', '/api/v1/orders.csv'))
    await expect.poll(waiting, { timeout: 60_000 }).toBe(2)
    expect((await platform.call('GET', '/api/v1/companies')).status).toBe(200)
    return { calls }
  })
  for (const { status } of await Promise.all(calls)) expect(status).toBe(200)
})
