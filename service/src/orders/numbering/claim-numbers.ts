import { describeProblem } from '@obmen/contract'
import { fillSettings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { type AppError, refusalAt } from '../../errors/app-error.js'
import { isBeingSent } from '../../outbox/batches/batch-sql.js'
import { entryByKey } from '../../outbox/entries/entry-sql.js'
import type { Put, PutIntegration } from '../intake/put.js'
import { comparedNumber } from './compared-number.js'
import { documentNumber, platformNumber } from './document-number.js'
import { holdersOf, insertClaims, type NumberClaim, type NumberHolder } from './number-claim.js'

/** Claims the platform's numbers, unique by what 1C compares, or refuses. Lock `offers` if one changes. */
export async function claimNumbers(tx: Queryable, puts: readonly Put[], timezone: string): Promise<void> {
  const moving = puts.filter(put => put.stored && numberedIntegrations(put).length > 0 && changesClaim(put))
  const known = await knownNumbers(tx, moving)
  for (const put of moving) if (isFixed(put, known)) put.refusal = fixedError(put)
  const claiming = puts.filter(put => !put.refusal && (!put.stored || moving.includes(put)))
  const claims = await grantClaims(tx, new Map(claiming.map(put => [put, claimsOf(put, known, timezone)])))
  const changed = new Set(moving.map(({ key }) => key))
  await releaseOldNumbers(
    tx,
    claims.filter(({ orderKey }) => changed.has(orderKey)),
  )
}

/** Deletes the claims of new orders that were refused for another reason. */
export async function releaseNumbers(tx: Queryable, puts: readonly Put[]): Promise<void> {
  const integrations = puts.flatMap(numberedIntegrations).map(({ key }) => key)
  if (integrations.length === 0) return
  await tx.query('delete from order_number where integration_key = any($1) and order_key = any($2)', [
    integrations,
    puts.map(({ key }) => key),
  ])
}

/** Whether an order's number on the platform changes and some 1C of its company uses it. */
export function changesNumber(put: Put): boolean {
  const { order, stored } = put
  return (
    stored !== undefined &&
    numberedIntegrations(put).length > 0 &&
    platformNumber(stored) !== platformNumber(order)
  )
}

function numberedIntegrations({ company }: Put): PutIntegration[] {
  return company.integrations.filter(({ settings }) => settings.ordernumber === 'platform')
}

/** Whether a changed order needs another claim: БП compares the year too, Розница date and time. */
function changesClaim(put: Put): boolean {
  return changesNumber(put) || put.stored!.placedAt.getTime() !== put.order.placedAt
}

interface KnownNumber {
  number: string
  /** Sent completely, or being sent. */
  given: boolean
}

/** By order key and integration key. */
type KnownNumbers = Map<string, KnownNumber>

async function knownNumbers(tx: Queryable, puts: readonly Put[]): Promise<KnownNumbers> {
  if (puts.length === 0) return new Map()
  const { rows } = await tx.query<KnownNumber & { orderKey: number; integrationKey: number }>(
    `select n.order_key as "orderKey", n.integration_key as "integrationKey", n.number,
            exists (select from ${entryByKey('n.integration_key', 'n.order_key')} e
                     where e.first_sent_at is not null)
            or ${isBeingSent('n.integration_key', 'n.order_key')} as given
       from order_number n where n.integration_key = any($1) and n.order_key = any($2)`,
    [[...new Set(puts.flatMap(numberedIntegrations).map(({ key }) => key))], puts.map(({ key }) => key)],
  )
  return new Map(rows.map(row => [`${row.orderKey} ${row.integrationKey}`, row]))
}

/** Whether an order's number may not change because some 1C has it by that number. */
function isFixed(put: Put, known: KnownNumbers): boolean {
  return (
    changesNumber(put) &&
    numberedIntegrations(put).some(({ key }) => {
      const has = known.get(`${put.key} ${key}`)
      return has?.given && has.number === platformNumber(put.stored!)
    })
  )
}

function claimsOf(put: Put, known: KnownNumbers, timezone: string): NumberClaim[] {
  const number = documentNumber(put.order, put.sequenceNumber)
  return numberedIntegrations(put).flatMap(({ key, settings }) =>
    known.get(`${put.key} ${key}`)?.given
      ? []
      : {
          integrationKey: key,
          orderKey: put.key,
          number,
          compared: comparedNumber(fillSettings(settings).client, number, put.order.placedAt, timezone),
        },
  )
}

/**
 * Writes all claims of an order, or refuses it; returns those written. Violates the key of order_number if
 * another transaction has claimed one of these numbers meanwhile.
 */
async function grantClaims(
  tx: Queryable,
  requested: ReadonlyMap<Put, readonly NumberClaim[]>,
): Promise<NumberClaim[]> {
  const holders = await holdersOf(tx, [...requested.values()].flat())
  const held = new Map(holders.map(holder => [numberKey(holder.claim), holder]))
  const stored = new Set(held.keys())
  for (const [put, claims] of requested) {
    const holder = claims
      .map(claim => held.get(numberKey(claim)))
      .find(other => other && other.orderKey !== put.key)
    // Another transaction has created this very order since it was looked for.
    if (holder?.id === put.order.id)
      throw Object.assign(new Error('created meanwhile'), { constraint: 'sale_order_id' })
    if (holder) put.refusal = takenError(put, holder)
    else
      for (const claim of claims)
        held.set(numberKey(claim), { claim, orderKey: put.key, number: claim.number, id: put.order.id })
  }
  const granted = [...requested].flatMap(([put, claims]) => (put.refusal ? [] : claims))
  await insertClaims(
    tx,
    granted.filter(claim => !stored.has(numberKey(claim))),
    { mayBeTaken: false },
  )
  // Its own number, spelled in another way that its 1C considers equal.
  for (const claim of granted.filter(each => stored.has(numberKey(each))))
    await tx.query('update order_number set number = $3 where integration_key = $1 and compared = $2', [
      claim.integrationKey,
      claim.compared,
      claim.number,
    ])
  return granted
}

function numberKey({ integrationKey, compared }: NumberClaim): string {
  return `${integrationKey} ${compared}`
}

/** Deletes the previous claims of changed orders. */
async function releaseOldNumbers(tx: Queryable, claims: readonly NumberClaim[]): Promise<void> {
  if (claims.length === 0) return
  await tx.query(
    `delete from order_number n
      using unnest($1::int[], $2::bigint[], $3::text[]) as u(key, order_key, compared)
      where n.integration_key = u.key and n.order_key = u.order_key and n.compared <> u.compared`,
    [
      claims.map(({ integrationKey }) => integrationKey),
      claims.map(({ orderKey }) => orderKey),
      claims.map(({ compared }) => compared),
    ],
  )
}

function fixedError({ order, stored }: Put): AppError {
  const problem = describeProblem('number-known-to-1c', { id: order.id, number: platformNumber(stored!) })
  return refusalAt('number-fixed', '/number', problem)
}

function takenError(put: Put, holder: NumberHolder): AppError {
  const { order } = put
  const isUnknown = numberedIntegrations(put).some(({ settings }) => fillSettings(settings).client === 'auto')
  const problem = describeProblem('number-same-in-1c', {
    number: platformNumber(order),
    held: holder.number,
    other: holder.id,
    unknown: isUnknown,
  })
  return refusalAt('number-taken', order.number === undefined ? '/id' : '/number', problem)
}
