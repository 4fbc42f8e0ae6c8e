import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { adoptRevisions, findEverSent } from '../../outbox/entries/adopt-orders.js'
import type { SaveContext } from './load-save-context.js'
import type { StoredOrder } from './load-stored.js'
import type { IncomingOrder } from './save-types.js'

/** Errors of orders that can't have been taken over from the 1C they name, by order id. */
export async function checkOrigins(
  tx: Queryable,
  incoming: readonly IncomingOrder[],
  stored: ReadonlyMap<string, StoredOrder>,
  context: SaveContext,
): Promise<Map<string, AppError>> {
  const refused = new Map<string, AppError>()
  const named = incoming.filter(({ origin }) => origin !== undefined)
  if (named.length === 0) return refused
  const pairs = named.flatMap(input => {
    const { id, companyId } = input.order
    const integration = integrationOf(input, context)
    // An unknown company is refused elsewhere.
    if (!integration && context.companies.has(companyId))
      refused.set(id, new AppError('invalid', describeProblem('origin-unknown')))
    return integration ? [{ id, integration, orderKey: stored.get(id)?.key ?? 0 }] : []
  })
  const sent = await findEverSent(
    tx,
    pairs.map(({ integration, orderKey }) => ({ integrationKey: integration.key, orderKey })),
  )
  for (const { id, integration, orderKey } of pairs)
    if (!sent.has(orderKey))
      refused.set(id, new AppError('invalid', describeProblem('origin-not-sent', { name: integration.name })))
  return refused
}

/** Records which orders were taken over and removes them from `owed`, in the transaction that writes the orders. */
export async function takeOverOrders(
  tx: Queryable,
  incoming: readonly IncomingOrder[],
  written: ReadonlyMap<string, number>,
  context: SaveContext,
  owed: Map<number, string[]>,
): Promise<void> {
  const pairs = incoming.flatMap(input => {
    const integration = input.origin === undefined ? undefined : integrationOf(input, context)
    const orderKey = written.get(input.order.id)
    return integration && orderKey !== undefined
      ? [{ integrationKey: integration.key, integrationId: integration.id, orderKey }]
      : []
  })
  const held = await adoptRevisions(tx, pairs)
  for (const { integrationId, orderKey } of pairs) {
    if (!held.has(orderKey)) continue
    const others = owed.get(orderKey)?.filter(id => id !== integrationId)
    if (others) owed.set(orderKey, others)
  }
}

function integrationOf({ origin, order }: IncomingOrder, context: SaveContext) {
  return context.companies.get(order.companyId)?.integrations.find(({ id }) => id === origin?.toLowerCase())
}
