import type { Place as ShownPlace } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { containsPattern } from '../db/values.js'

/** A room, floor or building that orders name; nothing else is known of it. */
type Place = WithTimes<ShownPlace, 'lastOrderAt'>

/** Places are collected from a location's newest orders: intake must not pay for a rarely opened page. */
const ORDERS_SCANNED = 20_000

/** The places that the newest orders name, by name; counts are among those orders. */
export async function listPlaces(
  db: Queryable,
  locationId: string,
  { q, limit, cursor }: PageRequest & { q?: string | undefined },
): Promise<Page<Place>> {
  const after = readCursor(cursor, ['text', 'text'])
  const { rows } = await db.query<Place>(
    `with latest as materialized (
       select key, placed_at, content->'place' as place from sale_order
        where location_id = $1 order by placed_at desc, key desc limit $2),
     places as (
       select place->>'id' as id, (array_agg(place->>'name' order by placed_at desc, key desc))[1] as name,
              count(*) as "orderCount", max(placed_at) as "lastOrderAt"
         from latest where place is not null group by place->>'id')
     select * from places
      where ($3::text is null or name ilike $3 or id ilike $3)
        and ($4::text is null or (name, id) > ($4, $5::text))
      order by name, id limit $6`,
    [
      locationId,
      ORDERS_SCANNED,
      q?.trim() ? containsPattern(q.trim()) : null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  )
  return toPage(rows, limit, place => [place.name, place.id])
}
