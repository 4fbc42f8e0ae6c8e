import type { Queryable } from '../db/database.js'
import { settledItselfSql } from './task.js'

const ROWS_AT_ONCE = 1000

/**
 * Deletes tasks that were done more than this many days ago, in short statements. A record remains that their event had one, or the next
 * check of the order would create it again; none of those that settled themselves, which open again with their cause. Returns how many.
 */
export async function sweepTasks(db: Queryable, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rows } = await db.query<{ count: number }>(
      `with old as (
         delete from accounting_task where id in (
           select id from accounting_task where done_at < now() - make_interval(days => $1)
            order by done_at limit $2 for update skip locked)
         returning integration_key, order_key, event, ${settledItselfSql('accounting_task')} as settled),
       remembered as (
         insert into forgotten_task (integration_key, order_key, event, finished)
         select integration_key, order_key, event, true from old where not settled
             on conflict do nothing)
       select count(*) as count from old`,
      [keepDays, ROWS_AT_ONCE],
    )
    const { count } = rows[0]!
    swept += count
    if (count < ROWS_AT_ONCE) return swept
  }
}
