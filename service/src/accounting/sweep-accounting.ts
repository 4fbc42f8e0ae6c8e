import type { Database } from '../db/database.js'
import { deleteInSteps } from '../db/rows.js'

const AT_ONCE = 5000

export const sweepChanges = (db: Database, keepDays: number): Promise<number> =>
  deleteInSteps(db, CHANGES, [keepDays], AT_ONCE)

/** Deletes documents without an order that no file has mentioned for so many days. */
export const sweepUnknown = (db: Database, keepDays: number): Promise<number> =>
  deleteInSteps(db, UNKNOWN, [keepDays], AT_ONCE)

const CHANGES = `
  delete from accounting_change where id in (
    select id from accounting_change where at < now() - make_interval(days => $1) order by at limit $2)`

const UNKNOWN = `
  delete from unknown_document where id in (
    select u.id
      from (select key from integration union all select key from removed_integration) i
     cross join lateral (
       select id from unknown_document
        where integration_key = i.key and last_seen_at < now() - make_interval(days => $1)
        order by last_seen_at limit $2) u
     limit $2)`
