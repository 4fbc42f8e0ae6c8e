import type { Client } from '@obmen/contract/settings'
import type { SaveContext } from '../../orders/intake/load-save-context.js'
import type { InspectPuts } from '../../orders/intake/save-types.js'
import type { OrderWarning } from '../../orders/warnings/order-warning.js'
import { inspectStored, isBlocked, storeInspected } from '../inspect-orders.js'
import { readFindings } from '../listing/read-findings.js'
import { describeFinding } from '../texts/index.js'
import { inspectNewOrders } from './inspect-new-orders.js'

/**
 * Warnings for orders that were just put, by key: new and changed ones are inspected and stored now, for unchanged ones
 * stored findings are read.
 */
export const inspectPuts: InspectPuts = async (tx, { context, fresh: put, changed, unchanged }) => {
  const linking = new Set(
    put.filter(({ order }) => linksItems(context, order.companyId)).map(({ key }) => key),
  )
  const fresh = await inspectNewOrders(
    context,
    put.filter(({ key }) => !linking.has(key)),
  )
  const inspected = await inspectStored(tx, [...changed, ...linking])
  await storeInspected(tx, { inspected, fresh })
  const stored = await readFindings(tx, unchanged)
  const warnings = new Map<number, OrderWarning[]>()
  const add = (orderKey: number, warning: OrderWarning): void => {
    warnings.set(orderKey, [...(warnings.get(orderKey) ?? []), warning])
  }
  for (const { orderKey, integrationId, client, findings } of [...fresh, ...inspected])
    for (const { code, path, severity, params, expectedEffect: outlook } of findings) {
      if (outlook || SETUP_CODES.has(code)) continue
      const message = describeFinding({ code, params }, client as Client, false)
      add(orderKey, { code, path, message, severity, integrationId, params })
    }
  for (const { orderKey, client, done, integrationId, code, path, severity, params } of stored) {
    if (SETUP_CODES.has(code)) continue
    const message = describeFinding({ code, params }, client, done)
    add(orderKey, { code, path, message, severity, integrationId, params })
  }
  return {
    warnings,
    held: [...changed, ...linking, ...fresh.filter(isBlocked).map(({ orderKey }) => orderKey)],
  }
}

/** Whether orders of a company have to be inspected with the catalogue, which is in the database. */
function linksItems({ companies }: SaveContext, companyId: string): boolean {
  return companies.get(companyId)!.integrations.some(integration => integration.linksItems)
}

/** Findings about the setup of 1C, which the sender of orders can't change. */
const SETUP_CODES: ReadonlySet<string> = new Set(['before-default-start'])
