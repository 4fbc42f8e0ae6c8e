import type { Queryable } from '../../db/database.js'
import { contentSize } from './read/content-size.js'

/** What must be known of an order that is put again. */
export interface StoredOrder {
  key: number
  id: string
  companyId: string
  /** The platform's, if it gave one. */
  number: string | null
  sequenceNumber: number
  revision: number
  /** Null where it is so much larger than what was sent that it can't be the same. */
  content: string | null
  placedAt: Date
  paymentNumbers: Record<string, number>
}

/** What is put: its id and the bytes of its content. */
interface Incoming {
  id: string
  size: number
}

/**
 * A small group of puts may be of orders that are large as they are kept. What is told in another way (an offset of a date) makes no
 * content so many times as large, so the one that is has changed, and is not read.
 */
const MUCH_LARGER = 4

/** Locks the orders of these ids, in the order of their ids, so that two puts of the same orders wait for each other. */
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
       from unnest($2::text[], $3::int[]) as n(id, size) join sale_order o on o.location_id = $1 and o.id = n.id
      order by o.id for no key update of o`,
    [locationId, incoming.map(({ id }) => id), incoming.map(({ size }) => size)],
  )
  return new Map(rows.map(row => [row.id, row]))
}
