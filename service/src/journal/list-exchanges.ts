import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { isUuid } from '../db/uuid.js'
import { AppError } from '../errors.js'
import { type Exchange, type ExchangeRow, JOIN_EXCHANGE, SELECT_EXCHANGE, toExchange } from './exchange.js'
import type { ExchangeOutcome } from './heading.js'
import { JOURNAL_TEXTS } from './texts.js'

export interface ExchangeFilter extends PageRequest {
  locationId: string
  integrationId?: string | undefined
  outcome?: ExchangeOutcome | undefined
  /** ISO 8601 times: opened at or after `from`, before `to`. */
  from?: string | undefined
  to?: string | undefined
}

/** A location's exchanges, newest first. Throws AppError `invalid` for a cursor or a time that is none. */
export async function listExchanges(db: Queryable, filter: ExchangeFilter): Promise<Page<Exchange>> {
  const { integrationId, limit } = filter
  const [before] = readCursor(filter.cursor, ['number']) ?? []
  if (integrationId !== undefined && !isUuid(integrationId)) return { items: [], next: null }
  const { rows } = await db.query<ExchangeRow>(
    `${SELECT_EXCHANGE}
       from (select * from exchange_session s
              where s.location_id = $1
                and ($2::uuid is null or s.integration_key = (select key from integration where id = $2 and location_id = $1))
                and ($3::text is null or s.outcome = $3)
                and ($4::timestamptz is null or s.opened_at >= $4)
                and ($5::timestamptz is null or s.opened_at < $5)
                and ($6::bigint is null or s.id < $6)
              order by s.id desc limit $7) s
       ${JOIN_EXCHANGE}
      order by s.id desc`,
    [
      filter.locationId,
      integrationId,
      filter.outcome,
      time(filter.from, '/from'),
      time(filter.to, '/to'),
      before,
      limit + 1,
    ],
  )
  return toPage(rows, limit, toExchange, row => [row.id])
}

function time(text: string | undefined, path: string): Date | undefined {
  if (text === undefined) return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime()) && /^\d{4}-/.test(text)) return date
  throw new AppError('invalid', JOURNAL_TEXTS.badTime, { errors: [{ path, message: JOURNAL_TEXTS.badTime }] })
}
