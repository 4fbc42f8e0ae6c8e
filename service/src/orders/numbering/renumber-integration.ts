import { describeProblem } from '@obmen/contract'
import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'
import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { type AppError, refusalAt } from '../../errors/app-error.js'
import { hasOpenBatch, numberBeingSent } from '../../outbox/batches/batch-sql.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { LAST_SHORT_NUMBER } from './allocate-numbers.js'
import { blockedSequenceNumber, comparedNumber, truncatesNumbers } from './compared-number.js'
import { documentNumber } from './document-number.js'
import { holdersOf, insertClaims, type NumberClaim } from './number-claim.js'
import { NUMBER_TEXTS } from './texts.js'

interface NumberedIntegration {
  key: number
  companyId: string
  settings: Settings
}

/** Orders renumbered in one statement. */
const ORDERS_AT_ONCE = 5000
/** How many pairs of orders a refusal names at most. */
const NAMED_PAIRS = 5

/**
 * Claims the numbers of all orders of the company at a new integration or one that changes its kind of
 * number: seconds for hundreds of thousands, in which puts and queries wait. Numbers already sent stay.
 * Hold the `rules` lock exclusively. @throws AppError `number-taken`, `numbers-exhausted`
 */
export async function renumberIntegration(
  tx: Queryable,
  integration: NumberedIntegration,
  ordersAtOnce = ORDERS_AT_ONCE,
): Promise<void> {
  const { key, companyId } = integration
  const settings = fillSettings(integration.settings)
  await requireShortNumbers(tx, companyId, settings)
  // No page can be sent meanwhile; what an open batch contains counts as sent.
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  await tx.query('delete from order_number where integration_key = $1', [key])
  const { rows } = await tx.query<{ timezone: string; sending: boolean }>(
    `select l.timezone, ${hasOpenBatch('$1')} as sending
       from company c join location l on l.id = c.location_id where c.id = $2`,
    [key, companyId],
  )
  const { timezone, sending } = rows[0]!
  const usesSequence = settings.ordernumber === 'sequence'
  async function* claimed(): AsyncGenerator<NumberClaim[]> {
    let after = 0
    for (let more = true; more; ) {
      const orders = await nextOrders(tx, integration, {
        after,
        limit: ordersAtOnce,
        onlyDifferent: usesSequence,
        sending,
      })
      yield orders.map(order => claimOf(order, key, settings, timezone))
      after = orders.at(-1)?.sequenceNumber ?? after
      more = orders.length === ordersAtOnce
    }
  }
  const found: Collision[] = []
  const isEnough = (): boolean => found.length > NAMED_PAIRS
  for await (const claims of claimed()) {
    found.push(...(await holdersOf(tx, await insertClaims(tx, claims, { mayBeTaken: true }))))
    if (isEnough()) break
  }
  // Once all have their claims: an order without one goes by its sequence number.
  if (usesSequence && !isEnough())
    for await (const claims of claimed()) {
      found.push(...(await blockedOrders(tx, companyId, claims, { ...settings, timezone })))
      if (isEnough()) break
    }
  if (found.length > 0) throw await collisionError(tx, found)
}

/** @throws AppError `numbers-exhausted` if a 1C that truncates numbers would get longer ones */
async function requireShortNumbers(
  tx: Queryable,
  companyId: string,
  { client, ordernumber }: FullSettings,
): Promise<void> {
  if (ordernumber !== 'sequence' || !truncatesNumbers(client)) return
  const { rows } = await tx.query<{ highest: number | null }>(
    'select max(sequence_number) as highest from sale_order where company_id = $1',
    [companyId],
  )
  const highest = rows[0]?.highest ?? 0
  if (highest <= LAST_SHORT_NUMBER) return
  const problem = describeProblem('numbers-beyond-six-digits', { number: highest })
  throw refusalAt('numbers-exhausted', '/settings/ordernumber', problem)
}

interface KnownOrder {
  key: number
  id: string
  number: string | null
  sequenceNumber: number
  placedAt: Date
  given: string | null
}

/** The next orders by sequence number. `onlyDifferent`: only those sent under another number. */
async function nextOrders(
  tx: Queryable,
  { key, companyId }: NumberedIntegration,
  {
    after,
    limit,
    onlyDifferent,
    sending,
  }: { after: number; limit: number; onlyDifferent: boolean; sending: boolean },
): Promise<KnownOrder[]> {
  const given = sending ? `coalesce(e.sent_number, ${numberBeingSent('$1', 'o.key')})` : 'e.sent_number'
  const { rows } = await tx.query<KnownOrder>(
    `select o.key, o.id, o.platform_number as number, o.sequence_number as "sequenceNumber",
            o.placed_at as "placedAt", ${given} as given
       from sale_order o ${onlyDifferent ? 'join' : 'left join'} ${entryJoin('e', '$1', 'o.key')}
      where o.company_id = $2 and o.sequence_number > $3
            ${onlyDifferent ? `and ${given} <> o.sequence_number::text` : ''}
      order by o.sequence_number limit $4`,
    [key, companyId, after, limit],
  )
  return rows
}

function claimOf(
  order: KnownOrder,
  integrationKey: number,
  { client, ordernumber }: FullSettings,
  timezone: string,
): NumberClaim {
  const number = order.given ?? documentNumber(order, order.sequenceNumber)
  const claim = {
    integrationKey,
    orderKey: order.key,
    number,
    compared: comparedNumber(client, number, order.placedAt.getTime(), timezone),
  }
  return ordernumber === 'sequence' ? { ...claim, blocks: blockedSequenceNumber(client, number) } : claim
}

/** Two orders that would become one document. */
interface Collision {
  claim: NumberClaim
  orderKey: number
  number: string
}

/** Orders whose sequence number this 1C would confuse with the number of one that it has. */
async function blockedOrders(
  tx: Queryable,
  companyId: string,
  claims: readonly NumberClaim[],
  { client, timezone }: FullSettings & { timezone: string },
): Promise<Collision[]> {
  const blocking = claims.filter(({ blocks }) => blocks !== undefined)
  if (blocking.length === 0) return []
  const { rows } = await tx.query<{ key: number; number: number; placedAt: Date }>(
    `select o.key, o.sequence_number as number, o.placed_at as "placedAt" from sale_order o
      where o.company_id = $1 and o.sequence_number = any($2)
        and not exists (select from order_number n where n.integration_key = $3 and n.order_key = o.key)`,
    [companyId, blocking.map(({ blocks }) => blocks), blocking[0]!.integrationKey],
  )
  return rows.flatMap(({ key, number, placedAt }) => {
    const compared = comparedNumber(client, String(number), placedAt.getTime(), timezone)
    const claim = blocking.find(each => each.compared === compared)
    return claim ? { claim, orderKey: key, number: String(number) } : []
  })
}

async function collisionError(tx: Queryable, found: readonly Collision[]): Promise<AppError> {
  const named = found.slice(0, NAMED_PAIRS)
  const { rows } = await tx.query<{ key: number; id: string }>(
    'select key, id from sale_order where key = any($1)',
    [named.flatMap(({ claim, orderKey }) => [claim.orderKey, orderKey])],
  )
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  const pairs = named.map(({ claim, orderKey, number }) =>
    NUMBER_TEXTS.pair(ids.get(orderKey) ?? '', number, ids.get(claim.orderKey) ?? '', claim.number),
  )
  const problem = describeProblem('numbers-collide', { pairs, more: found.length > NAMED_PAIRS })
  return refusalAt('number-taken', '/settings/ordernumber', problem)
}
