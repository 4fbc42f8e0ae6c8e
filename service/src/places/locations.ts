import { describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'
import type { Location as ShownLocation } from '@obmen/contract/rest'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { isMet, type Precondition } from '../db/precondition.js'
import type { WithTimes } from '../db/rows.js'
import { storableJson } from '../db/values.js'
import { AppError, refusalAt } from '../errors/app-error.js'
import { wasAnythingOffered } from '../outbox/batches/offer-status.js'
import { COUNTED, oldestOwed } from '../outbox/entries/entry-sql.js'
import { readTimezone, requireDatabaseTimezone } from './timezone.js'

/** A site of the platform with a clock of its own; whatever a person or a token sees belongs to one. */
export type Location = WithTimes<Omit<ShownLocation, 'publicUrl'>, 'createdAt'>

const LOCATION_COLUMNS =
  'id, name, timezone, status_labels as statuslabels, created_at as "createdAt", version'

const MAX_NAME_LENGTH = 200

/** Throws AppError `not-found`. */
export async function getLocation(db: Queryable, locationId: string): Promise<Location> {
  const { rows } = await db.query<Location>(`select ${LOCATION_COLUMNS} from location where id = $1`, [
    locationId,
  ])
  if (!rows[0]) throw new AppError('not-found', describeProblem('location-not-found'))
  return rows[0]
}

interface LocationInput {
  name: string
  timezone: string
}

/** Throws AppError `invalid` (paths `/name`, `/timezone`) or `conflict` when the name is taken. */
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
    `insert into location (name, timezone) values ($1, $2) on conflict do nothing
       returning ${LOCATION_COLUMNS}`,
    [name, zone.timezone],
  )
  const location = rows[0]
  if (!location) throw new AppError('conflict', describeProblem('location-exists', { name }))
  return location
}

interface LocationSummary extends Location {
  companyCount: number
  integrationCount: number
  orderCount: number
  /** Orders that some 1C is owed now, up to COUNTED. */
  owed: number
}

/** Every location of the system by name, for its operator. */
export async function listLocations(db: Queryable): Promise<LocationSummary[]> {
  const { rows } = await db.query<LocationSummary>(
    `select ${LOCATION_COLUMNS},
            (select count(*) from company c where c.location_id = location.id) as "companyCount",
            (select count(*) from integration i where i.location_id = location.id) as "integrationCount",
            (select coalesce(sum(n.next_order_number - 1 - n.skipped_order_numbers), 0)::bigint
               from company c join company_counter n on n.company_id = c.id
              where c.location_id = location.id) as "orderCount",
            (select least(count(distinct e.order_key), ${COUNTED}) from integration i
              cross join lateral ${oldestOwed('i.key')} e
              where i.location_id = location.id) as owed
       from location order by name, id`,
  )
  return rows
}

interface LocationPatch {
  name?: string | undefined
  timezone?: string | undefined
  /** Replaces all of them. */
  statuslabels?: Record<string, string> | undefined
}

interface UpdateOptions {
  /** Schedules the recalculation of the location's integrations: "ordersfrom" is a day of its clock. */
  recalculate: (tx: Queryable, locationId: string) => Promise<void>
  /** The version that the person saw, if known. */
  precondition?: Precondition | undefined
}

/**
 * The time zone may change only until an order was sent: 1C finds orders by date and time of this clock.
 * Throws AppError `not-found`, `invalid` (`/name`, `/timezone`), `revision-mismatch` or `conflict`.
 */
export async function updateLocation(
  db: Database,
  locationId: string,
  patch: LocationPatch,
  { recalculate, precondition }: UpdateOptions,
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
    const { statuslabels = before.statuslabels } = patch
    await writeLocation(tx, { ...before, name, timezone, statuslabels })
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
    throw refusalAt('conflict', '/timezone', describeProblem('timezone-fixed'))
}

async function writeLocation(tx: Queryable, location: Omit<Location, 'version'>): Promise<void> {
  const { id, name, timezone, statuslabels } = location
  try {
    await tx.query(
      `update location set name = $2, timezone = $3, status_labels = $4, version = version + 1
        where id = $1 and (name, timezone, status_labels) is distinct from ($2, $3, $4::jsonb)`,
      [id, name, timezone, storableJson(statuslabels)],
    )
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    const problem = describeProblem('location-exists', { name })
    throw refusalAt('conflict', '/name', problem, error)
  }
}

/** Returns the trimmed name and adds its problems to `problems`. */
export function checkName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (trimmed === '') problems.push({ path, ...describeProblem('name-empty') })
  if (!isPrintable(trimmed)) problems.push({ path, ...describeProblem('unprintable') })
  const length = [...trimmed].length
  if (length > MAX_NAME_LENGTH)
    problems.push({ path, ...describeProblem('name-too-long', { max: MAX_NAME_LENGTH, length }) })
  return trimmed
}
