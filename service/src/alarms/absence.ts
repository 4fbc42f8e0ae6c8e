import type { Queryable } from '../db/database.js'

/** A restart is no absence: whoever called in vain calls again. */
const ABSENT_MINUTES = 5

/**
 * Notes that no server was there since that moment until now: no 1C is silent, and no order late, because
 * nobody served it (integrations/state/). Like an alarm that nobody is told of.
 */
export async function noteAbsence(db: Queryable, lastSign: Date | null): Promise<void> {
  await db.query(
    `insert into alarm (cause, began_at, noticed_at, checked_at, ended_at, facts)
     select 'absent', $1, now(), now(), now(), '{}' where $1 < now() - make_interval(mins => $2)`,
    [lastSign, ABSENT_MINUTES],
  )
}
