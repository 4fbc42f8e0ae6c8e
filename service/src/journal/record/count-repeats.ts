import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { storable } from '../../db/values.js'
import type { Logger } from '../../log.js'

export interface RejectedRequest {
  login: string
  address: string
}

export interface Repeats extends AsyncDisposable {
  add(call: RejectedRequest): void
}

const WRITE_INTERVAL_MS = 5000
/** How many pairs of login and address are counted between two writes; others are not counted. */
const MAX_COUNTED = 1000
/** How many of an integration's latest summaries are searched. */
const RECENT_SUMMARIES = 100
/** How many days are searched. */
const DAYS = 2

/** Counts refused calls that are not recorded, and periodically adds their number to the last recorded one. */
export function countRepeats(db: Queryable, log: Logger): Repeats {
  let counted = new Map<string, RejectedRequest & { count: number }>()
  const write = async (): Promise<void> => {
    if (counted.size === 0) return
    const calls = [...counted.values()]
    counted = new Map()
    try {
      await addRepeats(db, calls)
    } catch (error) {
      log.warn({ err: error }, 'journal: could not count refused calls')
    }
  }
  let writing = Promise.resolve()
  const timer = setInterval(() => {
    writing = writing.then(write)
  }, WRITE_INTERVAL_MS).unref()
  return {
    add({ login, address }) {
      const key = JSON.stringify([login, address])
      const known = counted.get(key)
      if (known) known.count++
      else if (counted.size < MAX_COUNTED) counted.set(key, { login, address, count: 1 })
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await writing
      await write()
    },
  }
}

/** Adds counts to the last recorded call with the same login and address, otherwise with the same login. Unknown logins are ignored. */
async function addRepeats(
  db: Queryable,
  calls: readonly (RejectedRequest & { count: number })[],
): Promise<void> {
  await db.query(
    `with call as (select * from unnest($1::text[], $2::text[], $3::int[]) as call(login, address, count)),
     summary as (
       select latest.id, sum(call.count) as count
         from call
         join integration i on i.login = call.login
        cross join lateral (
          select h.id from (select id, address from exchange_session
                             where integration_key = i.key and summary_only and id >= $5 order by id desc limit $4) h
           order by h.address = call.address desc, h.id desc limit 1) latest
        group by latest.id),
     touched as (
       update exchange_session s set last_call_at = now() from summary where s.id = summary.id)
     update journal_entry e set repeats = e.repeats + summary.count
       from summary
      where e.id = (select id from journal_entry where session_id = summary.id and id >= $5 order by id desc limit 1)`,
    [
      calls.map(({ login }) => storable(login, 200)),
      calls.map(({ address }) => storable(address, 100)),
      calls.map(({ count }) => count),
      RECENT_SUMMARIES,
      firstIdOf(dayOf(new Date()) - DAYS),
    ],
  )
}
