import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { checkName } from '../check-name.js'
import { LOCATION_COLUMNS, type Location } from './location.js'
import { readTimezone, requireDatabaseTimezone } from './timezone.js'

export interface LocationInput {
  name: string
  /** IANA name. */
  timezone: string
}

/** Throws AppError `invalid` (paths `/name`, `/timezone`) or `conflict` when the name is taken, whatever its case. */
export async function createLocation(tx: Queryable, input: LocationInput): Promise<Location> {
  const problems: FieldProblem[] = []
  const name = checkName(input.name, '/name', problems)
  const zone = readTimezone(input.timezone)
  if ('problem' in zone) problems.push({ path: '/timezone', ...zone.problem })
  if (problems.length > 0 || 'problem' in zone) {
    throw new AppError('invalid', describeProblem('location-invalid'), { errors: problems })
  }
  await requireDatabaseTimezone(tx, zone.timezone, '/timezone')

  const { rows } = await tx.query<Location>(
    `insert into location (name, timezone) values ($1, $2) on conflict do nothing returning ${LOCATION_COLUMNS}`,
    [name, zone.timezone],
  )
  const location = rows[0]
  if (!location) throw new AppError('conflict', describeProblem('location-exists', { name }))
  return location
}
