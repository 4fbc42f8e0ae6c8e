import { describeProblem, type FieldProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { isMet, type Precondition } from '../../db/precondition.js'
import { AppError } from '../../errors/app-error.js'
import { wasAnythingOffered } from '../../outbox/batches/offer-status.js'
import { checkName } from '../check-name.js'
import { getLocation } from './get-location.js'
import type { Location } from './location.js'
import { readTimezone, requireDatabaseTimezone } from './timezone.js'

export interface LocationPatch {
  name?: string | undefined
  /** IANA name. */
  timezone?: string | undefined
}

/** Schedules the recalculation of the location's integrations: "ordersfrom" is a day of its clock. */
export type RecalculateLocation = (tx: Queryable, locationId: string) => Promise<void>

/**
 * The time zone may change only until an order was sent to a 1C: its date and time there are by the location's clock, and
 * 1C finds the order by them. `precondition`: the version that the person saw, if known. Throws AppError `not-found`, `invalid` (paths
 * `/name`, `/timezone`), `revision-mismatch` (somebody else changed it first) or `conflict`.
 */
export async function updateLocation(
  db: Database,
  locationId: string,
  patch: LocationPatch,
  recalculate: RecalculateLocation,
  precondition?: Precondition,
): Promise<Location> {
  return db.transaction(async tx => {
    await tx.query('select from location where id = $1 for no key update', [locationId])
    const before = await getLocation(tx, locationId)
    if (!isMet(precondition, before.version))
      throw new AppError('revision-mismatch', describeProblem('location-changed-meanwhile'))
    const { name, timezone } = check(before, patch)
    const moved = timezone !== before.timezone
    if (moved) {
      await requireDatabaseTimezone(tx, timezone, '/timezone')
      await requireNothingOffered(tx, locationId)
    }
    await writeLocation(tx, before, name, timezone)
    if (moved) await recalculate(tx, locationId)
    return getLocation(tx, locationId)
  })
}

function check(before: Location, patch: LocationPatch): { name: string; timezone: string } {
  const problems: FieldProblem[] = []
  const name = checkName(patch.name ?? before.name, '/name', problems)
  const zone = patch.timezone === undefined ? { timezone: before.timezone } : readTimezone(patch.timezone)
  if ('problem' in zone) problems.push({ path: '/timezone', ...zone.problem })
  if (problems.length > 0 || 'problem' in zone) {
    throw new AppError('invalid', describeProblem('location-invalid'), { errors: problems })
  }
  return { name, timezone: zone.timezone }
}

async function requireNothingOffered(tx: Queryable, locationId: string): Promise<void> {
  const companies = await tx.query<{ id: string }>('select id from company where location_id = $1', [
    locationId,
  ])
  const ids = companies.rows.map(row => row.id)
  await lockCompanies(tx, 'rules', 'exclusive', ids)
  await lockCompanies(tx, 'offers', 'exclusive', ids)
  if (await wasAnythingOffered(tx, locationId))
    throw new AppError('conflict', describeProblem('timezone-fixed'), {
      errors: [{ path: '/timezone', ...describeProblem('timezone-fixed') }],
    })
}

async function writeLocation(tx: Queryable, before: Location, name: string, timezone: string): Promise<void> {
  try {
    await tx.query(
      `update location set name = $2, timezone = $3, version = version + 1
        where id = $1 and (name, timezone) is distinct from ($2, $3)`,
      [before.id, name, timezone],
    )
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    const problem = describeProblem('location-exists', { name })
    throw new AppError('conflict', problem, { errors: [{ path: '/name', ...problem }], cause: error })
  }
}
