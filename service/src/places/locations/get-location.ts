import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { LOCATION_COLUMNS, type Location } from './location.js'

/** Throws AppError `not-found`. */
export async function getLocation(db: Queryable, locationId: string): Promise<Location> {
  const { rows } = await db.query<Location>(`select ${LOCATION_COLUMNS} from location where id = $1`, [
    locationId,
  ])
  if (!rows[0]) throw new AppError('not-found', describeProblem('location-not-found'))
  return rows[0]
}
