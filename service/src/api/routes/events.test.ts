import { expect, it } from 'vitest'
import { newPlatform, oneC } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer()

it('a revision that a 1C confirmed is an event, of its own location alone', async () => {
  const platform = await newPlatform(server)
  const stranger = await newPlatform(server)
  const kassa = await platform.connect()
  await platform.put('olv-17')
  await platform.put('olv-18', { number: 'OLV/18' })
  await oneC(server, kassa).exchange()
  await platform.put('olv-17', { comment: 'изменён' })
  await oneC(server, kassa).exchange()

  const { status, body } = await platform.call('GET', '/api/v1/events?types=order.exported')
  expect(status).toBe(200)
  const exported = (orderId: string, revision: number) => ({
    ...{ id: expect.any(String), type: 'order.exported', createdAt: expect.any(String) },
    ...{ integrationId: kassa.id, orderId, data: { revision, batch: expect.any(Number) } },
  })
  expect(body.items).toEqual([exported('olv-17', 1), exported('olv-18', 1), exported('olv-17', 2)])

  const rest = await platform.call(
    'GET',
    `/api/v1/events?after=${body.items[1].id}&types=order.exported,test`,
  )
  expect(rest.body.items).toEqual([body.items[2]])
  expect((await platform.call('GET', `/api/v1/events?types=order.exported&after=${body.next}`)).body).toEqual(
    {
      items: [],
      next: body.next,
    },
  )
  expect((await stranger.call('GET', '/api/v1/events')).body.items).toEqual([])
  const strange = await stranger.call('GET', `/api/v1/events?after=${body.items[0].id}`)
  expect(strange.status).toBe(422)
})

it('a success does not export what somebody asked to resend after it was given out', async () => {
  const platform = await newPlatform(server)
  const kassa = await platform.connect()
  await platform.put('olv-17')
  await oneC(server, kassa).exchange()
  const { ask, signIn } = oneC(server, kassa)
  await platform.call('POST', '/api/v1/orders/olv-17/resend', { integrationId: kassa.id })
  const cookie = await signIn()
  await ask('query', { cookie })
  await platform.call('POST', '/api/v1/orders/olv-17/resend', { integrationId: kassa.id })
  await ask('success', { cookie })
  const { body } = await platform.call('GET', '/api/v1/events?types=order.exported')
  expect(body.items).toHaveLength(1)
})

it.each(['types=unheard-of', 'limit=501', 'limit=0', 'after=1.5'])('refuses %s', async query => {
  const platform = await newPlatform(server)
  expect((await platform.call('GET', `/api/v1/events?${query}`)).status).toBe(422)
})
