import {
  type Bench,
  type Connected,
  connect,
  type Installation,
  postLines,
  putOrders,
  type Server,
} from '../bench.js'
import { download, exchange } from '../exchange.js'
import { type Figure, mib } from '../figure.js'
import { sampleOrder } from '../sample.js'

/** Heap of the server that gives large orders to several 1C at once. */
const HEAP_MB = 256
const LINES = 10_000
const AT_ONCE = 4

/** By how much the server's peak memory grows from a small query to a large one; a new process for each. */
export async function benchMemory(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [1_000, Math.round(50_000 * scale)]
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

async function benchAtOnce(bench: Bench): Promise<Figure> {
  const peak = (companies: number): Promise<number> =>
    peakOfLarge(bench, { companies, orders: 2 }, async (_installation, server, connected) => {
      await exchange({ ...connected, url: `${server.address}/1c` })
    })
  const [one, few, many] = [await peak(1), await peak(8), await peak(24)]
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
  await Promise.all([
    exchange({ ...connected, url: `${server.address}/1c` }),
    download(`${url}/preview`, headers),
    // Refused where too many run already.
    fetch(`${url}/dry-run`, { method: 'POST', headers, body: '{}' }).then(answer => answer.text()),
  ])
}

/** Peak memory of a new server whose companies, each with a 1C and large orders, are used at once. */
async function peakOfLarge(
  bench: Bench,
  { companies, orders }: { companies: number; orders: number },
  use: (installation: Installation, server: Server, connected: Connected) => Promise<void>,
): Promise<number> {
  await using installation = await bench.install()
  const connected: Connected[] = []
  {
    await using server = await installation.serve()
    for (let one = 0; one < companies; one++) {
      const companyId = one === 0 ? installation.companyId : await installation.addCompany()
      connected.push(await fillLarge(installation, server, companyId))
    }
  }
  await copyOwed(installation, orders - 1)
  await using server = await installation.serve({ NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` })
  await Promise.all(connected.map(each => use(installation, server, each)))
  return server.peakMemory()
}

async function fillLarge(installation: Installation, server: Server, companyId: string): Promise<Connected> {
  const connected = await connect(server, { ...installation, companyId })
  await postLines(server, installation.apiToken, [`${JSON.stringify(largeOrder(companyId))}\n`], 1)
  return connected
}

function largeOrder(companyId: string): object {
  const order = sampleOrder(companyId, 0) as { id: string; lines: { name: string }[]; payments: object[] }
  const [line] = order.lines
  const lines = Array.from({ length: LINES }, (_, index) => ({
    ...line,
    id: `svc-${index}`,
    name: `${line!.name} ${'с подробным описанием '.repeat(4)}${index}`,
    quantity: '1',
    price: '10.00',
    amount: '10.00',
    vat: 'none',
  }))
  const total = (LINES * 10).toFixed(2)
  const payments = order.payments.map(payment => ({ ...payment, amount: total }))
  return { ...order, id: `${order.id}-${companyId.slice(0, 8)}`, lines, total, payments }
}

/** Copies each stored order this many times, owed to the same 1C. */
async function copyOwed({ db }: Installation, times: number): Promise<void> {
  await db.query(
    `with copied as (
       insert into sale_order
         (location_id, id, company_id, sequence_number, platform_number, revision, content, payment_numbers,
          status, canceled, gateways, placed_at, total, customer_name, search, content_size, currency)
       select location_id, id || '-' || n, company_id, sequence_number + n, platform_number || '-' || n,
              revision, content, payment_numbers, status, canceled, gateways, placed_at, total,
              customer_name, search, content_size, currency
         from sale_order cross join generate_series(1, $1::int) n
       returning key, company_id)
     insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
     select i.key, c.key, 1, 1 from copied c join integration i on i.company_id = c.company_id`,
    [times],
  )
}
