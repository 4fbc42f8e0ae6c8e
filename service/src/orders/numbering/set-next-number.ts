import { describeProblem } from '@obmen/contract'
import { fillSettings, UNCONFIRMED_JUMP } from '@obmen/contract/settings'
import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { invalidAt } from '../../errors/app-error.js'
import { recordNextNumber } from '../../integrations/record-decisions.js'
import { jumpError } from '../../integrations/start-numbers.js'
import { type ChangedIntegration, lockUnchanged } from '../../integrations/update-integration.js'
import { isBeingSent } from '../../outbox/batches/batch-sql.js'
import { entryByKey, entryJoin } from '../../outbox/entries/entry-sql.js'
import { holdOrders } from '../../outbox/entries/hold-orders.js'
import { type CompanyNumbers, continueNumbers, lockNumbers } from '../../places/company-counter.js'
import { extendRecalculations } from '../routing/recalculation.js'
import { NUMBER_TEXTS } from './texts.js'

/**
 * A person says from which number an integration of a restored database goes on: lower ones may be in its 1C.
 * Orders that came since under lower ones, and that no 1C was given, get others; what another 1C of the
 * company was given is held back from this one. It may be resumed then. Throws AppError `invalid`, or `number-jump`.
 */
export async function setNextNumber(
  tx: Queryable,
  where: ChangedIntegration,
  nextNumber: number,
  confirmed: boolean,
): Promise<void> {
  const { key, companyId, restoredAt, settings } = await lockUnchanged(tx, where)
  if (!restoredAt) throw invalidAt('/nextNumber', describeProblem('next-number-needless'))
  // No page can be sent meanwhile.
  await lockCompanies(tx, 'offers', 'exclusive', [companyId])
  const numbers = await lockNumbers(tx, companyId)
  const lowest = await lowestAllowed(tx, companyId, numbers)
  if (nextNumber < lowest) throw invalidAt('/nextNumber', describeProblem('next-number-given', { lowest }))
  const expected = Math.max(numbers.next, numbers.firstFree)
  if (!confirmed && nextNumber - expected > UNCONFIRMED_JUMP)
    throw jumpError('/nextNumber', nextNumber, expected - 1)
  const given = numbers.next > numbers.firstFree
  const first = given ? Math.max(nextNumber, numbers.next) : nextNumber
  const perhapsTaken = { companyId, from: numbers.firstFree, to: nextNumber }
  const renumbered = await renumber(tx, perhapsTaken, first)
  if (fillSettings(settings).ordernumber === 'sequence') await holdGiven(tx, perhapsTaken, key)
  await continueNumbers(tx, companyId, { firstFree: nextNumber, next: first + renumbered })
  await extendRecalculations(tx, companyId)
  await recordNextNumber(tx, key)
}

/** Until a person has said a number, or one was given, it may be any above the orders of the backup. */
async function lowestAllowed(
  tx: Queryable,
  companyId: string,
  { next, firstFree, guessed }: CompanyNumbers,
): Promise<number> {
  if (!guessed || next > firstFree) return firstFree
  const { rows } = await tx.query<{ highest: number }>(
    'select coalesce(max(sequence_number), 0) as highest from sale_order where company_id = $1',
    [companyId],
  )
  return rows[0]!.highest + 1
}

/** Orders since the restore whose number may be that of another one in a 1C: `from` to below `to`. */
interface PerhapsTaken {
  companyId: string
  from: number
  to: number
}

async function renumber(
  tx: Queryable,
  { companyId, from, to }: PerhapsTaken,
  first: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `update sale_order o set sequence_number = $4 + moved.place
       from (select n.key, row_number() over (order by n.sequence_number) - 1 as place from sale_order n
              where n.company_id = $1 and n.sequence_number >= $2 and n.sequence_number < $3
                and not exists (
                  select from integration i cross join lateral ${entryByKey('i.key', 'n.key')} e
                   where i.company_id = $1
                     and (e.first_sent_at is not null or ${isBeingSent('i.key', 'n.key')}))) moved
      where o.key = moved.key`,
    [companyId, from, to, first],
  )
  return rowCount
}

async function holdGiven(
  tx: Queryable,
  { companyId, from, to }: PerhapsTaken,
  integrationKey: number,
): Promise<void> {
  const { rows } = await tx.query<{ key: number }>(
    `select o.key from sale_order o join ${entryJoin('e', '$1', 'o.key')}
      where o.company_id = $2 and o.sequence_number >= $3 and o.sequence_number < $4`,
    [integrationKey, companyId, from, to],
  )
  const reason = NUMBER_TEXTS.perhapsTaken
  await holdOrders(
    tx,
    integrationKey,
    rows.map(({ key: orderKey }) => ({ orderKey, kind: 'person', code: 'person', reason })),
  )
}
