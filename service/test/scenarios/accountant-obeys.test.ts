import { type Client, createBase, walkOrders } from '@obmen/simulator'
import { describe, expect, it } from 'vitest'
import { useFreshServer, usePlatform } from '../support/app/use-server.js'
import { inspectMarked } from '../support/place.js'

const WALKS = Number(process.env.WALKS ?? 40)
const SEED = Number(process.env.SEED ?? 20_261_201)

describe('an accountant who does what every task says has right books at the end', () => {
  const server = useFreshServer()
  const platform = usePlatform(server)

  it.each([
    ['bp', 'documents', undefined],
    ['bp', 'requisites', undefined],
    ['unf', 'documents', 0],
    ['unf', 'requisites', undefined],
    ['unf', 'auto', 2],
    ['ut', 'auto', undefined],
  ] as const)(
    '%s, payments: %s, announces documents from round %s on',
    async (client, payments, announcesFrom) => {
      const one = await platform.connect({ client, payments, paymentrules: [{ gateway: 'CKassa' }] })
      const site = {
        ...{ url: `${server.url}/1c`, login: one.login, password: one.password },
        ...{ companyId: platform.companyId, integrationId: one.id },
        ...(announcesFrom !== undefined && { protocol: 'bitrix' as const, announcesFrom }),
        put: async (orders: readonly object[]) => {
          const { body } = await platform.batch(orders)
          expect(JSON.stringify(body)).not.toContain('"error"')
        },
        call: async (method: 'GET' | 'POST', path: string) =>
          (await platform.call(method, `/api/v1${path}`)).body,
        settled: () => inspectMarked(server.db),
      }
      const result = await walkOrders(createBase(client as Client), site, { walks: WALKS, seed: SEED })
      expect([...result.contradictions]).toEqual([])
      expect([...result.wrong].slice(0, 4)).toEqual([])
    },
    300_000,
  )
})
