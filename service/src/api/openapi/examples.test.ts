import { expect, it } from 'vitest'
import { useFreshServer, usePlatform } from '../../../test/support/app/use-server.js'
import { EXAMPLES } from './examples.js'

const server = useFreshServer()
const platform = usePlatform(server)

it.each([
  ['createIntegration', 'POST', '/integrations'],
  ['putOrder', 'PUT', '/orders/olv-17'],
  ['putOrders', 'POST', '/orders:batch', 'application/x-ndjson'],
  ['createWebhook', 'POST', '/webhooks'],
])(
  'the examples of %s are taken as they stand, and answered with the fields shown',
  async (id, method, path, type = 'application/json') => {
    for (const [name, body] of Object.entries(EXAMPLES[id]!.body!)) {
      const own = 'companyId' in (body as object) ? { companyId: platform.companyId } : {}
      const sent = { ...(body as object), ...own }
      const answer = await platform.call(method, `/api/v1${path}`, sent, { 'content-type': type })
      expect([name, answer.status]).toEqual([name, expect.toBeOneOf([200, 201])])
      expect(Object.keys([answer.body].flat()[0])).toEqual(
        expect.arrayContaining(Object.keys(Object.values(EXAMPLES[id]!.answer!)[0] as object)),
      )
    }
  },
)
