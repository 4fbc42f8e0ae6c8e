import { type Bench, connect, type Installation, postLines } from '../bench.js'
import { type Figure, timed } from '../figure.js'
import { sampleLines, sampleOrder } from '../sample.js'

const ROUNDS = 3
const STATEMENT = 500

/**
 * Orders through the REST batch against a raw multi-row INSERT of them, in alternating rounds.
 * The first round of both is not counted: the server still compiles its code then.
 */
export async function benchIntake(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.round(20_000 * scale)
  await using installation = await bench.install()
  await using server = await installation.serve()
  await connect(server, installation)
  await installation.db.query(
    'create table raw_order (location_id uuid, id text, content json, primary key (location_id, id))',
  )
  let ours = 0
  let raw = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const from = round * count
    // Both begin with the orders as text: creating samples is not measured.
    const lines = [...sampleLines(installation.companyId, from, count)].map(text => Buffer.from(text))
    const statements = [...insertStatements(installation, from, count)]
    const rawMs = await timed(() => insertRaw(installation, statements))
    const ourMs = await timed(() => postLines(server, installation.apiToken, lines, count))
    if (round === 0) continue
    raw += rawMs
    ours += ourMs
  }
  const rate = (ms: number): number => (1000 * ROUNDS * count) / ms
  return [
    {
      bench: 'intake',
      measured: `${rate(ours).toFixed(0)} orders a second by POST /orders:batch, owed to one 1C`,
      beside: `${rate(raw).toFixed(0)} orders a second by raw INSERT, ${STATEMENT} rows a statement`,
      value: raw / ours,
      unit: 'ratio',
      target: { atLeast: 0.09 },
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
