import type { Queryable } from '../../db/database.js'
import { adoptRevisions } from '../../outbox/entries/adopt-orders.js'
import { enqueueOrders, type OutboxChange } from '../../outbox/entries/enqueue-orders.js'
import { listOwedPairs } from '../../outbox/entries/read-entries.js'
import { listOwedAfterRecalculation, listRecalculations } from '../routing/pending-recalculation.js'
import { matchFacts } from '../routing/rules.js'
import { startOfMonth } from '../start-of-day.js'
import { originOf } from './check-puts.js'
import { accepted, type Put, written } from './put.js'

interface Owed {
  orderKey: number
  integrationKey: number
}

/** Records which integrations are owed the orders (O1), and which 1C they were adopted from. */
export async function routePuts(tx: Queryable, puts: readonly Put[], timezone: string): Promise<void> {
  const monthBegan = startOfMonth(new Date(), timezone)
  const changes = written(puts).flatMap(put => routePut(put, timezone, monthBegan))
  const owed: Owed[] = await enqueueOrders(tx, changes)
  owed.push(
    ...(await listOwedUnchanged(
      tx,
      puts.filter(({ unchanged }) => unchanged),
    )),
  )
  const adopted = await adoptOrders(tx, puts)
  const byKey = new Map(accepted(puts).map(put => [put.key, put]))
  owed.sort((one, other) => one.integrationKey - other.integrationKey)
  for (const { orderKey, integrationKey } of owed)
    if (!adopted.some(pair => pair.orderKey === orderKey && pair.integrationKey === integrationKey))
      byKey.get(orderKey)!.owedTo.push(integrationKey)
}

/**
 * Decides which integrations are owed an order by its content; the outbox adds those that were sent it
 * (O7). A canceled order that was never sent is owed to none. One placed before this month is risky: its
 * period may be closed in 1C.
 */
function routePut(
  { order, key, revision, company, offer }: Put,
  timezone: string,
  monthBegan: number,
): OutboxChange[] {
  const unknownToAll = order.canceled && !offer?.sent
  return company.integrations.map(integration => ({
    integrationKey: integration.key,
    orderKey: key,
    revision,
    risky: order.placedAt < monthBegan,
    owed: !unknownToAll && matchFacts(order, integration.settings, timezone).matches,
  }))
}

/** Which integrations are owed these unchanged orders, also while they are being recalculated. */
async function listOwedUnchanged(tx: Queryable, puts: readonly Put[]): Promise<Owed[]> {
  if (puts.length === 0) return []
  const orderKeys = puts.map(({ key }) => key)
  const companies = new Set(puts.map(({ company }) => company))
  const recalculating = await listRecalculations(
    tx,
    [...companies].map(({ id }) => id),
  )
  const upToDate = [...companies]
    .flatMap(({ integrations }) => integrations.map(({ key }) => key))
    .filter(key => !recalculating.some(other => other.key === key))
  const owed = await listOwedPairs(tx, upToDate, orderKeys)
  for (const integration of recalculating) {
    const keys = await listOwedAfterRecalculation(tx, integration, orderKeys)
    owed.push(...keys.map(orderKey => ({ orderKey, integrationKey: integration.key })))
  }
  return owed
}

/** Records which orders were adopted from a 1C, which therefore is not owed them (O10); returns those. */
async function adoptOrders(tx: Queryable, puts: readonly Put[]): Promise<Owed[]> {
  const pairs = accepted(puts)
    .filter(({ origin }) => origin !== undefined)
    .map(put => ({ integrationKey: originOf(put)!.key, orderKey: put.key }))
  const held = await adoptRevisions(tx, pairs)
  return pairs.filter(({ orderKey }) => held.has(orderKey))
}
