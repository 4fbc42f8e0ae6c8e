import type { Database, Queryable } from '../db/database.js'

const AT_ONCE = 5000

/** Deletes changes older than so many days; the current state stays. */
export function sweepChanges(db: Database, keepDays: number): Promise<void> {
  return deleteInSteps(db, keepDays, CHANGES)
}

/** Deletes documents without an order that no file has mentioned for so many days. */
export function sweepUnknown(db: Database, keepDays: number): Promise<void> {
  return deleteInSteps(db, keepDays, UNKNOWN)
}

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

async function deleteInSteps(db: Queryable, keepDays: number, statement: string): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(statement, [keepDays, AT_ONCE])
    if (rowCount < AT_ONCE) return
  }
}
