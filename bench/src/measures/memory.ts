import { type Bench, type Connected, connect, type Installation, putOrders, type Server } from '../bench.js'
import { download, exchange } from '../exchange.js'
import { type Figure, mib } from '../figure.js'
import { HEAP_MB, LINES, peakOfLarge } from './large-orders.js'

const AT_ONCE = 4

/** By how much the server's peak memory grows from a small query to a large one; a new process for each. */
export async function benchMemory(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [1_000, Math.round(100_000 * scale)]
  const few = await peakOf(bench, small)
  const many = await peakOf(bench, large)
  const [fewLarge, manyLarge] = [2, Math.max(4, Math.round(40 * scale))]
  const beforeLarge = await peakOfLarge(bench, { companies: AT_ONCE, orders: fewLarge }, useAtOnce)
  const afterLarge = await peakOfLarge(bench, { companies: AT_ONCE, orders: manyLarge }, useAtOnce)
  return [
    {
      bench: 'memory',
      measured: `${mib(many)} at most over a query of ${large} orders`,
      beside: `${mib(few)} over one of ${small}`,
      value: (many - few) / 2 ** 20,
      unit: 'MiB more',
      target: { atMost: 64 },
    },
    {
      bench: 'memory',
      measured:
        `${mib(afterLarge)} at most over queries, previews and dry runs of ${AT_ONCE} integrations at ` +
        `once, each of ${manyLarge} orders of ${LINES} lines, with a heap of ${HEAP_MB} MiB`,
      beside: `${mib(beforeLarge)} over ${fewLarge} orders each`,
      value: (afterLarge - beforeLarge) / 2 ** 20,
      unit: 'MiB more',
      target: { atMost: 128 },
    },
    await benchAtOnce(bench),
  ]
}

/** By how much the peak grows with the number of 1C that download large orders. */
async function benchAtOnce(bench: Bench): Promise<Figure> {
  const download = async (_installation: Installation, server: Server, connected: Connected): Promise<void> =>
    void (await exchange({ ...connected, url: `${server.address}/1c` }))
  const [one, few, many] = [
    await peakOfLarge(bench, { companies: 1, orders: 2 }, download),
    await peakOfLarge(bench, { companies: 8, orders: 2 }, download),
    await peakOfLarge(bench, { companies: 24, orders: 2 }, download),
  ]
  return {
    bench: 'memory',
    measured:
      `${mib(many)} at most over queries of 24 integrations at once, each of 2 ` +
      `orders of ${LINES} lines, with a heap of ${HEAP_MB} MiB`,
    beside: `${mib(few)} over 8, ${mib(one)} over one alone`,
    value: (many - few) / 2 ** 20,
    unit: 'MiB more',
    target: { atMost: 64 },
  }
}

async function peakOf(bench: Bench, count: number): Promise<number> {
  await using installation = await bench.install()
  const connected = await fill(installation, count)
  await using server = await installation.serve()
  await exchange({ ...connected, url: `${server.address}/1c` })
  return server.peakMemory()
}

async function fill(installation: Installation, count: number) {
  await using server = await installation.serve()
  const connected = await connect(server, installation)
  await putOrders(server, installation, count)
  return connected
}

async function useAtOnce({ apiToken }: Installation, server: Server, connected: Connected): Promise<void> {
  const url = `${server.address}/api/v1/integrations/${connected.id}`
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' }
  const dryRun = async (): Promise<void> => {
    // Refused where too many run already.
    await (await fetch(`${url}/dry-run`, { method: 'POST', headers, body: '{}' })).text()
  }
  await Promise.all([
    exchange({ ...connected, url: `${server.address}/1c` }),
    download(`${url}/preview`, headers),
    dryRun(),
  ])
}
