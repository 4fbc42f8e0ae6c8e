import { RIGHTS } from '@obmen/contract'
import { expect, it } from 'vitest'
import { oneC, platformAt } from '../../../../test/support/app/test-server.js'
import { useFreshServer, usePlatform } from '../../../../test/support/app/use-server.js'
import { createToken } from '../../../people/api-tokens.js'

const server = useFreshServer()
const platform = usePlatform(server)

/** A platform with a token for trying out, and an integration that is or isn't. */
async function sandboxOf({ sandbox = true } = {}) {
  const { locationId, companyId } = platform
  const { secret } = await createToken(server.db, { locationId, name: 'x', rights: RIGHTS, sandbox: true })
  const tried = platformAt(server.url, { locationId, companyId, apiToken: secret })
  const { body } = await tried.call('POST', '/api/v1/integrations', {
    ...{ name: 'Проба', companyId, sandbox },
    settings: { paymentrules: [{}], paymentmethodname: 'Карта', ordersfrom: '2020-01-01' },
  })
  expect(body.sandbox).toBe(sandbox)
  const path = `/api/v1/integrations/${body.id}/simulate`
  return {
    tried,
    ...(body as { id: string; login: string; password: string }),
    play: (client: string) => tried.call('POST', path, { client }),
    path,
  }
}

it.each([
  ['bp', 'Счет на оплату покупателю', 'Оплата платежной картой'],
  ['ut', 'Заказ клиента', 'Операция по платежной карте'],
])(
  'an exchange of %s that the server plays makes documents, and is an exchange like any',
  async (client, kind, payment) => {
    const { tried, id, play } = await sandboxOf()
    const placedAt = new Date().toISOString()
    await tried.put('o-1', { placedAt })
    const { status, body } = await play(client)
    expect([status, body.confirmed, body.documents.length]).toEqual([200, true, 1])
    expect(body.documents[0]).toMatchObject({
      ...{ orderId: 'o-1', action: 'created', documentKind: kind, sum: '3000.00', currency: 'RUB' },
      ...{ documentNumber: expect.stringMatching(/\d/), paymentMade: true },
      payments: [{ kind: payment, amount: '3000.00', method: 'Карта' }],
    })
    const exports = async () => (await tried.call('GET', '/api/v1/orders/o-1/exports')).body.items
    expect(await exports()).toMatchObject([{ integrationId: id, state: 'confirmed', confirmedRevision: 1 }])
    const { items } = (await tried.call('GET', `/api/v1/exchanges?integrationId=${id}`)).body
    expect(items.length).toBeGreaterThan(0)

    await tried.put('o-1', { placedAt, comment: 'Иначе' })
    expect((await play(client)).body.documents).toMatchObject([{ orderId: 'o-1', action: 'updated' }])
    expect(await exports()).toMatchObject([{ state: 'confirmed', confirmedRevision: 2 }])
    expect((await play(client)).body).toMatchObject({ confirmed: true, documents: [] })
  },
)

it.each([
  ['bp', ['1200.00']],
  ['unf', ['1200.00']],
  ['ut', []],
])('%s that is played is told a part payment as the cookbook says: %s', async (client, amounts) => {
  const { tried, play } = await sandboxOf()
  const payment = { id: 'p-1', gateway: 'CKassa', status: 'paid', amount: '1200.00' }
  const placedAt = new Date().toISOString()
  await tried.put('o-1', { placedAt, payments: [{ ...payment, paidAt: placedAt }] })
  const [document] = (await play(client)).body.documents
  expect(document.payments.map(({ amount }: { amount: string }) => amount)).toEqual(amounts)
})

it('a 1C is played only by a token, and against an integration, that were made for that', async () => {
  const { path } = await sandboxOf()
  const byOther = await platform.call('POST', path, { client: 'bp' })
  expect([byOther.status, byOther.body.reason]).toEqual([403, 'token-not-sandbox'])
  const real = await sandboxOf({ sandbox: false })
  const ofReal = await real.play('bp')
  expect([ofReal.status, ofReal.body.reason]).toEqual([409, 'integration-not-sandbox'])
  const patched = await real.tried.call('PATCH', `/api/v1/integrations/${real.id}`, { sandbox: true })
  expect(patched.status).toBe(422)
})

it('3.8: a real 1C gets no orders of a sandbox, and nobody is called to those that wait there', async () => {
  const { tried, id, login, password, play } = await sandboxOf()
  await tried.put('o-1', { placedAt: new Date().toISOString() })
  const { text } = await oneC(server, { login, password }).ask('checkauth')
  expect(text).toMatch(/^failure\nИнтеграция «Проба» – песочница/)
  await server.db.query("update outbox_entry set owed_since = now() - interval '2 hours'")
  expect((await platform.call('GET', '/api/v1/attention')).body.items).toEqual([])
  expect((await play('bp')).body.documents).toMatchObject([{ orderId: 'o-1', action: 'created' }])
  expect((await tried.call('GET', `/api/v1/integrations/${id}`)).body.state).toBe('exchanging')
})

it('exchanges that are played at once don’t take the password from each other', async () => {
  const { tried, play } = await sandboxOf()
  await tried.put('o-1', { placedAt: new Date().toISOString() })
  const played = await Promise.all([play('bp'), play('bp')])
  expect(played.map(({ status, body }) => [status, body.outcomeCode])).toEqual([
    [200, 'confirmed'],
    [200, 'confirmed'],
  ])
})
