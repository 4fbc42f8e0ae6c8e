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
  /** Confirmed, but first sent after anybody last said whether such orders are in 1C. */
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
            (select count(*) from (select from ${PASSED} and ${UNSETTLED} limit $3) x) as passed`,
    [where.key, start, COUNTED],
  )
  return { date, ...rows[0]! }
}

/** The next `limit` early orders after a key that a 1C confirmed, nobody sent again, and none had settled. */
export async function nextPassed(
  db: Queryable,
  integrationKey: number,
  { start, settled, after }: { start: string; settled: string | null; after: number },
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `select e.order_key as key from ${PASSED} and e.order_key > $3
        and ($4::timestamptz is null or e.first_sent_at > $4) order by e.order_key limit $5`,
    [integrationKey, start, after, settled, limit],
  )
  return rows.map(({ key }) => key)
}

const early = (start: string): string => `o.placed_at < ${start} and not o.canceled`
const AHEAD = `${owedEntries('$1')} e
  join sale_order o on o.key = e.order_key and ${early('$2')} where e.first_sent_at is null`
const PASSED = `${confirmedEntries('$1')} e
  join sale_order o on o.key = e.order_key and ${early('$2')} where e.resend_count = 0`
const UNSETTLED = `exists (
  select from integration i
   where i.key = $1 and (i.early_orders_settled_at is null or e.first_sent_at > i.early_orders_settled_at)
     and i.first_seen_at > now() - interval '${ASKED_DAYS} days')`

/** The day on which its 1C was connected, and when that began. */
export async function firstDay(
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
