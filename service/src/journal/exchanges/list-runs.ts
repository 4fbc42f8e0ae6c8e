import type { Queryable } from '../../db/database.js'
import { type Page, toPage } from '../../db/page.js'
import { type Exchange, type ExchangeRow, JOIN_EXCHANGE, SELECT_EXCHANGE, toExchanges } from './exchange.js'
import { type ExchangeFilter, MATCHES, matchValues, type Span, spansOf } from './list-exchanges.js'

/** Consecutive exchanges without orders: how many, when the first began, and the cursor that lists them one by one. */
export interface Run {
  count: number
  since: Date
  cursor: string
}

export type ListedExchange = Exchange & { run?: Run }

/** Read at a time, and at most for one page: then it ends early, and the next one continues the same run. */
const STEP = 2_000
const MOST = 20_000

interface Brief {
  id: number
  openedAt: Date
  /** Neither orders nor a file, and no refusal. */
  empty: boolean
}

interface Group {
  latest: Brief
  first: Brief
  count: number
}

/** A page of exchanges like that of `listExchanges`, with each run of those without orders as its latest. */
export async function listRuns(db: Queryable, filter: ExchangeFilter): Promise<Page<ListedExchange>> {
  const groups: Group[] = []
  let left = MOST
  for await (const brief of briefs(db, filter)) {
    const last = groups.at(-1)
    if (last?.first.empty && brief.empty) {
      last.first = brief
      last.count++
    } else if (groups.push({ latest: brief, first: brief, count: 1 }) > filter.limit) break
    if (--left === 0) break
  }
  const whole = groups.length > filter.limit || left > 0
  const page = toPage(
    whole ? groups : [...groups, groups.at(-1)!],
    whole ? filter.limit : groups.length,
    group => group,
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

async function* briefs(db: Queryable, filter: ExchangeFilter): AsyncGenerator<Brief> {
  for (const [lowest, highest] of spansOf(filter))
    for (let end = highest; ; ) {
      const rows = await readBriefs(db, filter, [lowest, end])
      yield* rows
      if (rows.length < STEP) break
      end = rows.at(-1)!.id
    }
}

async function readBriefs(db: Queryable, filter: ExchangeFilter, span: Span): Promise<Brief[]> {
  const { rows } = await db.query<Brief>(
    `select s.id, s.opened_at as "openedAt",
            s.outcome = 'nothing' and not exists (select from upload u where u.session_id = s.id) as empty
       from (select id, opened_at, outcome from exchange_session s where ${MATCHES} order by id desc limit ${STEP}) s
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
