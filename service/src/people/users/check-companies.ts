import type { DescribedProblem, FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { AssignedRole } from '../role.js'

/** An accountant is given companies of the location, at least one; nobody else is given any. */
export async function checkCompanies(
  db: Queryable,
  { role, locationId, companyIds }: AssignedRole,
  problems: FieldProblem[],
): Promise<void> {
  const problem = (described: DescribedProblem): void =>
    void problems.push({ path: '/companyIds', ...described })
  if (role !== 'accountant') {
    if (companyIds) problem(describeProblem('companies-of-accountant'))
    return
  }
  const chosen = [...new Set(companyIds)]
  if (chosen.length === 0) return problem(describeProblem('companies-needed'))
  const { rowCount } = await db.query(
    'select from company where location_id = $1 and id = any ($2::uuid[])',
    [locationId, chosen],
  )
  if (rowCount < chosen.length) problem(describeProblem('companies-unknown'))
}
