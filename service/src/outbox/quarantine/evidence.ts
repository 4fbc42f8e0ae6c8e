import type { Queryable } from '../../db/database.js'
import type { ConfirmationRecord } from './search-state.js'

/** A suspicion may be wrong once in so many. */
const SURE = 2_000
/** Before anything is known of a 1C, it is taken to lose one success of so many: successes get lost seldom. */
const USUAL = 20
/** Number of recent confirmed packages that count: older ones say little about today. */
const REMEMBERED = 20

/**
 * Whether an order that is refused by nobody may well have been alone in vain so often, in a row, with a 1C of this record: the
 * chance of that many losses, when the chance of each is known from the record and from what is usual (the rule of succession, with
 * a beta prior of 1 to `USUAL`). Pure.
 */
export function mayBeChance(alone: number, { confirmed, lost }: ConfirmationRecord): boolean {
  let chance = 1
  for (let turn = 0; turn < alone; turn++) chance *= (lost + 1 + turn) / (confirmed + lost + 1 + USUAL + turn)
  return chance * SURE > 1
}

/** How an integration confirmed its latest packages. */
export async function loadRecord(tx: Queryable, integrationKey: number): Promise<ConfirmationRecord> {
  const { rows } = await tx.query<ConfirmationRecord>(
    `select count(*) as confirmed, coalesce(sum(lost_before), 0) as lost
       from (select lost_before from outbox_batch
              where integration_key = $1 and state = 'confirmed' and order_count > 0 order by id desc limit $2) latest`,
    [integrationKey, REMEMBERED],
  )
  return rows[0]!
}
