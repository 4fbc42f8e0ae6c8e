import type { Order } from '@obmen/contract'
import {
  CLIENTS,
  type Client,
  createBase,
  type OneC,
  runExchange,
  type StoredDocument,
} from '@obmen/simulator'
import { type Bench, connect, type Installation, postLines, type Server } from '../bench.js'
import type { Figure } from '../figure.js'
import { lossesOf } from '../preflight/arrived.js'
import { benchObeying } from '../preflight/obeying.js'
import { change, newOrder, randomOf, type Sent } from '../preflight/odd-orders.js'

const ORDERS = 5000
const ROUNDS = 2
const SEED = 20_261_126
/** Blocked orders of one 1C that are sent alone: each is an exchange of its own. */
const MAX_BLOCKED = 30
const SHOWN = 12

/** How payments are sent to the 1C bases of a company, and its other settings. */
const SCENARIOS = [
  { settings: {}, announces: false },
  { settings: {}, announces: true },
  {
    settings: { payments: 'documents', paymentrules: [{ gateway: 'CKassa' }, { gateway: 'СБП' }] },
    announces: false,
  },
  { settings: { commentprefix: false, closedbefore: '2026-10-01' }, announces: false },
] as const
type Scenario = (typeof SCENARIOS)[number] & { number: number }

interface Connected {
  key: number
  client: Client
  base: OneC
  login: string
  password: string
}

interface Run {
  installation: Installation
  server: Server
  tally: Tally
}

const newTally = () => ({
  pairs: 0,
  clean: 0,
  missed: new Map<string, number>(),
  blocked: 0,
  falseAlarms: new Map<string, number>(),
  lost: 0,
})
type Tally = ReturnType<typeof newTally>

/**
 * Odd orders with a history: an order without findings must be in the books of 1C as on the platform; a
 * blocked one must be refused by 1C, or be wrong there.
 */
export async function benchPreflight(bench: Bench, scale: number): Promise<Figure[]> {
  const tally = newTally()
  await using installation = await bench.install()
  await using server = await installation.serve()
  const count = Math.round((ORDERS * scale) / SCENARIOS.length)
  for (const [index, world] of SCENARIOS.entries())
    await playScenario({ installation, server, tally }, { ...world, number: index }, count)
  return [...figuresOf(tally), ...(await benchObeying(installation, server, scale))]
}

async function playScenario(run: Run, world: Scenario, count: number): Promise<void> {
  const { number } = world
  const random = randomOf(SEED + number)
  const companyId = await run.installation.addCompany()
  const bases: Connected[] = []
  for (const client of CLIENTS) bases.push(await connectBase(run, companyId, client, world))
  const orders = Array.from({ length: count }, (_, index) =>
    newOrder(companyId, number * 100_000 + index, random),
  )
  await put(run, orders)
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of bases) await exchange(run, one, world)
    for (const index of orders.keys()) if (random.chance(0.6)) orders[index] = change(orders[index]!, random)
    await put(run, orders)
  }
  for (const one of bases) await compareBooks(run, one, world, orders)
}

async function connectBase(
  { installation, server }: Run,
  companyId: string,
  client: Client,
  { settings }: Scenario,
): Promise<Connected> {
  const { id, login, password } = await connect(
    server,
    { ...installation, companyId },
    {
      client,
      ...settings,
      ...(client === 'bp' ? {} : { closedbefore: undefined }),
    },
  )
  const { rows } = await installation.db.query<{ key: number }>('select key from integration where id = $1', [
    id,
  ])
  const closed = 'closedbefore' in settings && client === 'bp' ? { closedBefore: settings.closedbefore } : {}
  return { key: rows[0]!.key, client, base: createBase(client, closed), login, password }
}

async function put({ installation, server }: Run, orders: readonly Sent[]): Promise<void> {
  const lines = orders.map(order => `${JSON.stringify(order)}\n`)
  await postLines(server, installation.apiToken, lines, orders.length)
}

function exchange({ server }: Run, { base, login, password }: Connected, { announces }: Scenario, at = base) {
  return runExchange(at, {
    url: `${server.address}/1c`,
    login,
    password,
    findingsPerCode: 1_000_000,
    ...(announces && { protocol: 'bitrix' as const, subordinateDocuments: true }),
  })
}

interface Found {
  orderKey: number
  id: string
  number: string
  codes: string[] | null
  blocks: boolean
  loses: boolean
}

