import { setTimeout as delay } from 'node:timers/promises'
import { type Bench, type Connected, type Installation, postLines, type Server } from '../bench.js'
import { type Figure, percentile } from '../figure.js'
import { type Condition, connectOther, forCount, timeExchanges, whileRunning } from '../other-exchanges.js'
import { sampleLines, sampleOrder } from '../sample.js'
import { fillStored } from '../stored.js'

const QUIET_EXCHANGES = 200
/** Enough for the slowest of a hundred to mean something. */
const POSTING_EXCHANGES = 100
const BATCH = 20_000
/** Orders that the other company is owed at each of its exchanges. */
const OWED = 5
const PUT_EVERY_MS = 50

/** Exchanges of one company while another changes settings and posts, against undisturbed ones. */
export async function benchTenants(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.round(200_000 * scale)
  const batch = Math.round(BATCH * scale)
  await using installation = await bench.install()
  await using server = await installation.serve()
  const busy = await fillStored(installation, server, count)
  await installation.db.query(
    'update outbox_entry set confirmed_revision = 0, confirmed_at = null, first_sent_at = null',
  )
  // The stored ones are copies: their numbers bypassed the counter.
  await installation.db.query(
    `update company_counter c
        set next_order_number = 1 + (select max(sequence_number) from sale_order o
                                      where o.company_id = c.company_id)
      where exists (select from sale_order o where o.company_id = c.company_id)`,
  )
  const other = await connectOther(installation, server, OWED)
  const exchanges = (goesOn: Condition): Promise<number[]> => timeExchanges(installation, other, goesOn)
  await exchanges(forCount(20))
  const quiets = await exchanges(forCount(QUIET_EXCHANGES))
  const changed = changeSettings(installation, server, busy)
  const changing = await exchanges(
    whileRunning(Promise.all([changed, putMeanwhile(installation, server, whileRunning(changed))])),
  )
  const posting: number[] = []
  for (let from = 10_000_000; posting.length < POSTING_EXCHANGES; from += batch) {
    const lines = [...sampleLines(installation.companyId, from, batch)].map(text => Buffer.from(text))
    posting.push(...(await exchanges(whileRunning(postLines(server, installation.apiToken, lines, batch)))))
    // Alternating, so that other load on the machine slows both.
    quiets.push(...(await exchanges(forCount(QUIET_EXCHANGES / 4))))
  }
  const quiet = percentile(0.99, quiets)
  const figure = (what: string, slow: number): Figure => ({
    bench: 'tenants',
    measured: `${slow.toFixed(1)} ms: p99 of a company's exchange while ${what}`,
    beside: `${quiet.toFixed(1)} ms when all is quiet`,
    value: slow / quiet,
    unit: 'ratio',
    target: { atMost: 3 },
  })
  return [
    figure(`another one's settings change at ${count} orders`, percentile(0.99, changing)),
    figure(`another one's batch of ${batch} orders is posted`, percentile(0.99, posting)),
  ]
}

/** Changes the rules to match no order, then every order again, and waits for both recalculations. */
async function changeSettings(installation: Installation, server: Server, { id }: Connected): Promise<void> {
  const headers = { authorization: `Bearer ${installation.apiToken}`, 'content-type': 'application/json' }
  const url = `${server.address}/api/v1/integrations/${id}`
  for (const paymentrules of [[{ status: 'nothing' }], [{}]]) {
    const settings = { paymentrules, paymentmethodname: 'Card' }
    const answer = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ settings }) })
    if (answer.status !== 200) throw new Error(`settings: ${answer.status}`)
    for (;;) {
      const { recalculating } = (await (await fetch(url, { headers })).json()) as {
        recalculating: object | null
      }
      if (recalculating === null) break
      await delay(200)
    }
  }
}

/** A platform that keeps putting orders of the company, whether or not it is answered. */
async function putMeanwhile(installation: Installation, server: Server, goesOn: Condition): Promise<void> {
  const { apiToken, companyId } = installation
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' }
  const asked: Promise<unknown>[] = []
  for (let index = 30_000_000; goesOn(); index++) {
    const body = JSON.stringify(sampleOrder(companyId, index))
    asked.push(put(`${server.address}/api/v1/orders/order-${index}`, { method: 'PUT', headers, body }))
    await delay(PUT_EVERY_MS)
  }
  await Promise.all(asked)
}

async function put(url: string, request: RequestInit): Promise<void> {
  const answer = await fetch(url, request)
  if (answer.status !== 201) throw new Error(`put: ${answer.status} ${await answer.text()}`)
}
