import type { Queryable } from '../../db/database.js'
import { forgetRows } from '../../db/rows.js'

/** An order's number at one integration, and the key its 1C compares. */
export interface NumberClaim {
  integrationKey: number
  orderKey: number
  number: string
  compared: string
  blocks?: number | undefined
}

/** Inserts claims in one order; returns those whose number another order has, or violates the key. */
export async function insertClaims(
  tx: Queryable,
  claims: readonly NumberClaim[],
  { mayBeTaken }: { mayBeTaken: boolean },
): Promise<NumberClaim[]> {
  if (claims.length === 0) return []
  const { rows } = await tx.query<{ integrationKey: number; orderKey: number }>(
    `insert into order_number (integration_key, compared, order_key, number, blocks)
     select * from unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::bigint[])
                   as n(key, compared, order_key, number, blocks)
      order by key, compared collate "C", order_key
     ${mayBeTaken ? 'on conflict do nothing' : ''}
     returning integration_key as "integrationKey", order_key as "orderKey"`,
    [
      claims.map(claim => claim.integrationKey),
      claims.map(claim => claim.compared),
      claims.map(claim => claim.orderKey),
      claims.map(claim => claim.number),
      claims.map(claim => claim.blocks ?? null),
    ],
  )
  if (rows.length === claims.length) return []
  const written = new Set(rows.map(row => `${row.integrationKey} ${row.orderKey}`))
  return claims.filter(({ integrationKey, orderKey }) => !written.has(`${integrationKey} ${orderKey}`))
}

export interface NumberHolder {
  claim: NumberClaim
  orderKey: number
  id: string
  number: string
}

/** The orders that hold the numbers of these claims. */
export async function holdersOf(tx: Queryable, claims: readonly NumberClaim[]): Promise<NumberHolder[]> {
  if (claims.length === 0) return []
  const { rows } = await tx.query<Omit<NumberHolder, 'claim'> & { index: number }>(
    `select c.index::int - 1 as index, n.order_key as "orderKey", n.number, o.id
       from unnest($1::int[], $2::text[]) with ordinality as c(key, compared, index)
       join order_number n on n.integration_key = c.key and n.compared = c.compared
       join sale_order o on o.key = n.order_key`,
    [claims.map(claim => claim.integrationKey), claims.map(claim => claim.compared)],
  )
  return rows.map(({ index, ...holder }) => ({ claim: claims[index]!, ...holder }))
}

export const forgetClaims = forgetRows('order_number', 'integration_key, compared')
