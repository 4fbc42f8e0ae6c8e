import type { Queryable } from '../../db/database.js'
import { deleteInSteps } from '../../db/rows.js'

/** Deletes names of ids that appeared in no order for `keepDays`; returns how many. */
export function sweepItemNames(db: Queryable, keepDays: number): Promise<number> {
  return sweepUnseen(db, keepDays, 'item_name', 'company_id, line_id')
}

/** The same for buyers: their names, phones and e-mails are not stored forever. */
export function sweepBuyerKeys(db: Queryable, keepDays: number): Promise<number> {
  return sweepUnseen(db, keepDays, 'buyer_key', 'company_id, kind, value')
}

function sweepUnseen(db: Queryable, keepDays: number, table: string, key: string): Promise<number> {
  return deleteInSteps(
    db,
    `delete from ${table} where (${key}) in (
       select ${key} from ${table} where last_seen < current_date - $1::int
        order by last_seen limit $2 for update skip locked)`,
    [keepDays],
  )
}
