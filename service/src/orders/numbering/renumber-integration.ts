import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'
import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { hasOpenBatch, numberBeingSent } from '../../outbox/batches/batch-sql.js'
import { entryOf } from '../../outbox/entries/entry-sql.js'
import { LAST_SHORT_NUMBER } from './allocate-numbers.js'
import { blockedSequenceNumber, comparedNumber, truncatesNumbers } from './compared-number.js'
import { documentNumber } from './document-number.js'
import { holdersOf, insertClaims, type NumberClaim } from './number-claim.js'
import { NUMBER_TEXTS } from './texts.js'

export interface Renumbered {
  key: number
  companyId: string
  settings: Settings
}

/** Orders renumbered in one statement. */
const ORDERS_AT_ONCE = 5_000
/** Most pairs of orders that a refusal names. */
const NAMED_PAIRS = 5

/**
 * Determines the number of each order of the company in an integration's 1C, when the integration is created or changes its kind of number.
 * Numbers already sent stay; throws if two orders would become one document there. Hold the company's `rules` lock exclusively.
 * AppError `number-taken` or `numbers-exhausted`.
 */
export async function renumberIntegration(
  tx: Queryable,
  { key, companyId, settings }: Renumbered,
): Promise<void> {
  const full = fillSettings(settings)
  const timezone = await timezoneOf(tx, companyId)
  if (full.ordernumber === 'sequence' && truncatesNumbers(full.client))
    await requireShortNumbers(tx, companyId)
  // No page can be sent meanwhile; what an open batch holds counts as sent.
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  await tx.query('delete from order_number where integration_key = $1', [key])
  const found = new Collisions()
  const next = await ordersOf(tx, key, companyId, full.ordernumber === 'sequence')
  for (let after = 0; ; ) {
    const orders = await next(after)
    const claims = orders.flatMap(order => claimOf(order, key, full, timezone) ?? [])
    found.add(await holdersOf(tx, await insertClaims(tx, claims)))
    if (full.ordernumber === 'sequence') found.add(await blockedOrders(tx, companyId, claims, full, timezone))
    if (orders.length < ORDERS_AT_ONCE || found.enough()) break
    after = orders.at(-1)!.sequenceNumber
  }
  await found.refuse(tx)
}

async function timezoneOf(tx: Queryable, companyId: string): Promise<string> {
  const { rows } = await tx.query<{ timezone: string }>(
    'select l.timezone from company c join location l on l.id = c.location_id where c.id = $1',
    [companyId],
  )
  return rows[0]?.timezone ?? 'UTC'
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
 * Reads the next orders by sequence number: the company has an index of these, by keys other companies' orders would be read, too. With
 * `givenOtherwise` only those already sent under another number.
 */
async function ordersOf(
  tx: Queryable,
  integrationKey: number,
  companyId: string,
  givenOtherwise: boolean,
): Promise<(after: number) => Promise<KnownOrder[]>> {
  const { rows } = await tx.query<{ sending: boolean }>(`select ${hasOpenBatch('$1')} as sending`, [
    integrationKey,
  ])
  // Looked up order by order; hardly ever is an answer just on its way.
  const given = rows[0]!.sending
    ? `coalesce(e.sent_number, ${numberBeingSent('$1', 'o.key')})`
    : 'e.sent_number'
  const entries = `${givenOtherwise ? 'join' : 'left join'} ${entryOf('e', '$1', 'o.key')}`
  const otherwise = givenOtherwise ? `and ${given} <> o.sequence_number::text` : ''
  return async after => {
    const found = await tx.query<KnownOrder>(
      `select ${ORDER}, ${given} as given from sale_order o ${entries}
        where o.company_id = $2 and o.sequence_number > $3 ${otherwise} order by o.sequence_number limit $4`,
      [integrationKey, companyId, after, ORDERS_AT_ONCE],
    )
    return found.rows
  }
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

/** Orders whose sequence number this 1C would confuse with one of these, already sent. */
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

async function requireShortNumbers(tx: Queryable, companyId: string): Promise<void> {
  const { rows } = await tx.query<{ highest: number | null }>(
    'select max(sequence_number) as highest from sale_order where company_id = $1',
    [companyId],
  )
  const highest = rows[0]?.highest ?? 0
  if (highest <= LAST_SHORT_NUMBER) return
  const message = NUMBER_TEXTS.beyondSixDigits(highest)
  throw new AppError('numbers-exhausted', message, { errors: [{ path: '/settings/ordernumber', message }] })
}

interface Collision {
  claim: NumberClaim
  orderKey: number
  number: string
}

class Collisions {
  private readonly found: Collision[] = []

  add(collisions: readonly Collision[]): void {
    this.found.push(...collisions.slice(0, NAMED_PAIRS + 1))
  }

  enough(): boolean {
    return this.found.length > NAMED_PAIRS
  }

  async refuse(tx: Queryable): Promise<void> {
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
    const message = NUMBER_TEXTS.collisions(pairs, this.enough())
    throw new AppError('number-taken', message, { errors: [{ path: '/settings/ordernumber', message }] })
  }
}
