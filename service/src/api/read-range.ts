import { tellProblem } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { locationIn, type Scope } from '../db/scope.js'
import { isRealDay } from '../db/values/real-day.js'
import { AppError } from '../errors/app-error.js'
import { startOfDay } from '../orders/listing/start-of-day.js'
import { getLocation } from '../places/locations/get-location.js'

export interface Range {
  from: string | undefined
  to: string | undefined
}

const DATE = /^\d{4}-\d\d-\d\d$/
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
/** Those of orders' dates. */
const YEAR = /^(19|2\d)\d\d-/

/**
 * `from` and `to` of a list as instants. A bare date is a day of the location's clock: `from` its beginning, `to` its end, so that
 * both days are in. Throws AppError `invalid`.
 */
export async function readRange(
  db: Queryable,
  scope: Scope,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<Range> {
  if (query.from === undefined && query.to === undefined) return { from: undefined, to: undefined }
  const { timezone } = await getLocation(db, locationIn(scope))
  return { from: instant(query.from, '/from', timezone, 0), to: instant(query.to, '/to', timezone, 1) }
}

function instant(
  text: string | undefined,
  path: string,
  timezone: string,
  addDays: number,
): string | undefined {
  if (text === undefined || text === '') return undefined
  const date = new Date(DATE.test(text) ? `${text}T00:00:00Z` : text)
  const isTime = YEAR.test(text) && isRealDay(text.slice(0, 10)) && !Number.isNaN(date.getTime())
  if (!isTime || !(DATE.test(text) || TIMESTAMP.test(text)))
    throw new AppError('invalid', tellProblem('range-time-shape'), {
      errors: [{ path, ...tellProblem('range-time-shape') }],
    })
  if (!DATE.test(text)) return date.toISOString()
  date.setUTCDate(date.getUTCDate() + addDays)
  return new Date(startOfDay(date.toISOString().slice(0, 10), timezone)).toISOString()
}
