import { createDays } from '@obmen/service'
import { type Bench, type Connected, connect, type Installation, openSystem, putOrders } from './bench.js'
import { download, exchange } from './exchange.js'
import { type Figure, median } from './figure.js'

const SESSIONS = 430_000
const ITEMS = 5_000_000
const ORDERS = 10_000
const DAYS = 90
const DAY_MS = 86_400_000
const ROUNDS = 21
/** Rounds that don't count, until plans and pools have settled. */
const WARM_UP = 8

/** Requests of a person; an exchange of a 1C is measured besides. */
const REQUESTS = {
  overview: 'overview',
  'list of exchanges': 'exchanges?limit=50',
  'list of orders': 'orders?limit=50',
  'list of owed orders': 'orders?limit=50&state=owed',
} as const

/** Pages and an exchange of a system that has run for months against the same on its first day. */
export async function benchAge(bench: Bench, scale: number): Promise<Figure[]> {
  const [sessions, items] = [Math.round(SESSIONS * scale), Math.round(ITEMS * scale)]
  await using young = await openFirstDay(bench)
  await using old = await openFirstDay(bench)
  await simulateMonths(old.installation, old.connected, sessions, items)
  const found = await measureAlternately(young, old)
  return [...found].map(([name, [before, after]]) => ({
    bench: `age: ${name}`,
    measured: `${after.toFixed(1)} ms after ${sessions} sessions and ${items} orders in batches`,
    beside: `${before.toFixed(1)} ms before`,
    value: after / before,
    unit: 'ratio' as const,
    target: { atMost: 1.5 },
  }))
}

type DaySystem = Awaited<ReturnType<typeof openFirstDay>>

async function openFirstDay(bench: Bench) {
  const system = await openSystem(bench)
  const { installation, server } = system
  const connected = await connect(server, installation)
  await putOrders(server, installation, ORDERS)
  await exchange(connected)
  await installation.db.query('vacuum analyze')
  return { ...system, connected }
}

/** Medians of each request, alternating between both: whatever else the machine does slows both down. */
async function measureAlternately(young: DaySystem, old: DaySystem): Promise<Map<string, [number, number]>> {
  const found = new Map<string, [number, number]>()
  for (const name of [...Object.keys(REQUESTS), 'exchange']) {
    const times: [number[], number[]] = [[], []]
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const [index, used] of [young, old].entries()) {
        const ms = await timeRequest(used, name)
        if (round >= 0) times[index]!.push(ms)
      }
    }
    found.set(name, [median(times[0]), median(times[1])])
  }
  return found
}

async function timeRequest({ installation, server, connected }: DaySystem, name: string): Promise<number> {
  if (name !== 'exchange') {
    const headers = { authorization: `Bearer ${installation.apiToken}` }
    const path = REQUESTS[name as keyof typeof REQUESTS]
    return (await download(`${server.address}/api/v1/${path}`, headers)).ms
  }
  const started = performance.now()
  await exchange(connected)
  return performance.now() - started
}

/** Months of an integration: sessions in the tables of their days, confirmed batches, counted days. */
async function simulateMonths(
  { db }: Installation,
  { id }: Connected,
  sessions: number,
  items: number,
): Promise<void> {
  for (let day = DAYS; day >= 2; day -= 2) await createDays(db, new Date(Date.now() - day * DAY_MS))
  const [of] = (
    await db.query<{ key: number; location: string }>(
      'select key, location_id as location from integration where id = $1',
      [id],
    )
  ).rows
  const { key, location } = of!
  await db.query(
    `insert into exchange_session
       (id, token_hash, integration_key, location_id, opened_at, last_call_at, ended_at, cookie_seen,
        user_agent, address, outcome, calls, call_count)
     select floor(extract(epoch from s.at) / 86400)::bigint * 100000000 + n, sha256(n::text::bytea), $1, $2,
            s.at, s.at, s.at, true, '1C+Enterprise/8.3', '10.0.0.7',
            case when n % 50 = 0 then 'failed' else 'nothing' end,
            (select calls from exchange_session where call_count > 0 limit 1), 1
       from generate_series(1, $3::int) n
      cross join lateral (select now() - (1 + ($3 - n)::float8 / $3 * $4) * interval '1 day' as at) s`,
    [key, location, sessions, DAYS - 2],
  )
  await db.query(
    `insert into exchange_day (integration_key, day, location_id, exchanges, failures, orders_confirmed)
     select $1, current_date - d, $2, $3::int / $4, $3::int / $4 / 50, $5::int / $4
       from generate_series(1, $4::int) d
     on conflict do nothing`,
    [key, location, sessions, DAYS, items],
  )
  const { rows } = await db.query<{ id: number }>(
    `insert into outbox_batch (integration_key, state, order_count, opened_at, sent_at, confirmed_at)
     select $1, 'confirmed', 1000, s.at, s.at, s.at from generate_series(1, $2::int) n
      cross join lateral (select now() - (1 + ($2 - n)::float8 / $2 * 300) * interval '1 day' as at) s
     returning id`,
    [key, Math.max(1, Math.round(items / 1000))],
  )
  for (const batch of rows) {
    await db.query(
      `insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       select $1, key, 1, 0
         from (select key from sale_order order by key limit 1000 offset ($1 % 10) * 1000) o`,
      [batch.id],
    )
  }
  await db.query('vacuum analyze')
}
