import { type Connected, connect, type Installation, putOrders, type Server } from './bench.js'
import { exchange } from './exchange.js'

/** Connects another company's 1C, which is owed `owed` orders. */
export async function connectOther(
  installation: Installation,
  server: Server,
  owed: number,
): Promise<Connected> {
  const companyId = await installation.addCompany()
  const connected = await connect(server, { ...installation, companyId })
  await putOrders(server, { ...installation, companyId }, owed, 20_000_000)
  return connected
}

export type Condition = () => boolean

export function forCount(count: number): Condition {
  let left = count
  return () => left-- > 0
}

export function whileRunning(work: Promise<unknown>): Condition {
  let running = true
  let failure: unknown
  work
    .catch(error => {
      failure = error
    })
    .finally(() => {
      running = false
    })
  return () => {
    if (failure) throw failure
    return running
  }
}

/** Duration of each whole exchange; each has the same orders. */
export async function timeExchanges(
  { db }: Installation,
  connected: Connected,
  goesOn: Condition,
): Promise<number[]> {
  const measured: number[] = []
  while (goesOn()) {
    await db.query(
      'update outbox_entry set confirmed_revision = 0 where integration_key ' +
        '= (select key from integration where id = $1)',
      [connected.id],
    )
    const started = performance.now()
    await exchange(connected)
    measured.push(performance.now() - started)
  }
  return measured
}
