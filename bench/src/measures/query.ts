import http from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Bench, type Connected, connect, type Installation, putOrders, startServer } from '../bench.js'
import { download, exchange } from '../exchange.js'
import { type Figure, median } from '../figure.js'

const ROUNDS = 3
const READY_MADE = fileURLToPath(new URL('../ready-made.js', import.meta.url))

/** A query of very many orders against sending the same bytes, prepared in the same database, alternating. */
export async function benchQuery(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.round(50_000 * scale)
  await using installation = await bench.install()
  await using server = await installation.serve()
  const connected = await connect(server, installation)
  await putOrders(server, installation, count)
  await keepReadyMade(installation, connected)
  await installation.db.query('vacuum analyze')
  await using floor = await startServer([READY_MADE], { DATABASE_URL: installation.url })
  const ours: number[] = []
  const ready: number[] = []
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    await installation.db.query('update outbox_entry set confirmed_revision = 0')
    await installation.db.query('checkpoint')
    const given = await exchange(connected)
    ours.push(given.ms)
    bytes = given.bytes
    ready.push((await download(floor.address)).ms)
  }
  const speed = (ms: number): string => `${((1000 * bytes) / ms / 2 ** 20).toFixed(0)} MiB/s`
  return [
    {
      bench: 'query',
      measured:
        `${count} orders, ${(bytes / 2 ** 20).toFixed(0)} MiB in ` +
        `${(median(ours) / 1000).toFixed(2)} s, ${speed(median(ours))}`,
      beside: `the same bytes ready-made in ${(median(ready) / 1000).toFixed(2)} s, ${speed(median(ready))}`,
      value: median(ready) / median(ours),
      unit: 'ratio',
      target: { atLeast: 0.6 },
    },
  ]
}

/** Queries once without confirming, and stores the answer, one row per order. */
async function keepReadyMade({ db }: Installation, { url, login, password }: Connected): Promise<void> {
  await db.query('create table ready_made (key bigint primary key, xml bytea not null)')
  await db.query('alter table ready_made alter column xml set storage external')
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${url}?type=sale&mode=query`, { headers: { authorization } }, resolve).on('error', reject)
  })
  const end = Buffer.from('</Документ>')
  let rest = Buffer.alloc(0)
  let key = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece])
    const found: Buffer[] = []
    for (let at = rest.indexOf(end); at >= 0; at = rest.indexOf(end)) {
      found.push(rest.subarray(0, at + end.length))
      rest = rest.subarray(at + end.length)
    }
    if (found.length === 0) continue
    await db.query(
      'insert into ready_made select $1::bigint + n, x from unnest($2::bytea[]) with ordinality as u(x, n)',
      [key, found],
    )
    key += found.length
  }
  await db.query('insert into ready_made values ($1, $2)', [key + 1, rest])
}
