import type { Queryable } from '../../db/database.js'
import { type Page, toPage } from '../../db/page.js'
import { type Exchange, type ExchangeRow, JOIN_EXCHANGE, SELECT_EXCHANGE, toExchanges } from './exchange.js'
import { type ExchangeFilter, MATCHES, matchValues, type Span, spansOf } from './list-exchanges.js'

/** Consecutive exchanges without orders; listExchanges lists them with `cursor`. */
export interface Run {
  count: number
  since: Date
  cursor: string
}

export type ListedExchange = Exchange & { run?: Run }

/** Rows read at a time, and most for a page: then it ends early, and the next one continues the same run. */
const ROWS_AT_ONCE = 2_000
const MAX_ROWS = 20_000

interface ExchangeStart {
  id: number
  openedAt: Date
  /** It had neither orders nor a file, and was not refused. */
  empty: boolean
}

interface Group {
  latest: ExchangeStart
  first: ExchangeStart
  count: number
}

/** As listExchanges, but a run of exchanges without orders is represented by its latest. */
export async function listRuns(db: Queryable, filter: ExchangeFilter): Promise<Page<ListedExchange>> {
  const groups: Group[] = []
  let remaining = MAX_ROWS
  for await (const start of walkExchanges(db, filter)) {
    const last = groups.at(-1)
    if (last?.first.empty && start.empty) {
      last.first = start
      last.count++
    } else if (groups.push({ latest: start, first: start, count: 1 }) > filter.limit) break
    if (--remaining === 0) break
  }
  const isFull = groups.length > filter.limit || remaining > 0
  const page = toPage(
    isFull ? groups : [...groups, groups.at(-1)!],
    isFull ? filter.limit : groups.length,
    ({ first }) => [first.id],
  )
  const exchanges = await loadExchanges(db, page.items)
  return {
    items: page.items.flatMap(({ latest, first, count }) => {
      const exchange = exchanges.get(latest.id)
      // Swept meanwhile.
      if (!exchange) return []
      if (count === 1) return [exchange]
      return [{ ...exchange, run: { count, since: first.openedAt, cursor: cursorBefore(latest.id) } }]
    }),
    next: page.next,
  }
}

function cursorBefore(id: number): string {
  return Buffer.from(JSON.stringify([id + 1])).toString('base64url')
}

async function* walkExchanges(db: Queryable, filter: ExchangeFilter): AsyncGenerator<ExchangeStart> {
  for (const [lowest, highest] of spansOf(filter))
    for (let end = highest; ; ) {
      const rows = await readStarts(db, filter, [lowest, end])
      yield* rows
      if (rows.length < ROWS_AT_ONCE) break
      end = rows.at(-1)!.id
    }
}

async function readStarts(db: Queryable, filter: ExchangeFilter, span: Span): Promise<ExchangeStart[]> {
  const { rows } = await db.query<ExchangeStart>(
    `select s.id, s.opened_at as "openedAt",
            s.outcome = 'nothing' and not exists (select from upload u where u.session_id = s.id) as empty
       from (select id, opened_at, outcome from exchange_session s
              where ${MATCHES} order by id desc limit ${ROWS_AT_ONCE}) s
      order by s.id desc`,
    matchValues(filter, span),
  )
  return rows
}

async function loadExchanges(db: Queryable, groups: readonly Group[]): Promise<Map<number, Exchange>> {
  const ids = groups.map(({ latest }) => latest.id)
  const { rows } = await db.query<ExchangeRow>(
    `${SELECT_EXCHANGE} from exchange_session s ${JOIN_EXCHANGE} where s.id = any($1::bigint[])`,
    [ids],
  )
  return new Map((await toExchanges(db, rows)).map(exchange => [exchange.id, exchange]))
}
