import type { Queryable } from '../../db/database.js'
import type { ListedOrder } from './list-orders.js'

/** An order with what an accountant compares with her books. */
export type BookedOrder = ListedOrder & {
  inn: string | null
  kpp: string | null
  /** Of lines and delivery, each rounded to the kopeck as in the XML. */
  vat: string
  /** Without what was refunded. */
  paid: string
  /** Of the latest payment that was made. */
  paidAt: Date | null
  /** What each 1C made of it, with the day by its clock. */
  documents: { integrationId: string; number: string | null; date: string | null }[]
}

/** A payment's amount without its refunds. */
const LEFT = `(pay->>'amount')::numeric - coalesce(
  (select sum((r.back->>'amount')::numeric) from json_array_elements(pay->'refunds') r(back)), 0)`

export async function withBookFacts(db: Queryable, orders: readonly ListedOrder[]): Promise<BookedOrder[]> {
  const { rows } = await db.query<Omit<BookedOrder, keyof ListedOrder> & { key: number }>(
    `select o.key, c.customer->>'inn' as inn, c.customer->>'kpp' as kpp,
            (select coalesce(sum(round(
                      l.amount * l.rate / case when c."vatIncluded" then 100 + l.rate else 100 end, 2)), 0.00)
               from (select (line->>'amount')::numeric as amount,
                            case line->>'vat' when 'none' then 0
                              else split_part(line->>'vat', '/', 1)::numeric end as rate
                       from (select e.line from json_array_elements(c.lines) e(line)
                              union all select c.delivery where c.delivery is not null) parts) l) as vat,
            p.paid, p."paidAt",
            (select coalesce(json_agg(json_build_object(
                      'integrationId', i.id, 'number', d.reported->>'documentNumber',
                      'date', left(d.reported->>'documentDate', 10)) order by i.key), '[]')
               from accounting_document d join integration i on i.key = d.integration_key
              where d.order_key = o.key and d.reported->>'deleted' is distinct from 'true') as documents
       from sale_order o
      cross join lateral json_to_record(o.content)
         as c(customer json, lines json, delivery json, payments json, "vatIncluded" boolean)
      cross join lateral (
        select coalesce(sum(${LEFT}), 0.00) as paid, max((pay->>'paidAt')::timestamptz) as "paidAt"
          from json_array_elements(c.payments) e(pay) where pay->>'status' = 'paid') p
      where o.key = any($1)`,
    [orders.map(({ key }) => key)],
  )
  const facts = new Map(rows.map(row => [row.key, row]))
  return orders.flatMap(order => {
    const found = facts.get(order.key)
    return found ? [{ ...order, ...found }] : []
  })
}
