import type { FieldProblem, ToldProblem } from '@obmen/contract'
import { tellProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { HeldRole } from '../role.js'

/** An accountant is given companies of the location, at least one; nobody else is given any. */
export async function checkCompanies(
  db: Queryable,
  { role, locationId, companyIds }: HeldRole,
  problems: FieldProblem[],
): Promise<void> {
  const problem = (told: ToldProblem): void => void problems.push({ path: '/companyIds', ...told })
  if (role !== 'accountant') {
    if (companyIds) problem(tellProblem('companies-of-accountant'))
    return
  }
  const chosen = [...new Set(companyIds)]
  if (chosen.length === 0) return problem(tellProblem('companies-needed'))
  const { rowCount } = await db.query(
    'select from company where location_id = $1 and id = any ($2::uuid[])',
    [locationId, chosen],
  )
  if (rowCount < chosen.length) problem(tellProblem('companies-unknown'))
}
