import type { ExchangeOutcome } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { dayOf, FIRST_ID_BY_DAY, firstIdOf, IDS_A_DAY } from '../../db/days.js'
import { type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'
import { isUuid } from '../../db/values.js'
import { AppError } from '../../errors/app-error.js'
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
  const page = toPage(
    rows,
    limit,
    row => row,
    row => [row.id],
  )
  return { items: await toExchanges(db, page.items), next: page.next }
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
                and ($2::uuid is null or s.integration_key = (select key from integration where id = $2 and location_id = $1))
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

/** The ranges of ids in which a page with this filter is searched one after the other. */
export function spansOf(filter: ExchangeFilter): Iterable<Span> {
  const [before] = readCursor(filter.cursor, ['number']) ?? []
  if (filter.integrationId !== undefined && !isUuid(filter.integrationId)) return []
  const [from, to] = [time(filter.from, '/from'), time(filter.to, '/to')]
  return spans(from, to, before === undefined ? undefined : Number(before))
}

/** How many exchanges are counted at most. */
const MAX_COUNT = 10_000

/** How many exchanges a list has; `exact: false`: more than that. */
export async function countExchanges(
  db: Queryable,
  filter: ExchangeFilter,
): Promise<{ count: number; exact: boolean }> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from (select from exchange_session s where ${MATCHES} limit ${MAX_COUNT + 1}) s`,
    matchValues(filter, [0, Number.MAX_SAFE_INTEGER]),
  )
  const { count } = rows[0]!
  return { count: Math.min(count, MAX_COUNT), exact: count <= MAX_COUNT }
}

/** A range of ids, without `highest`. */
export type Span = [lowest: number, highest: number]

const FIRST_SPAN_DAYS = 2

/**
 * Ranges to search one after the other: the newest days first, then ever larger ranges. PostgreSQL opens only the partitions of these
 * days, and most pages are found in the first range.
 */
function* spans(from: Date | undefined, to: Date | undefined, before: number | undefined): Generator<Span> {
  // The servers' clocks may differ a little.
  const newest = Math.min(to ? dayOf(to) : Number.POSITIVE_INFINITY, dayOf(new Date())) + 2
  const oldest = Math.max(from ? dayOf(from) - 1 : 0, dayOf(new Date()) - MAX_DAYS)
  let highest = Math.min(firstIdOf(newest), before ?? Number.POSITIVE_INFINITY)
  for (let days = FIRST_SPAN_DAYS; highest > firstIdOf(oldest) && highest > FIRST_ID_BY_DAY; days *= 4) {
    const lowest = Math.max(
      firstIdOf(Math.floor(highest / IDS_A_DAY) - days),
      firstIdOf(oldest),
      FIRST_ID_BY_DAY,
    )
    yield [lowest, highest]
    highest = lowest
  }
  // Rows written before ids were numbered by day.
  yield [0, Math.min(FIRST_ID_BY_DAY, before ?? Number.POSITIVE_INFINITY)]
}

/** More days than the journal is ever stored. */
const MAX_DAYS = 3700

function time(text: string | undefined, path: string): Date | undefined {
  if (text === undefined) return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime()) && /^\d{4}-/.test(text)) return date
  throw new AppError('invalid', describeProblem('time-shape'), {
    errors: [{ path, ...describeProblem('time-shape') }],
  })
}
