import type { Bench } from '../bench.js'
import { download } from '../exchange.js'
import { type Figure, median } from '../figure.js'
import { fillStored } from '../stored.js'

const ROUNDS = 15

/**
 * What a person requests on the page «Заказы»: the same number of hits in both databases, or more. One word of the customer is in
 * every order.
 */
const REQUESTS = {
  page: 'limit=50',
  'page by status': 'limit=50&status=purchased',
  'page by gateway': 'limit=50&gateway=Rare',
  'search: number': 'limit=50&q=4242',
  'search: customer': `limit=50&q=${encodeURIComponent('вектор 777')}`,
  'search: common': `limit=50&q=${encodeURIComponent('вектор')}`,
  'search: nothing': 'limit=50&q=nosuchword',
} as const

/** Pages and searches of orders among very many against the same among few. */
export async function benchLists(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [10_000, Math.round(1_000_000 * scale)]
  const few = await timesAmong(bench, small)
  const many = await timesAmong(bench, large)
  return Object.keys(REQUESTS).map(name => ({
    bench: name,
    measured: `${many.get(name)!.toFixed(1)} ms among ${large} orders`,
    beside: `${few.get(name)!.toFixed(1)} ms among ${small}`,
    value: many.get(name)! / few.get(name)!,
    unit: 'ratio',
    target: { atMost: 2 },
  }))
}

async function timesAmong(bench: Bench, count: number): Promise<Map<string, number>> {
  await using installation = await bench.install()
  await using server = await installation.serve()
  await fillStored(installation, server, count)
  await installation.db.query(
    `update sale_order set gateways = '{Rare}' where sequence_number in (17, 4711, 9999)`,
  )
  await installation.db.query('vacuum analyze sale_order')
  const medians = new Map<string, number>()
  for (const [name, asked] of Object.entries(REQUESTS)) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      times.push(
        (
          await download(`${server.address}/api/v1/orders?${asked}`, {
            authorization: `Bearer ${installation.apiToken}`,
          })
        ).ms,
      )
    }
    medians.set(name, median(times))
  }
  return medians
}
