import { describeProblem } from '@obmen/contract'
import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { hasOpenBatch, numberBeingSent } from '../../outbox/batches/batch-sql.js'
import { entryJoin, numberSet } from '../../outbox/entries/entry-sql.js'
import { LAST_SHORT_NUMBER } from './allocate-numbers.js'
import { blockedSequenceNumber, comparedNumber, truncatesNumbers } from './compared-number.js'
import { documentNumber } from './document-number.js'
import { holdersOf, insertClaims, type NumberClaim } from './number-claim.js'
import { NUMBER_TEXTS } from './texts.js'

export interface NumberedIntegration {
  key: number
  companyId: string
  settings: Settings
}

/** How many pairs of orders a refusal names at most. */
const NAMED_PAIRS = 5

/** An integration's key in order_number (see numberSet) and the time zone of its location, in which years begin. */
export async function findNumberSet(db: Queryable, key: number): Promise<{ set: number; timezone: string }> {
  const { rows } = await db.query<{ set: number; timezone: string }>(
    `select ${numberSet('i')} as set, l.timezone from integration i join location l on l.id = i.location_id where i.key = $1`,
    [key],
  )
  return rows[0] ?? { set: key, timezone: 'UTC' }
}

/** Claims the numbers of the company's next orders after a sequence number; returns the last one, and whether there may be more. */
export type ClaimNext = (
  tx: Queryable,
  after: number,
  limit: number,
) => Promise<{ last: number; more: boolean }>

/**
 * Returns a function that claims the numbers of an integration's orders step by step, under the key `set` in order_number. Numbers that
 * another order has are added to `found`.
 */
export async function openClaims(
  db: Queryable,
  { key, companyId, settings }: NumberedIntegration,
  { set, timezone }: { set: number; timezone: string },
  found: Collisions,
): Promise<ClaimNext> {
  const full = fillSettings(settings)
  const usesSequence = full.ordernumber === 'sequence'
  const next = await orderReader(db, key, companyId, usesSequence)
  return async (tx, after, limit) => {
    const orders = await next(tx, after, limit)
    const claims = orders.map(order => claimOf(order, set, full, timezone))
    found.add(await holdersOf(tx, await insertClaims(tx, claims)))
    if (usesSequence) found.add(await blockedOrders(tx, companyId, claims, full, timezone))
    return { last: orders.at(-1)?.sequenceNumber ?? after, more: orders.length === limit }
  }
}

interface KnownOrder {
  key: number
  id: string
  number: string | null
  sequenceNumber: number
  placedAt: Date
  given: string | null
}

const ORDER = `o.key, o.id, o.platform_number as number, o.sequence_number as "sequenceNumber", o.placed_at as "placedAt"`
/**
 * Returns a function that reads the next orders by sequence number, for which there is an index by company; by key, orders of other
 * companies would be read, too. With `onlyDifferent` only those already sent under another number.
 */
async function orderReader(
  db: Queryable,
  integrationKey: number,
  companyId: string,
  onlyDifferent: boolean,
): Promise<(tx: Queryable, after: number, limit: number) => Promise<KnownOrder[]>> {
  const { rows } = await db.query<{ sending: boolean }>(`select ${hasOpenBatch('$1')} as sending`, [
    integrationKey,
  ])
  // Numbers in an open batch are looked up order by order, since there rarely is one.
  const given = rows[0]!.sending
    ? `coalesce(e.sent_number, ${numberBeingSent('$1', 'o.key')})`
    : 'e.sent_number'
  const entries = `${onlyDifferent ? 'join' : 'left join'} ${entryJoin('e', '$1', 'o.key')}`
  const otherwise = onlyDifferent ? `and ${given} <> o.sequence_number::text` : ''
  return async (tx, after, limit) => {
    const found = await tx.query<KnownOrder>(
      `select ${ORDER}, ${given} as given from sale_order o ${entries}
        where o.company_id = $2 and o.sequence_number > $3 ${otherwise} order by o.sequence_number limit $4`,
      [integrationKey, companyId, after, limit],
    )
    return found.rows
  }
}

function claimOf(
  order: KnownOrder,
  set: number,
  { client, ordernumber }: FullSettings,
  timezone: string,
): NumberClaim {
  const number = order.given ?? documentNumber(order, order.sequenceNumber)
  const claim = {
    integrationKey: set,
    orderKey: order.key,
    number,
    compared: comparedNumber(client, number, order.placedAt.getTime(), timezone),
  }
  return ordernumber === 'sequence' ? { ...claim, blocks: blockedSequenceNumber(client, number) } : claim
}

/** Orders whose sequence number this 1C would confuse with the number of one that it has. */
async function blockedOrders(
  tx: Queryable,
  companyId: string,
  claims: readonly NumberClaim[],
  { client }: FullSettings,
  timezone: string,
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

/** Throws AppError `numbers-exhausted` if a 1C that truncates numbers would get longer ones. */
export async function requireShortNumbers(
  tx: Queryable,
  { companyId, settings }: NumberedIntegration,
): Promise<void> {
  const { client, ordernumber } = fillSettings(settings)
  if (ordernumber !== 'sequence' || !truncatesNumbers(client)) return
  const { rows } = await tx.query<{ highest: number | null }>(
    'select max(sequence_number) as highest from sale_order where company_id = $1',
    [companyId],
  )
  const highest = rows[0]?.highest ?? 0
  if (highest <= LAST_SHORT_NUMBER) return
  const problem = describeProblem('numbers-beyond-six-digits', { number: highest })
  throw new AppError('numbers-exhausted', problem, {
    errors: [{ path: '/settings/ordernumber', ...problem }],
  })
}

interface Collision {
  claim: NumberClaim
  orderKey: number
  number: string
}

/** Orders that would become one document. */
export class Collisions {
  private readonly found: Collision[] = []

  add(collisions: readonly Collision[]): void {
    this.found.push(...collisions.slice(0, NAMED_PAIRS + 1))
  }

  isFull(): boolean {
    return this.found.length > NAMED_PAIRS
  }

  async throwIfAny(tx: Queryable): Promise<void> {
    if (this.found.length === 0) return
    const named = this.found.slice(0, NAMED_PAIRS)
    const { rows } = await tx.query<{ key: number; id: string }>(
      'select key, id from sale_order where key = any($1)',
      [named.flatMap(({ claim, orderKey }) => [claim.orderKey, orderKey])],
    )
    const ids = new Map(rows.map(({ key, id }) => [key, id]))
    const pairs = named.map(({ claim, orderKey, number }) =>
      NUMBER_TEXTS.pair(ids.get(orderKey) ?? '', number, ids.get(claim.orderKey) ?? '', claim.number),
    )
    const problem = describeProblem('numbers-collide', { pairs, more: this.isFull() })
    throw new AppError('number-taken', problem, { errors: [{ path: '/settings/ordernumber', ...problem }] })
  }
}
