import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { locationIn, type Scope } from '../db/scope.js'
import { isRealDay } from '../db/values.js'
import { type AppError, invalidAt } from '../errors/app-error.js'
import { startOfDay } from '../orders/start-of-day.js'
import { getLocation } from '../places/locations.js'

export interface Range {
  from: string | undefined
  to: string | undefined
}

const DATE = /^\d{4}-\d\d-\d\d$/
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
/** The years that the date of an order may have. */
const YEAR = /^(19|2\d)\d\d-/

/**
 * `from` and `to` of a list as instants. Bare dates are days of the location's clock, both included. `root`
 * is their path in the request. @throws AppError invalid, also when `from` is after `to`
 */
export async function readRange(
  db: Queryable,
  scope: Scope,
  query: { from?: string | undefined; to?: string | undefined },
  root = '',
): Promise<Range> {
  if (query.from === undefined && query.to === undefined) return { from: undefined, to: undefined }
  const { timezone } = await getLocation(db, locationIn(scope))
  const from = instant(query.from, `${root}/from`, timezone, 0)
  const to = instant(query.to, `${root}/to`, timezone, 1)
  // A day ends where the next begins: a range that starts there is reversed.
  const last = to !== undefined && DATE.test(query.to!) ? new Date(Date.parse(to) - 1).toISOString() : to
  checkOrder({ from, to: last }, root)
  return { from, to }
}

/** A period in a body whose schema requires both timestamps. @throws AppError invalid */
export function readPeriod({ from, to }: { from: string; to: string }): { from: Date; to: Date } {
  if (!YEAR.test(from)) throw wrongTime('/from')
  if (!YEAR.test(to)) throw wrongTime('/to')
  checkOrder({ from, to })
  return { from: new Date(from), to: new Date(to) }
}

/** A range that ends before it begins is a mistake, not an empty list. */
function checkOrder({ from, to }: Range, root = ''): void {
  if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return
  throw invalidAt(`${root}/from`, describeProblem('range-reversed'))
}

function instant(text: string | undefined, path: string, timezone: string, addDays: number) {
  if (text === undefined || text === '') return undefined
  const date = new Date(DATE.test(text) ? `${text}T00:00:00Z` : text)
  const isTime = YEAR.test(text) && isRealDay(text.slice(0, 10)) && !Number.isNaN(date.getTime())
  if (!isTime || !(DATE.test(text) || TIMESTAMP.test(text))) throw wrongTime(path)
  if (!DATE.test(text)) return date.toISOString()
  date.setUTCDate(date.getUTCDate() + addDays)
  return new Date(startOfDay(date.toISOString().slice(0, 10), timezone)).toISOString()
}

function wrongTime(path: string): AppError {
  return invalidAt(path, describeProblem('range-time-shape'))
}
