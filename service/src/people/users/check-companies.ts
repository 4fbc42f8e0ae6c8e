import type { FieldProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { HeldRole } from '../role.js'
import { TEXTS } from '../texts.js'

/** An accountant is given companies of the location, at least one; nobody else is given any. */
export async function checkCompanies(
  db: Queryable,
  { role, locationId, companyIds }: HeldRole,
  problems: FieldProblem[],
): Promise<void> {
  const problem = (message: string): void => void problems.push({ path: '/companyIds', message })
  if (role !== 'accountant') {
    if (companyIds) problem(TEXTS.companiesOfAccountant)
    return
  }
  const chosen = [...new Set(companyIds)]
  if (chosen.length === 0) return problem(TEXTS.companiesNeeded)
  const { rowCount } = await db.query(
    'select from company where location_id = $1 and id = any ($2::uuid[])',
    [locationId, chosen],
  )
  if (rowCount < chosen.length) problem(TEXTS.companiesUnknown)
}
