import type { Queryable } from '../../db/database.js'
import { markStaleSql } from '../../findings/recalculate.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { sentPaymentsJoin } from '../../outbox/payments/payment-export.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import type { OrderWarning } from './order-warnings.js'
import { inEachLanguage } from './texts.js'

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

/** A payment that two orders of a company have. */
export interface SharedPayment {
  /** The other order. */
  other: string
  /** Of the two the one to be changed: that of which a 1C has less, else the later one. */
  change: string
  /** A 1C was sent the payment with both. */
  sent: boolean
}

/** For each of these orders, by id of a payment, another order of its company that has it as well. */
export async function findSharedPayments(
  tx: Queryable,
  orders: readonly PaymentsOfOrder[],
): Promise<Map<string, SharedPayment>[]> {
  const shared = orders.map(() => new Map<string, SharedPayment>())
  const given = columnsOf(orders)
  if (given[0].length === 0) return shared
  const { rows } = await tx.query<SharedPayment & { place: number; id: string }>(
    `select g.place, g.payment_id as id, o.name as other, least(o.sent, own.sent) = 2 as sent,
            case when (o.sent, -o.key) < (own.sent, -own.key) then o.name else own.name end as change
       from unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[])
              as g(place, company_id, order_key, payment_id)
      cross join lateral (
        select o.key, ${NAME_AND_SENT}
          from order_payment p join sale_order o on o.key = p.order_key
         where p.company_id = g.company_id and p.payment_id = g.payment_id and p.order_key <> g.order_key
           and exists (select from json_array_elements(o.content->'payments') x
                        where x->>'id' = g.payment_id)
         order by p.order_key limit 1) o
      cross join lateral (select o.key, ${NAME_AND_SENT} from sale_order o where o.key = g.order_key) own`,
    given,
  )
  for (const { place, id, ...payment } of rows) shared[place]!.set(id, payment)
  return shared
}

/** `sent`: 1 if a 1C was sent the order `o`, 2 if with the payment. */
const NAME_AND_SENT = `coalesce(o.platform_number, o.id) as name,
  (select coalesce(max(case when x.order_key is null then 1 else 2 end), 0)
     from integration i
     join ${entryJoin('e', 'i.key', 'o.key')} and e.first_sent_at is not null
     left join ${sentPaymentsJoin('x', 'i.key', 'o.key')} and x.payment_id = g.payment_id
    where i.company_id = g.company_id) as sent`

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
  shared: ReadonlyMap<string, SharedPayment>,
): OrderWarning[] {
  return paymentIds
    .flatMap((id, index): OrderWarning[] => {
      const payment = shared.get(id)
      if (!payment) return []
      const message = inEachLanguage(texts => texts.paymentOfTwoOrders({ id, ...payment }))
      return [{ code: 'payment-of-two-orders', path: `/payments/${index}/id`, message }]
    })
    .slice(0, ORDER_LIMITS.problems)
}
