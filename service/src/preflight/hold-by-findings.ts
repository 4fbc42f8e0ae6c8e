import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import type { Finding, OrderAtIntegration } from '../findings/finding.js'
import { type Hold, holdOrders } from '../outbox/entries/hold-orders.js'
import { releaseOrders } from '../outbox/entries/release-orders.js'
import { describeFinding } from './texts/index.js'

interface InspectedOrder extends OrderAtIntegration {
  client: ClientChoice
  findings: readonly Finding[]
}

/** Holds orders back from each 1C that would refuse them (`blocks`), and releases those that it no longer would (O9). */
export async function holdByFindings(tx: Queryable, inspected: readonly InspectedOrder[]): Promise<void> {
  const keys = [...new Set(inspected.map(({ integrationKey }) => integrationKey))].sort((a, b) => a - b)
  for (const integrationKey of keys) {
    const own = inspected
      .filter(each => each.integrationKey === integrationKey)
      .sort((a, b) => a.orderKey - b.orderKey)
    await holdOrders(tx, integrationKey, own.flatMap(holdOf))
    const orderKeys = own.filter(({ findings }) => !findings.some(blocks)).map(({ orderKey }) => orderKey)
    await releaseOrders(tx, integrationKey, { orderKeys, kinds: ['finding'], cause: 'revision' })
  }
}

function holdOf({ orderKey, client, findings }: InspectedOrder): Hold[] {
  const found = findings.find(blocks)
  if (!found) return []
  const { code, params } = found
  return [{ orderKey, kind: 'finding', code, params, reason: describeFinding(found, client, false) }]
}

/** Whether a 1C refuses an order with these findings. */
export function blocks({ severity, expectedEffect: outlook }: Finding): boolean {
  return severity === 'blocks' && !outlook
}
