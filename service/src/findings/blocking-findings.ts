import type { FindingCode } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import type { FindingParams } from './finding.js'

export interface BlockingFinding {
  code: FindingCode
  path: string
  params: FindingParams
}

/**
 * Which of these orders have a finding for the integration that speaks against giving them out (`blocks`), and the first such one of
 * each, by order key. A read of what is kept: inside the transaction that puts an order or changes settings, it is up to date once
 * the order has been inspected.
 */
export async function blockingFindings(
  db: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<Map<number, BlockingFinding>> {
  if (orderKeys.length === 0) return new Map()
  const { rows } = await db.query<BlockingFinding & { orderKey: number }>(
    `select distinct on (order_key) order_key as "orderKey", code, path, params from order_finding
      where integration_key = $1 and severity = 'blocks' and order_key = any($2)
      order by order_key, code, path`,
    [integrationKey, orderKeys],
  )
  return new Map(rows.map(({ orderKey, ...finding }) => [orderKey, finding]))
}
