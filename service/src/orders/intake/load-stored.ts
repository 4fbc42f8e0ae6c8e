import type { Queryable } from '../../db/database.js'
import { contentSize } from './read/content-size.js'

/** What a put needs to know of the stored order. */
export interface StoredOrder {
  key: number
  id: string
  companyId: string
  /** The platform's number, if it has one. */
  number: string | null
  sequenceNumber: number
  revision: number
  /** Null if it is so much larger than what was sent that it can't be the same. */
  content: string | null
  placedAt: Date
  paymentNumbers: Record<string, number>
}

/** The id and the size of the content of an incoming order. */
interface Incoming {
  id: string
  size: number
}

/**
 * Small puts may be of orders stored with large contents. Equal content in another notation (an offset of a date) is never that
 * many times larger, so such an order has changed, and its stored content need not be read.
 */
const MUCH_LARGER = 4

/**
 * Locks these orders in the order of their ids, so that two puts of the same orders don't deadlock. They are looked up one by one: for
 * a plain join PostgreSQL reads all orders of the location while there are no statistics on it.
 */
export async function loadStored(
  tx: Queryable,
  locationId: string,
  incoming: readonly Incoming[],
): Promise<Map<string, StoredOrder>> {
  const { rows } = await tx.query<StoredOrder>(
    `select o.key, o.id, o.company_id as "companyId", o.platform_number as number,
            o.sequence_number as "sequenceNumber", o.revision,
            case when ${contentSize('o')} <= n.size::bigint * ${MUCH_LARGER} then o.content::text end as content,
            o.placed_at as "placedAt", o.payment_numbers as "paymentNumbers"
       from (select id, size from unnest($2::text[], $3::int[]) as given(id, size) order by id) n
      cross join lateral (
        select * from sale_order where location_id = $1 and id = n.id limit 1 for no key update) o`,
    [locationId, incoming.map(({ id }) => id), incoming.map(({ size }) => size)],
  )
  return new Map(rows.map(row => [row.id, row]))
}