async function compareBooks(
  run: Run,
  one: Connected,
  world: Scenario,
  orders: readonly Sent[],
): Promise<void> {
  const { installation, tally } = run
  const found = await findingsOf(installation, one.key)
  const byId = new Map(orders.map(order => [order.id, order]))
  const result = await exchange(run, one, world)
  if (!result.confirmed && result.counts.documents > 0)
    count(tally.missed, `${one.client}: package not confirmed: ${Object.keys(result.counts.findings)}`)
  const documents = documentsByNumber(one.base)
  for (const { id, number, loses } of found.filter(({ blocks }) => !blocks)) {
    const order = byId.get(id) as Order
    const losses = lossesOf({ order, number, base: one.base, result, documents })
    tally.pairs++
    if (loses) {
      tally.lost++
    } else {
      tally.clean++
      if (losses.length > 0) count(tally.missed, `${one.client}: ${losses.join(', ')} (${id})`)
    }
  }
  const blocked = found.filter(({ blocks }) => blocks)
  const step = Math.ceil(blocked.length / MAX_BLOCKED)
  for (const each of blocked.filter((_, index) => index % step === 0)) {
    tally.pairs++
    tally.blocked++
    const losses = await sendAlone(run, one, world, { ...each, order: byId.get(each.id) as Order })
    if (losses.length === 0) count(tally.falseAlarms, `${one.client}: ${each.codes} (${each.id})`)
  }
}

/** What a copy of the base makes of a blocked order that is sent alone. */
async function sendAlone(
  run: Run,
  one: Connected,
  world: Scenario,
  { orderKey, number, order }: Found & { order: Order },
): Promise<string[]> {
  await run.installation.db.query(
    `update outbox_entry
        set confirmed_revision = 0, held_kind = null, held_since = null, held_code = null,
            held_reason = null, held_by = null
      where integration_key = $1 and order_key = $2`,
    [one.key, orderKey],
  )
  const base = structuredClone(one.base)
  const result = await exchange(run, one, world, base)
  return lossesOf({ order, number, base, result, documents: documentsByNumber(base) })
}

async function findingsOf(installation: Installation, integrationKey: number): Promise<Found[]> {
  const { rows } = await installation.db.query<Found>(
    `select o.key as "orderKey", o.id, coalesce(e.sent_number, o.sequence_number::text) as number,
            array_agg(f.code) filter (where f.severity <> 'note') as codes,
            coalesce(bool_or(f.severity = 'blocks'), false) as blocks,
            coalesce(bool_or(f.severity = 'loses'), false) as loses
       from outbox_entry e join sale_order o on o.key = e.order_key
       left join order_finding f on f.integration_key = e.integration_key and f.order_key = e.order_key
      where e.integration_key = $1 and e.pending_revision > 0
        and (e.first_sent_at is not null or e.pending_revision > e.confirmed_revision)
      group by 1, 2, 3 order by 1`,
    [integrationKey],
  )
  return rows
}

function documentsByNumber(base: OneC): Map<string, StoredDocument[]> {
  const found = new Map<string, StoredDocument[]>()
  for (const document of base.documents.values()) {
    const number = document.outcome.siteNumber ?? ''
    found.set(number, [...(found.get(number) ?? []), document])
  }
  return found
}

function figuresOf(tally: Tally): Figure[] {
  const alarms = sum(tally.falseAlarms)
  printCounts('missed', tally.missed)
  printCounts('blocked for nothing', tally.falseAlarms)
  return [
    {
      bench: 'preflight misses',
      value: sum(tally.missed),
      unit: 'ratio',
      target: { atMost: 0 },
      measured: `orders called clean that did not arrive whole, of ${tally.clean}`,
      beside: `${tally.pairs} orders and 1C bases, ${tally.lost} with a loss, ${tally.blocked} blocked`,
    },
    {
      bench: 'preflight alarms',
      value: tally.blocked === 0 ? 0 : (100 * alarms) / tally.blocked,
      unit: 'ratio',
      target: { atMost: 1 },
      measured: `% of blocked orders that 1C would have taken right (${alarms})`,
      beside: `${tally.blocked} blocked`,
    },
  ]
}

function printCounts(what: string, counts: ReadonlyMap<string, number>): void {
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  for (const [why, times] of sorted.slice(0, SHOWN)) console.error(`  ${what}, ${times} ×: ${why}`)
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0)
}
