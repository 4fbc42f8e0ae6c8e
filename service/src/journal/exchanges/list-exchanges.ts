import type { ExchangeOutcome } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf, IDS_A_DAY } from '../../db/days.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import { isUuid } from '../../db/values.js'
import { invalidAt } from '../../errors/app-error.js'
import { type Exchange, type ExchangeRow, JOIN_EXCHANGE, SELECT_EXCHANGE, toExchanges } from './exchange.js'

export interface ExchangeFilter extends PageRequest {
  scope: Scope
  integrationId?: string | undefined
  outcome?: ExchangeOutcome | undefined
  /** ISO 8601 times: opened at or after `from`, before `to`. */
  from?: string | undefined
  to?: string | undefined
}

/** Exchanges, newest first. Throws AppError `invalid` for a malformed cursor or time. */
export async function listExchanges(db: Queryable, filter: ExchangeFilter): Promise<Page<Exchange>> {
  const { limit } = filter
  const rows: ExchangeRow[] = []
  for (const span of spansOf(filter)) {
    rows.push(...(await listSpan(db, filter, span, limit + 1 - rows.length)))
    if (rows.length > limit) break
  }
  const page = toPage(rows, limit, row => [row.id])
  return { items: await toExchanges(db, page.items), next: page.next }
}

type LastExchange = Pick<Exchange, 'id' | 'outcome' | 'ordersOffered'>
/** Older ones would open more partitions for each integration. */
const LAST_DAYS = 14

/** The `limit` last exchanges of each of these integrations, newest first, by key. */
export async function lastExchanges(
  db: Queryable,
  integrationKeys: readonly number[],
  limit: number,
): Promise<Map<number, LastExchange[]>> {
  const { rows } = await db.query<LastExchange & { key: number }>(
    `select k.key, s.* from unnest($1::int[]) k(key) cross join lateral (
       select id, outcome, orders_offered as "ordersOffered" from exchange_session
        where integration_key = k.key and id >= $2 order by id desc limit $3) s
      order by s.id desc`,
    [integrationKeys, firstIdOf(dayOf(new Date()) - LAST_DAYS), limit],
  )
  const found = new Map(integrationKeys.map(key => [key, [] as LastExchange[]]))
  for (const { key, ...exchange } of rows) found.get(key)!.push(exchange)
  return found
}

async function listSpan(
  db: Queryable,
  filter: ExchangeFilter,
  span: Span,
  limit: number,
): Promise<ExchangeRow[]> {
  const values = matchValues(filter, span)
  const { rows } = await db.query<ExchangeRow>(
    `${SELECT_EXCHANGE}
       from (select * from exchange_session s where ${MATCHES} order by s.id desc limit $9) s
       ${JOIN_EXCHANGE}
      order by s.id desc`,
    [...values, limit],
  )
  return rows
}

/** Condition on `exchange_session s`; matchValues returns the values of its parameters. */
export const MATCHES = `s.location_id = $1
                and ($2::uuid is null or s.integration_key = (
                      select key from integration where id = $2 and location_id = $1))
                and ($3::text is null or s.outcome = $3)
                and ($4::timestamptz is null or s.opened_at >= $4)
                and ($5::timestamptz is null or s.opened_at < $5)
                and s.id >= $6 and s.id < $7
                and ${integrationSeenSql('s.integration_key', '$8')}`

export function matchValues(
  { scope, integrationId, outcome, from, to }: Omit<ExchangeFilter, 'limit'>,
  [lowest, highest]: Span,
): unknown[] {
  const asked = [integrationId, outcome, time(from, '/from'), time(to, '/to')]
  return [locationIn(scope), ...asked, lowest, highest, companiesIn(scope)]
}

export type Span = [lowest: number, highest: number]

const NEWEST_DAYS = 2

/** The newest days, then all others: most pages are in the first, which opens few partitions. */
export function spansOf(filter: ExchangeFilter): Span[] {
  const [before] = readCursor(filter.cursor, ['number']) ?? []
  if (filter.integrationId !== undefined && !isUuid(filter.integrationId)) return []
  const [from, to] = [time(filter.from, '/from'), time(filter.to, '/to')]
  // The servers' clocks may differ a little.
  const highest = Math.min(
    to ? firstIdOf(dayOf(to) + 2) : Number.MAX_SAFE_INTEGER,
    before === undefined ? firstIdOf(dayOf(new Date()) + 2) : Number(before),
  )
  const lowest = from ? firstIdOf(dayOf(from) - 1) : 0
  const middle = Math.max(lowest, firstIdOf(Math.floor(highest / IDS_A_DAY) - NEWEST_DAYS))
  return [
    [middle, highest],
    [lowest, Math.min(middle, highest)],
  ]
}

const MAX_COUNT = 10_000

/** How many exchanges a list has; `exact: false`: more than that. */
export async function countExchanges(
  db: Queryable,
  filter: ExchangeFilter,
): Promise<{ count: number; exact: boolean }> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (select from exchange_session s where ${MATCHES}
      limit ${MAX_COUNT + 1}) s`,
    matchValues(filter, [0, Number.MAX_SAFE_INTEGER]),
  )
  const { count } = rows[0]!
  return { count: Math.min(count, MAX_COUNT), exact: count <= MAX_COUNT }
}

function time(text: string | undefined, path: string): Date | undefined {
  if (text === undefined) return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime()) && /^\d{4}-/.test(text)) return date
  throw invalidAt(path, describeProblem('time-shape'))
}

/** Exchanges of the last `days` days in the location's time zone, by date; empty days are missing. */
export async function exchangeDays(
  db: Queryable,
  scope: Scope,
  timezone: string,
  days: number,
): Promise<Map<string, { count: number; failures: number }>> {
  const { rows } = await db.query<{ date: string; count: number; failures: number }>(
    `select day::text as date, sum(exchanges)::int as count, sum(failures)::int as failures from exchange_day
      where location_id = $1 and ${integrationSeenSql('integration_key', '$4')}
        and day > (now() at time zone $2)::date - $3::int
      group by 1`,
    [locationIn(scope), timezone, days, companiesIn(scope)],
  )
  return new Map(rows.map(({ date, ...day }) => [date, day]))
}
