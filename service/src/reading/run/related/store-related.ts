import type { Queryable } from '../../../db/database.js'
import type { HeaderRow, MovementRow, PaymentRow, ShipmentRow } from '../../programs/program.js'
import type { ReadingOf } from '../documents/store-documents.js'

/** The money of documents of orders by what moved it: of one answer, or of one second if that has more. */
export async function storeMovements(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  movements: readonly MovementRow[],
): Promise<void> {
  await db.query(
    `insert into read_related as r
            (integration_key, document, ref, type, kind, date, total, posted, reading, seen_at)
     select $1, m.document, m.ref, 'payment', min(m.kind), min(m.date), sum(m.total), true, $2, now()
       from json_to_recordset($3)
            as m(document uuid, ref uuid, kind text, date timestamp, active boolean, total numeric)
      where m.active and exists (select from read_document d
                                  where d.integration_key = $1 and d.ref = m.document)
      group by m.document, m.ref
     on conflict (integration_key, document, ref, type) do update
        set (date, total, posted, reading, seen_at)
          = (excluded.date, excluded.total, true, excluded.reading, excluded.seen_at)`,
    [integrationKey, number, JSON.stringify(movements)],
  )
}

/**
 * Payments, then refunds of them. What the books have moved for a payment counts before its own sum;
 * `hasMovements`: they were read before, so that one without any has paid nothing.
 */
export async function storePayments(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  { kind, hasMovements }: { kind: string; hasMovements: boolean },
  payments: readonly PaymentRow[],
): Promise<void> {
  const paid = (each: Pick<PaymentRow, 'total' | 'posted'>): string =>
    hasMovements && each.posted ? '0.00' : each.total
  const store = `
    insert into read_related as r
           (integration_key, document, ref, type, kind, number, date, total, posted, payment_number, reading,
            seen_at)
    select distinct on (f.document, p.ref) $1::int, f.document, p.ref, $2, $3, p.number, p.date, p.total,
           p.posted, case $2 when 'refund' then f.payment_number else p."paymentNumber" end, $4::int, now()
      from json_to_recordset($5)
           as p(ref uuid, number text, date timestamp, total numeric, posted boolean, basis uuid,
                "paymentNumber" text)
     cross join lateral (
       select d.ref as document, null as payment_number from read_document d where d.integration_key = $1 and d.ref = p.basis
        union all
       select k.document, k.payment_number from read_related k
        where k.integration_key = $1 and k.ref = case $2 when 'refund' then p.basis else p.ref end
          and k.type = 'payment') f
     on conflict (integration_key, document, ref, type) do update
        set (kind, number, date, posted, payment_number, reading, seen_at)
          = (excluded.kind, excluded.number, excluded.date, excluded.posted, excluded.payment_number,
             excluded.reading, excluded.seen_at),
            total = case when excluded.posted and $6 and r.reading = excluded.reading then r.total
                         else excluded.total end`
  const refunds = payments.filter(({ isRefund }) => isRefund)
  const others = payments.filter(({ isRefund }) => !isRefund).map(each => ({ ...each, total: paid(each) }))
  const values = (type: string, rows: readonly PaymentRow[]): unknown[] => [
    ...[integrationKey, type, kind, number, JSON.stringify(rows), type === 'payment' && hasMovements],
  ]
  if (others.length > 0) await db.query(store, values('payment', others))
  if (refunds.length > 0) await db.query(store, values('refund', refunds))
}

export async function storeShipments(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  shipments: readonly ShipmentRow[],
): Promise<void> {
  await db.query(
    `insert into read_related
            (integration_key, document, ref, type, kind, number, date, total, posted, reading, seen_at)
     select distinct $1::int, s.document, s.ref, 'shipment', s.kind, s.number, s.date, s.total, s.posted, $2::int,
            now()
       from json_to_recordset($3)
            as s(document uuid, ref uuid, kind text, number text, date timestamp, total numeric, posted boolean)
      where exists (select from read_document d where d.integration_key = $1 and d.ref = s.document)
     on conflict (integration_key, document, ref, type) do update
        set (kind, number, date, total, posted, reading, seen_at)
          = (excluded.kind, excluded.number, excluded.date, excluded.total, excluded.posted, excluded.reading,
             excluded.seen_at)`,
    [integrationKey, number, JSON.stringify(shipments)],
  )
}

/** What their headers say of payments whose money alone is known. */
export async function storeHeaders(
  db: Queryable,
  { integrationKey, number }: ReadingOf,
  headers: readonly HeaderRow[],
): Promise<void> {
  await db.query(
    `update read_related r set number = h.number, date = h.date
       from json_to_recordset($3) as h(ref uuid, number text, date timestamp)
      where r.integration_key = $1 and r.ref = h.ref and r.reading = $2`,
    [integrationKey, number, JSON.stringify(headers)],
  )
}
