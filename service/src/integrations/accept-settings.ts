import type { Queryable } from '../db/database.js'
import { AppError } from '../errors.js'
import { type ReadSettings, readSettings } from './read-settings.js'
import type { Settings } from './settings.js'
import { TEXTS } from './texts.js'

/** `readSettings` for a field of a request: paths begin with `/settings`. */
export function readSettingsField(input: unknown): ReadSettings {
  try {
    return readSettings(input)
  } catch (error) {
    if (!(error instanceof AppError) || !error.errors) throw error
    const errors = error.errors.map(problem => ({ ...problem, path: `/settings${problem.path}` }))
    throw new AppError(error.code, error.message, { errors, cause: error })
  }
}

/**
 * Moves the company's next order number up to "ordernumberfrom"; never back, numbers are given once. Returns a note when that
 * start is passed already.
 */
export async function startNumbers(tx: Queryable, companyId: string, settings: Settings): Promise<string[]> {
  const from = settings.ordernumberfrom
  if (from === undefined) return []
  const { rows } = await tx.query<{ next: number }>(
    `update company_counter
        set skipped_order_numbers = skipped_order_numbers + greatest($2 - next_order_number, 0),
            next_order_number = greatest(next_order_number, $2)
      where company_id = $1 returning next_order_number as next`,
    [companyId, from],
  )
  const next = rows[0]!.next
  return next > from ? [TEXTS.numbersBeyond(from, next)] : []
}
