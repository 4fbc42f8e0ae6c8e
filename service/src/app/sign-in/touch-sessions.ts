import type { Queryable } from '../../db/database.js'
import type { InitKind } from '../../exchange/port.js'
import { CALLS_A_STATEMENT, gather, MAX_WAIT_MS } from './gather.js'
import { type DayStatement, dayOfSession, onDayTable } from './on-day-table.js'
import { ASYNC_COMMIT } from './sign-in-sql.js'

/** What the next call must know about the session after this one. */
export interface Touch {
  sessionId: number
  integration: { key: number; locationId: string }
  cmlVersion: string | undefined
  initKind: InitKind | undefined
  /** The call came with the session's cookie. */
  byCookie: boolean
}

/** Records it immediately. */
export type TouchSession = (touch: Touch) => Promise<void>

/** While this statement runs, touches wait to be recorded together in the next. */
const STATEMENTS_AT_ONCE = 1

/**
 * Touches of many sessions in one statement; one whose row is locked is recorded alone, on a connection of its integration, so that nobody
 * else waits for it.
 */
export function sessionToucher(
  db: Queryable,
  ownOf: (integration: Touch['integration']) => Queryable,
): TouchSession {
  const touchTogether = gather((touches: Touch[]) => touchAll(db, touches), {
    atOnce: STATEMENTS_AT_ONCE,
    most: CALLS_A_STATEMENT,
    maxWaitMs: MAX_WAIT_MS,
  })
  return async touch => {
    if (!(await touchTogether(touch)))
      await onDayTable(ownOf(touch.integration), dayOfSession(touch.sessionId), TOUCH, [
        touch.sessionId,
        touch.cmlVersion ?? null,
        touch.initKind ?? null,
        touch.byCookie,
      ])
  }
}

/** Returns for each whether it was recorded. */
async function touchAll(db: Queryable, touches: readonly Touch[]): Promise<boolean[]> {
  const day = dayOfSession(touches[0]!.sessionId)
  const together = new Map<number, Touch>()
  // Around midnight sessions are in two tables, and two calls of one session are recorded one after the other.
  for (const touch of touches)
    if (dayOfSession(touch.sessionId) === day && !together.has(touch.sessionId))
      together.set(touch.sessionId, touch)
  const rows = [...together.values()]
  const done = await onDayTable<{ id: number }>(db, day, TOUCH_ALL, [
    rows.map(({ sessionId }) => sessionId),
    rows.map(({ cmlVersion }) => cmlVersion ?? null),
    rows.map(({ initKind }) => initKind ?? null),
    rows.map(({ byCookie }) => byCookie),
  ])
  const ids = new Set(done.map(({ id }) => id))
  return touches.map(touch => ids.has(touch.sessionId) && together.get(touch.sessionId) === touch)
}

const CHANGE = (touch: { cmlVersion: string; initKind: string; byCookie: string }): string => `
  last_call_at = now(), cookie_seen = s.cookie_seen or ${touch.byCookie}, cml_version = coalesce(${touch.cmlVersion}, s.cml_version),
  init_kind = coalesce(${touch.initKind}, s.init_kind)`

const TOUCH: DayStatement = {
  name: 'exchange-touch',
  sql: table => `
  with touched as (
    update ${table} s set ${CHANGE({ cmlVersion: '$2::text', initKind: '$3::text', byCookie: '$4::boolean' })} where s.id = $1)
  select ${ASYNC_COMMIT}`,
}

const TOUCH_ALL: DayStatement = {
  name: 'exchange-touch-all',
  sql: table => `
  with free as materialized (
    select asked.cml_version, asked.init_kind, asked.by_cookie, found.id
      from unnest((select $1::bigint[]), (select $2::text[]), (select $3::text[]), (select $4::boolean[]))
             as asked(id, cml_version, init_kind, by_cookie)
     cross join lateral (select s.id from ${table} s where s.id = asked.id for no key update skip locked) found),
  touched as (
    update ${table} s set ${CHANGE({ cmlVersion: 'free.cml_version', initKind: 'free.init_kind', byCookie: 'free.by_cookie' })}
      from free where s.id = free.id
    returning s.id)
  select id, ${ASYNC_COMMIT} from touched`,
}
