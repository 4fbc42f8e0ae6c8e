import { type Bench, connect, type Installation, postLines } from '../bench.js'
import type { Figure } from '../figure.js'
import { sampleLines, sampleOrder } from '../sample.js'

const ROUNDS = 3
const STATEMENT = 500

/**
 * Orders through the REST batch against a raw multi-row INSERT of them, in alternating rounds. The first round of both is not counted: the
 * server still compiles its code then. The server merges the search words of orders beside the puts, every five seconds, and so partly after
 * a round: what is left then is merged here, measured by itself, and told as a second ratio.
 */
export async function benchIntake(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.round(20_000 * scale)
  await using installation = await bench.install()
  await using server = await installation.serve()
  await connect(server, installation.apiToken, installation.companyId)
  await installation.db.query(
    'create table raw_order (location_id uuid, id text, content json, primary key (location_id, id))',
  )
  let ours = 0
  let raw = 0
  let merging = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const from = round * count
    // Both begin with the orders as text: creating samples is not measured.
    const lines = [...sampleLines(installation.companyId, from, count)].map(text => Buffer.from(text))
    const statements = [...insertStatements(installation, from, count)]
    const rawMs = await timed(() => insertRaw(installation, statements))
    const ourMs = await timed(() => postLines(server, installation.apiToken, lines, count))
    // Before the next raw INSERT, too: nothing is merged beside it.
    const mergeMs = await timed(() => mergeSearchWords(installation))
    if (round === 0) continue
    raw += rawMs
    ours += ourMs
    merging += mergeMs
  }
  const rate = (ms: number): number => (1000 * ROUNDS * count) / ms
  return [
    {
      bench: 'intake',
      measured: `${rate(ours).toFixed(0)} orders a second by POST /orders:batch, acknowledged and owed to one 1C; with the merge of what is left of its search index: ${(raw / (ours + merging)).toFixed(2)}`,
      beside: `${rate(raw).toFixed(0)} orders a second by raw INSERT, ${STATEMENT} rows a statement`,
      value: raw / ours,
      unit: 'ratio',
      target: { atLeast: 0.3 },
    },
  ]
}

interface Statement {
  text: string
  values: string[]
}

function* insertStatements(
  { locationId, companyId }: Installation,
  from: number,
  count: number,
): Generator<Statement> {
  for (let start = from; start < from + count; start += STATEMENT) {
    const values: string[] = [locationId]
    const places: string[] = []
    for (let index = start; index < Math.min(start + STATEMENT, from + count); index++) {
      values.push(`order-${index}`, JSON.stringify(sampleOrder(companyId, index)))
      places.push(`($1, $${values.length - 1}, $${values.length})`)
    }
    yield { text: `insert into raw_order (location_id, id, content) values ${places.join(',')}`, values }
  }
}

async function insertRaw({ db }: Installation, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await db.query(text, values)
}

/** What the server does by itself every five seconds. */
async function mergeSearchWords({ db }: Installation): Promise<void> {
  await db.query("select gin_clean_pending_list('sale_order_search')")
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
