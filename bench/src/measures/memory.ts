import { download, exchange } from '../exchange.js'
import type { Figure } from '../figure.js'
import { sampleOrder } from '../sample.js'
import {
  type Connected,
  connect,
  postLines,
  putOrders,
  type Scene,
  type Server,
  type Stage,
} from '../stage.js'

/** Of the server that gives out large orders to several 1C at once. */
const HEAP_MB = 256
/** How slow the machine is does not matter here. */
const PATIENCE_SECONDS = '60'
const LINES = 10_000
const AT_ONCE = 4

/** By how much the server's peak memory grows from a small query to a large one; a new process for each. */
export async function benchMemory(stage: Stage, scale: number): Promise<Figure[]> {
  const [small, large] = [1_000, Math.round(100_000 * scale)]
  const few = await peakOf(stage, small)
  const many = await peakOf(stage, large)
  const [fewLarge, manyLarge] = [2, Math.max(4, Math.round(40 * scale))]
  const beforeLarge = await peakOfLarge(stage, fewLarge)
  const afterLarge = await peakOfLarge(stage, manyLarge)
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`
  return [
    {
      bench: 'memory',
      measured: `${mib(many)} at most over a query of ${large} orders`,
      beside: `${mib(few)} over one of ${small}`,
      value: (many - few) / 2 ** 20,
      unit: 'MiB more',
      wanted: { atMost: 64 },
    },
    {
      bench: 'memory',
      measured: `${mib(afterLarge)} at most over queries, previews and dry runs of ${AT_ONCE} integrations at once, each of ${manyLarge} orders of ${LINES} lines, with a heap of ${HEAP_MB} MiB`,
      beside: `${mib(beforeLarge)} over ${fewLarge} orders each`,
      value: (afterLarge - beforeLarge) / 2 ** 20,
      unit: 'MiB more',
      wanted: { atMost: 128 },
    },
  ]
}

async function peakOf(stage: Stage, count: number): Promise<number> {
  await using scene = await stage.open()
  const connected = await fill(scene, count)
  await using server = await scene.serve()
  await exchange({ ...connected, url: `${server.address}/1c` })
  return server.peakMemory()
}

async function fill(scene: Scene, count: number) {
  await using server = await scene.serve()
  const connected = await connect(server, scene.apiToken, scene.companyId)
  await putOrders(server, scene.apiToken, scene.companyId, count)
  return connected
}

/** A server that ends breaks off the downloads, and with them the bench. */
async function peakOfLarge(stage: Stage, count: number): Promise<number> {
  await using scene = await stage.open()
  const connected: Connected[] = []
  {
    await using server = await scene.serve()
    for (let one = 0; one < AT_ONCE; one++)
      connected.push(await fillLarge(scene, server, one === 0 ? scene.companyId : await scene.addCompany()))
  }
  await copyOwed(scene, count - 1)
  const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`, DATABASE_SILENCE_SECONDS: PATIENCE_SECONDS }
  await using server = await scene.serve(env)
  await Promise.all(connected.map(each => useAtOnce(scene, server, each)))
  return server.peakMemory()
}

async function fillLarge(scene: Scene, server: Server, companyId: string): Promise<Connected> {
  const connected = await connect(server, scene.apiToken, companyId)
  await postLines(server, scene.apiToken, [Buffer.from(`${JSON.stringify(largeOrder(companyId))}\n`)], 1)
  return connected
}

function largeOrder(companyId: string): object {
  const order = sampleOrder(companyId, 0) as { id: string; lines: { name: string }[]; payments: object[] }
  const [line] = order.lines
  const lines = Array.from({ length: LINES }, (_, index) => ({
    ...line,
    ...{ id: `svc-${index}`, name: `${line!.name} ${'с подробным описанием '.repeat(4)}${index}` },
    ...{ quantity: '1', price: '10.00', amount: '10.00', vat: 'none' },
  }))
  const total = (LINES * 10).toFixed(2)
  const payments = order.payments.map(payment => ({ ...payment, amount: total }))
  return { ...order, id: `${order.id}-${companyId.slice(0, 8)}`, lines, total, payments }
}

/** Each stored order so many times more, owed to the same 1C. */
async function copyOwed({ db }: Scene, times: number): Promise<void> {
  await db.query(
    `with copied as (
       insert into sale_order (location_id, id, company_id, sequence_number, platform_number, revision, content, payment_numbers, status,
                               canceled, gateways, placed_at, total, customer_name, search, content_size, currency)
       select location_id, id || '-' || n, company_id, sequence_number + n, platform_number || '-' || n, revision, content, payment_numbers,
              status, canceled, gateways, placed_at, total, customer_name, search, content_size, currency
         from sale_order cross join generate_series(1, $1::int) n
       returning key, company_id)
     insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
     select i.key, c.key, 1, 1 from copied c join integration i on i.company_id = c.company_id`,
    [times],
  )
}

async function useAtOnce({ apiToken }: Scene, server: Server, connected: Connected): Promise<void> {
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
