import type { Queryable } from '../../db/database.js'
import { arrayOfInts, arrayOfTexts } from '../../db/values/copy-binary.js'
import { contentSize } from './read/content-size.js'

/** What a put needs of the stored order. */
export interface StoredOrder {
  key: number
  id: string
  companyId: string
  /** The platform's number, if it has one. */
  number: string | null
  sequenceNumber: number
  revision: number
  /** Null if it is so much larger than the incoming one that they can't be equal. */
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
 * Equal contents differ only in notation (the offset of a date), so that one is never this many times larger than the other. The
 * content of a stored order that is larger than that has changed, and is not read.
 */
const MUCH_LARGER = 4

/**
 * Loads and locks these orders, by id, in the order of their ids, so that two puts of the same orders don't deadlock. They are looked
 * up one by one: as long as there are no statistics on a location, PostgreSQL would read all its orders for a plain join.
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
    [locationId, arrayOfTexts(incoming.map(({ id }) => id)), arrayOfInts(incoming.map(({ size }) => size))],
  )
  return new Map(rows.map(row => [row.id, row]))
}
