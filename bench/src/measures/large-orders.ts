import { type Bench, type Connected, connect, type Installation, postLines, type Server } from '../bench.js'
import { sampleOrder } from '../sample.js'

/** Heap of the server that gives large orders to several 1C at once. */
export const HEAP_MB = 256
export const LINES = 10_000

/** Peak memory of a new server whose companies, each with a 1C and large orders, are used at once. */
export async function peakOfLarge(
  bench: Bench,
  { companies, orders }: { companies: number; orders: number },
  use: (installation: Installation, server: Server, connected: Connected) => Promise<void>,
): Promise<number> {
  await using installation = await bench.install()
  const connected: Connected[] = []
  {
    await using server = await installation.serve()
    for (let one = 0; one < companies; one++)
      connected.push(
        await fillLarge(
          installation,
          server,
          one === 0 ? installation.companyId : await installation.addCompany(),
        ),
      )
  }
  await copyOwed(installation, orders - 1)
  const env = {
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  }
  await using server = await installation.serve(env)
  await Promise.all(connected.map(each => use(installation, server, each)))
  return server.peakMemory()
}

async function fillLarge(installation: Installation, server: Server, companyId: string): Promise<Connected> {
  const connected = await connect(server, { ...installation, companyId })
  await postLines(
    server,
    installation.apiToken,
    [Buffer.from(`${JSON.stringify(largeOrder(companyId))}\n`)],
    1,
  )
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
