import { Temporal } from 'temporal-polyfill'
import type { Queryable } from '../../db/database.js'
import { COUNTED, confirmedEntries, owedEntries } from '../../outbox/entries/entry-sql.js'
import { startOfDay } from '../start-of-day.js'

/** Orders placed before the day on which an integration's 1C was connected. */
export interface EarlyOrders {
  /** That day in the location's time zone; today if the 1C has not called yet. */
  date: string
  /** Not sent yet. */
  ahead: number
  /** Confirmed, but nobody has said yet whether they are in 1C. */
  passed: number
}

/** How long people are asked about early orders after the 1C was connected. */
const ASKED_DAYS = 30

export interface FirstCall {
  key: number
  firstSeenAt: Date | null
  locationId: string
}

/** Counts early orders: by default a Бухгалтерия does not load them, but confirms them. */
export async function countEarlyOrders(db: Queryable, where: FirstCall): Promise<EarlyOrders> {
  const { date, start } = await firstDay(db, where)
  const { rows } = await db.query<{ ahead: number; passed: number }>(
    `select (select count(*) from (select from ${AHEAD} limit $3) x) as ahead,
            (select count(*) from (select from ${passed('$1', '$2')} limit $3) x) as passed`,
    [where.key, start, COUNTED],
  )
  return { date, ...rows[0]! }
}

/** Keys of the confirmed early orders that nobody has settled yet, as SQL with its parameters from `$2`. */
export async function passedKeysSql(
  db: Queryable,
  where: FirstCall,
): Promise<{ sql: string; values: unknown[] }> {
  const { start } = await firstDay(db, where)
  return { sql: `select o.key from ${passed('$2', '$3')}`, values: [where.key, start] }
}

const early = (start: string): string => `o.placed_at < ${start} and not o.canceled`
const AHEAD = `${owedEntries('$1')} e
  join sale_order o on o.key = e.order_key and ${early('$2')} where e.first_sent_at is null`
const passed = (key: string, start: string): string => `
  ${confirmedEntries(key)} e join sale_order o on o.key = e.order_key and ${early(start)}
  where e.resend_count = 0
    and exists (select from integration i where i.key = ${key} and i.early_orders_settled_at is null
                   and i.first_seen_at > now() - interval '${ASKED_DAYS} days')`

async function firstDay(
  db: Queryable,
  { firstSeenAt, locationId }: FirstCall,
): Promise<{ date: string; start: Date }> {
  const { rows } = await db.query<{ timezone: string }>('select timezone from location where id = $1', [
    locationId,
  ])
  const timezone = rows[0]?.timezone ?? 'UTC'
  const seen = Temporal.Instant.fromEpochMilliseconds((firstSeenAt ?? new Date()).getTime())
  const date = seen.toZonedDateTimeISO(timezone).toPlainDate().toString()
  return { date, start: new Date(startOfDay(date, timezone)) }
}
