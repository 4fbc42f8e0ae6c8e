import { type FieldProblem, RIGHTS } from '@obmen/contract'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { createCompany } from '../places/companies.js'
import { createLocation } from '../places/locations.js'
import { createToken } from './api-tokens.js'
import { checkEmail, grantAccess, grantRole, type PreparedPerson, preparePerson } from './roles.js'
import { TEXTS } from './texts.js'

export interface LocationSetup {
  locationName: string
  timezone: string
  companyName: string
  inn: string
  kpp?: string | undefined
  adminEmail: string
  adminPassword: string
  /** The administrator runs the whole system, too. */
  operator?: boolean | undefined
}

export interface CreatedLocation {
  locationId: string
  companyId: string
  apiToken: string
}

/**
 * A location with company, administrator and API token, all or nothing. An existing person is known by their
 * password. Throws AppError `conflict` for a taken name, `invalid` with paths of `LocationSetup`.
 */
export async function setUpLocation(
  db: Database,
  setup: LocationSetup,
  cost?: number,
): Promise<CreatedLocation> {
  const problems: FieldProblem[] = []
  const email = checkEmail(setup.adminEmail, '/adminEmail', problems)
  const given = { email, password: setup.adminPassword, path: '/adminPassword' }
  const administrator = await preparePerson(db, given, problems, cost)
  if (!administrator) throw new AppError('invalid', TEXTS.setupInvalid, { errors: problems })
  return setUpLocationFor(db, setup, administrator)
}

/** The same for an administrator whose password has been hashed or checked. */
export async function setUpLocationFor(
  db: Database,
  setup: Omit<LocationSetup, 'adminEmail' | 'adminPassword'>,
  administrator: PreparedPerson,
): Promise<CreatedLocation> {
  return db.transaction(async tx => {
    const location = await withPaths({ '/name': '/locationName' }, () =>
      createLocation(tx, { name: setup.locationName, timezone: setup.timezone }),
    )
    const company = await withPaths({ '/name': '/companyName' }, () =>
      createCompany(tx, location.id, { name: setup.companyName, inn: setup.inn, kpp: setup.kpp }),
    )
    const { userId } = await grantAccess(tx, administrator, {
      role: 'location-administrator',
      locationId: location.id,
    })
    if (setup.operator) await grantRole(tx, userId, { role: 'system-operator', locationId: null })
    const { secret } = await createToken(tx, {
      locationId: location.id,
      name: TEXTS.setupTokenName,
      rights: RIGHTS,
      createdBy: userId,
    })
    return { locationId: location.id, companyId: company.id, apiToken: secret }
  })
}

async function withPaths<T>(paths: Record<string, string>, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof AppError) || !error.errors) throw error
    const errors = error.errors.map(problem => ({ ...problem, path: paths[problem.path] ?? problem.path }))
    throw error.withErrors(errors)
  }
}
