import type { Client } from '@obmen/contract/settings'
import type { InspectPuts } from '../orders/intake/put.js'
import type { OrderWarning } from '../orders/warnings/order-warnings.js'
import { inspectOrders } from './inspect-orders.js'
import { readFindings } from './listing/read-findings.js'
import { describeFinding } from './texts/index.js'

/**
 * Inspects orders that were just put; returns warnings for the sender, by order key. New and changed ones are inspected and their
 * findings stored; for unchanged ones the stored findings are read.
 */
export const inspectPuts: InspectPuts = async (tx, { written, unchanged }) => {
  const warnings = new Map<number, OrderWarning[]>()
  const add = (orderKey: number, warning: OrderWarning): void => {
    if (SETUP_CODES.has(warning.code)) return
    warnings.set(orderKey, [...(warnings.get(orderKey) ?? []), warning])
  }
  for (const { orderKey, integrationId, client, findings } of await inspectOrders(tx, written))
    for (const { code, path, severity, params, expectedEffect } of findings) {
      if (expectedEffect) continue
      const message = describeFinding({ code, params }, client as Client, false)
      add(orderKey, { code, path, message, severity, integrationId, params })
    }
  for (const { orderKey, client, done, integrationId, code, path, severity, params } of await readFindings(
    tx,
    unchanged,
  )) {
    const message = describeFinding({ code, params }, client, done)
    add(orderKey, { code, path, message, severity, integrationId, params })
  }
  return warnings
}

/** Findings about the setup of 1C, which the sender of orders can't change. */
const SETUP_CODES: ReadonlySet<string> = new Set(['before-default-start'])
