import type { Bench } from '../bench.js'
import { exchange } from '../exchange.js'
import { type Figure, median } from '../figure.js'
import { fillStored } from '../stored.js'

const OWED = 10
const ROUNDS = 21

/** A query of few owed orders among very many stored ones against the same among few. */
export async function benchBacklog(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [10_000, Math.round(1_000_000 * scale)]
  const among = async (count: number): Promise<number> => {
    await using installation = await bench.install()
    await using server = await installation.serve()
    const connected = await fillStored(installation, server, count)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await installation.db.query(
        `update outbox_entry e set confirmed_revision = 0 from integration i
          where i.key = e.integration_key and i.id = $1
            and e.order_key in (select order_key from outbox_entry where integration_key = i.key
                                 order by hashint8(order_key # $2) limit $3)`,
        [connected.id, round, OWED],
      )
      times.push((await exchange(connected)).ms)
    }
    return median(times)
  }
  const few = await among(small)
  const many = await among(large)
  return [
    {
      bench: 'backlog',
      measured: `${many.toFixed(1)} ms for a query of ${OWED} owed among ${large} stored`,
      beside: `${few.toFixed(1)} ms among ${small}`,
      value: many / few,
      unit: 'ratio',
      target: { atMost: 1.5 },
    },
  ]
}
