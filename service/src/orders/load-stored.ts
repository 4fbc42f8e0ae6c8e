import type { Queryable } from '../db/database.js'

/** What must be known of an order that is put again. */
export interface StoredOrder {
  key: number
  id: string
  companyId: string
  sequenceNumber: number
  revision: number
  content: string
  placedAt: Date
  paymentNumbers: Record<string, number>
}

/** Locks the orders of these ids, in the order of their ids, so that two puts of the same orders wait for each other. */
export async function loadStored(
  tx: Queryable,
  locationId: string,
  ids: readonly string[],
): Promise<Map<string, StoredOrder>> {
  const { rows } = await tx.query<StoredOrder>(
    `select key, id, company_id as "companyId", sequence_number as "sequenceNumber", revision,
            content::text, placed_at as "placedAt", payment_numbers as "paymentNumbers"
       from sale_order where location_id = $1 and id = any($2) order by id for no key update`,
    [locationId, ids],
  )
  return new Map(rows.map(row => [row.id, row]))
}
