import { setTimeout as delay } from 'node:timers/promises'
import { createBase, walkOrders } from '@obmen/simulator'
import { connect, type Installation, postLines, type Server } from '../bench.js'
import type { Figure } from '../figure.js'

const WALKS = 1000
const SEED = 20_261_201
const SHOWN = 4

/** Clients, how payments are sent to them, and from which round on they announce that they read documents. */
const VARIANTS = [
  { client: 'bp', payments: 'documents' },
  { client: 'bp', payments: 'requisites' },
  { client: 'unf', payments: 'documents', announcesFrom: 0 },
  { client: 'unf', payments: 'requisites' },
  { client: 'unf', payments: 'auto', announcesFrom: 2 },
  { client: 'ut', payments: 'auto' },
] as const

/** Random walks in which an accountant does what every task says: the books are right at the end. */
export async function benchObeying(
  installation: Installation,
  server: Server,
  scale: number,
): Promise<Figure[]> {
  const walks = Math.round(WALKS * scale)
  let [wrong, named, contradictions] = [0, 0, 0]
  for (const { client, payments, ...announces } of VARIANTS) {
    const companyId = await installation.addCompany()
    const connected = await connect(server, { ...installation, companyId }, { client, payments })
    const site = siteOf(installation, server, { ...connected, companyId })
    const protocol = 'announcesFrom' in announces ? { protocol: 'bitrix' as const, ...announces } : {}
    const result = await walkOrders(createBase(client), { ...site, ...protocol }, { walks, seed: SEED })
    const told = await namedByFindings(installation, connected.id, [...result.wrong.keys()])
    const untold = [...result.wrong].filter(([id]) => !told.has(id))
    named += told.size
    wrong += untold.length
    contradictions += result.contradictions.size
    const shown = [...untold.map(pair => pair.join(': ')), ...result.contradictions].slice(0, SHOWN)
    for (const what of shown) console.error(`  ${client}, ${payments}: ${what}`)
  }
  const beside = `${walks * VARIANTS.length} walks`
  return [
    {
      bench: 'preflight books',
      value: wrong,
      unit: 'ratio',
      target: { atMost: 0 },
      beside,
      measured: `orders wrong in 1C after every task was done, and no finding names it (with one: ${named})`,
    },
    {
      bench: 'preflight words',
      value: contradictions,
      unit: 'ratio',
      target: { atMost: 0 },
      beside,
      measured: 'orders of which is said both that money is missing in 1C and that it has too much',
    },
  ]
}

function siteOf(
  { db, apiToken }: Installation,
  server: Server,
  connected: { id: string; url: string; login: string; password: string; companyId: string },
) {
  const headers = { authorization: `Bearer ${apiToken}` }
  return {
    ...connected,
    integrationId: connected.id,
    put: (orders: readonly object[]) =>
      postLines(
        server,
        apiToken,
        orders.map(order => `${JSON.stringify(order)}\n`),
        orders.length,
      ),
    async call(method: 'GET' | 'POST', path: string): Promise<unknown> {
      const answer = await fetch(`${server.address}/api/v1${path}`, { method, headers })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    },
    async settled() {
      const waiting = 'select from finding_stale union all select from finding_recalculation limit 1'
      while ((await db.query(waiting)).rowCount !== 0) await delay(100)
    },
  }
}

async function namedByFindings(
  { db }: Installation,
  integrationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select distinct o.id from order_finding f join sale_order o on o.key = f.order_key
      where f.integration_key = (select key from integration where id = $1)
        and f.severity <> 'note' and o.id = any($2)`,
    [integrationId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}
