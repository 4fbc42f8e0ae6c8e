import type { Queryable } from '../../db/database.js'
import { markStaleSql } from '../../findings/recalculate.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import type { OrderWarning } from './order-warnings.js'
import { WARNING_TEXTS as TEXTS } from './texts.js'

export interface PaymentsOfOrder {
  key: number
  companyId: string
  paymentIds: readonly string[]
}

/** So many other orders of a payment are inspected again: some platforms number payments within an order. */
const MARKED = 2

/** Records payments that these orders got or lost; the findings of others that have them change, too. */
export async function recordPayments(tx: Queryable, orders: readonly PaymentsOfOrder[]): Promise<void> {
  const given = columnsOf(orders)
  if (given[0].length === 0) return
  await tx.query(
    `with given as materialized (
       select * from unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[])
                  as g(place, company_id, order_key, payment_id)),
     recorded as (
       insert into order_payment (company_id, payment_id, order_key)
       select company_id, payment_id, order_key from given on conflict do nothing)
     ${markStaleSql(
       'm.integration_key',
       `(select i.key as integration_key, p.order_key
          from given g
         cross join lateral (
           select order_key from order_payment
            where company_id = g.company_id and payment_id = g.payment_id and order_key <> g.order_key
            order by order_key limit ${MARKED}) p
          join integration i on i.company_id = g.company_id
          join ${entryJoin('e', 'i.key', 'p.order_key')}) m`,
     )}`,
    given,
  )
}

/** For each of these orders, by id of a payment, another order of its company that has it as well. */
export async function findSharedPayments(
  tx: Queryable,
  orders: readonly PaymentsOfOrder[],
): Promise<Map<string, string>[]> {
  const shared = orders.map(() => new Map<string, string>())
  const given = columnsOf(orders)
  if (given[0].length === 0) return shared
  const { rows } = await tx.query<{ place: number; id: string; other: string }>(
    `select g.place, g.payment_id as id, o.name as other
       from unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[])
              as g(place, company_id, order_key, payment_id)
      cross join lateral (
        select coalesce(o.platform_number, o.id) as name
          from order_payment p join sale_order o on o.key = p.order_key
         where p.company_id = g.company_id and p.payment_id = g.payment_id and p.order_key <> g.order_key
           and exists (select from json_array_elements(o.content->'payments') x
                        where x->>'id' = g.payment_id)
         order by p.order_key limit 1) o`,
    given,
  )
  for (const { place, id, other } of rows) shared[place]!.set(id, other)
  return shared
}

function columnsOf(orders: readonly PaymentsOfOrder[]): [number[], string[], number[], string[]] {
  const rows = orders.flatMap(({ key, companyId, paymentIds }, place) =>
    paymentIds.map(id => ({ place, companyId, key, id })),
  )
  return [
    rows.map(({ place }) => place),
    rows.map(({ companyId }) => companyId),
    rows.map(({ key }) => key),
    rows.map(({ id }) => id),
  ]
}

/** Warnings about payments that another order has, too. */
export function sharedPayments(
  paymentIds: readonly string[],
  shared: ReadonlyMap<string, string>,
): OrderWarning[] {
  return paymentIds
    .flatMap((id, index): OrderWarning[] => {
      const other = shared.get(id)
      if (other === undefined) return []
      const message = TEXTS.paymentOfTwoOrders(id, other)
      return [{ code: 'payment-of-two-orders', path: `/payments/${index}/id`, message }]
    })
    .slice(0, ORDER_LIMITS.problems)
}
