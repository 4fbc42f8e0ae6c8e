import type { Queryable } from '../../db/database.js'
import type { ConfirmationRecord, Isolated } from './search-state.js'

/** An order may be set aside wrongly once in so many cases. */
const WRONG_ONCE_IN = 2_000
/** As long as nothing is known of a 1C, it is assumed to lose one success in so many. */
const ASSUMED_LOSS_ONCE_IN = 20
/** Number of recent confirmed packages that are considered: older ones say little about the present. */
const RECORDED_PACKAGES = 20

/**
 * Whether an order that 1C accepts could plausibly stay unconfirmed `alone` times in a row, each time because a success got lost.
 * The chance of one loss follows from the record by the rule of succession, with a beta prior of 1 to `ASSUMED_LOSS_ONCE_IN`. Pure.
 */
export function mayBeChance(alone: number, { confirmed, lost }: ConfirmationRecord): boolean {
  let chance = 1
  for (let turn = 0; turn < alone; turn++)
    chance *= (lost + 1 + turn) / (confirmed + lost + 1 + ASSUMED_LOSS_ONCE_IN + turn)
  return chance * WRONG_ONCE_IN > 1
}

/** An order is set aside only after it was sent alone at least this often, between confirmed packages (Q3). */
const MIN_ATTEMPTS_ALONE = 4

/** Whether an order that was sent alone so often, between confirmed packages, is certainly refused. Pure. */
export function isProven(alone: number, record: ConfirmationRecord): boolean {
  return alone >= MIN_ATTEMPTS_ALONE && !mayBeChance(alone, record)
}

/**
 * Losses come in bursts, so each counts this many times. So does each other suspect: most of them are unconfirmed by chance rather than
 * refused.
 */
const LOSS_WEIGHT = 3

/** A record in which losses count more often, for a safe decision while other suspects are examined, too. Pure. */
export function pessimistic(
  { confirmed, lost }: ConfirmationRecord,
  others: readonly Isolated[],
): ConfirmationRecord {
  const suspects = others.filter(({ again }) => !again).length
  return { confirmed, lost: LOSS_WEIGHT * (lost + suspects) }
}

/** How reliably an integration confirmed its latest packages. */
export async function loadRecord(tx: Queryable, integrationKey: number): Promise<ConfirmationRecord> {
  const { rows } = await tx.query<ConfirmationRecord>(
    `select count(*) as confirmed, coalesce(sum(lost_before), 0) as lost
       from (select lost_before from outbox_batch
              where integration_key = $1 and state = 'confirmed' and order_count > 0 order by id desc limit $2) latest`,
    [integrationKey, RECORDED_PACKAGES],
  )
  return rows[0]!
}
