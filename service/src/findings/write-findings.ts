import type { Queryable } from '../db/database.js'
import { forgetRows } from '../db/rows.js'
import { storableJson, storableText } from '../db/values.js'
import type { NewEvent } from '../events/event.js'
import { recordEvents } from '../events/record-events.js'
import type { Finding, OrderAtIntegration } from './finding.js'

export interface OrderFindings extends OrderAtIntegration {
  findings: readonly Finding[]
}

/**
 * Replaces the stored findings, in the transaction that holds the orders' entries or created them.
 * `untold`: without events, as one change of settings finds something in any number of orders.
 */
export async function writeFindings(
  tx: Queryable,
  found: readonly OrderFindings[],
  { untold = false }: { untold?: boolean | undefined } = {},
): Promise<void> {
  if (found.length === 0) return
  const rows = found.flatMap(({ integrationKey, orderKey, findings }) =>
    storedOf(findings).map(({ code, path, severity, params, whileOwed }) => ({
      integration_key: integrationKey,
      order_key: orderKey,
      code,
      path,
      severity,
      params,
      while_owed: whileOwed,
    })),
  )
  const { rows: fresh } = await tx.query<NewFindings>(
    `with n as materialized (
       select * from json_to_recordset($1::json)
           as n(integration_key int, order_key bigint, code text, path text, severity text, params json,
                while_owed boolean)),
     gone as (
       delete from order_finding f using unnest($2::int[], $3::bigint[]) as k(integration_key, order_key)
        where f.integration_key = k.integration_key and f.order_key = k.order_key
          and not exists (select from n
                           where n.integration_key = f.integration_key and n.order_key = f.order_key
                             and n.code = f.code and n.path = f.path)),
     written as (
     insert into order_finding as f (integration_key, order_key, code, path, severity, params, while_owed)
     select integration_key, order_key, code, path, severity, params, while_owed from n order by 1, 2, 3, 4
     on conflict (integration_key, order_key, code, path) do update
        set severity = excluded.severity, params = excluded.params, while_owed = excluded.while_owed
      where (f.severity, f.params::text, f.while_owed)
            is distinct from (excluded.severity, excluded.params::text, excluded.while_owed)
     returning f.*, xmax = 0 as fresh)
     select integration_key as "integrationKey", order_key as "orderKey",
            json_agg(json_build_object('code', code, 'severity', severity, 'path', path, 'params', params)
                     order by severity, code, path) as findings
       from written where fresh and severity in ('blocks', 'loses') group by 1, 2 order by 1, 2`,
    [
      storableJson(rows),
      found.map(({ integrationKey }) => integrationKey),
      found.map(({ orderKey }) => orderKey),
    ],
  )
  if (untold) return
  if (untold) return
  await recordEvents(
    tx,
    fresh.map(({ findings, ...of }) => ({ type: 'order.finding', ...of, data: { findings } })),
  )
}

interface NewFindings extends OrderAtIntegration {
  findings: Extract<NewEvent, { type: 'order.finding' }>['data']['findings']
}

/** One per code and path, which is the table's key. */
function storedOf(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>()
  for (const finding of findings) {
    if (finding.expectedEffect) continue
    const path = storableText(finding.path)
    const key = `${finding.code} ${path}`
    if (!first.has(key)) first.set(key, path === finding.path ? finding : { ...finding, path })
  }
  return [...first.values()]
}

/** Deletes findings that applied only while these orders were owed. */
export async function clearRisks(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<void> {
  await tx.query(
    'delete from order_finding where integration_key = $1 and order_key = any($2) and while_owed',
    [integrationKey, orderKeys],
  )
}

export const forgetFindings = forgetRows('order_finding', 'integration_key, order_key, code, path')

/** Those of these orders that have a stored finding because of which the 1C would refuse them, by key. */
export async function findBlocked(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<number[]> {
  if (orderKeys.length === 0) return []
  const { rows } = await tx.query<{ key: number }>(
    `select distinct order_key as key from order_finding
      where integration_key = $1 and order_key = any($2) and severity = 'blocks' order by order_key`,
    [integrationKey, orderKeys],
  )
  return rows.map(({ key }) => key)
}

/** SQL: whether 1C may refuse an order that is sent, for a finding or a period that may be closed. */
export const mayBeRefusedSql = (integrationKey: string, orderKey: string): string =>
  `exists (select from order_finding found
            where found.integration_key = ${integrationKey} and found.order_key = ${orderKey}
              and (found.severity = 'blocks' or found.code = 'closed-period-risk'))`
