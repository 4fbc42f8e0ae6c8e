import { describeProblem } from '@obmen/contract'
import { MAX_ORDER_NUMBER, type Settings, UNCONFIRMED_JUMP } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { moveCounter } from '../places/company-counter.js'
import { TEXTS } from './texts.js'

interface Counter {
  /** The highest number that an order has. */
  highest: number
  /** The highest "ordernumberfrom" of the company's other integrations. */
  otherFrom: number
  /** After a restore: lower ones may be in a 1C. */
  firstFree: number
}

/**
 * Moves the company's counter to `ordernumberfrom`, forwards or back; numbers of orders are never used again.
 * The highest start of several integrations applies. Call it after the settings were written, under the
 * company's exclusive `rules` lock. Returns a note if the number is already passed or the start was removed.
 * AppError `number-jump` if it is far above the numbers in use and nobody confirmed that.
 */
export async function startNumbers(
  tx: Queryable,
  { key, companyId, settings }: { key: number; companyId: string; settings: Settings },
  confirmed: boolean,
): Promise<string[]> {
  const from = settings.ordernumberfrom
  const { highest, otherFrom, firstFree } = await lockCounter(tx, key, companyId)
  if (from !== undefined && !confirmed && from > otherFrom && from - highest > UNCONFIRMED_JUMP)
    throw jumpError('/settings/ordernumberfrom', from, highest)
  const next = Math.max(highest + 1, from ?? 1, otherFrom, firstFree)
  await moveCounter(tx, companyId, next)
  if (from === undefined) return [TEXTS.startRemoved(next)]
  return next > from ? [describeProblem('numbers-given-already', { asked: from, next }).message] : []
}

async function lockCounter(tx: Queryable, integrationKey: number, companyId: string): Promise<Counter> {
  const { rows } = await tx.query<Counter>(
    `select coalesce((select max(sequence_number) from sale_order where company_id = $1), 0) as highest,
            coalesce((select max((settings->>'ordernumberfrom')::bigint) from integration
                       where company_id = $1 and key <> $2), 0) as "otherFrom",
            first_free_number as "firstFree"
       from company_counter where company_id = $1 for update`,
    [companyId, integrationKey],
  )
  return rows[0]!
}

/** Far above the numbers in use: a slip of the pen, unless somebody confirms it. */
export function jumpError(path: string, from: number, highest: number): AppError {
  const left = Math.max(0, MAX_ORDER_NUMBER - from + 1)
  const problem = describeProblem('numbers-jump', { from, highest, left })
  return new AppError(
    'number-jump',
    { ...problem, message: `${problem.message} ${TEXTS.numberJumpWay}` },
    {
      errors: [{ path, ...problem }],
    },
  )
}
