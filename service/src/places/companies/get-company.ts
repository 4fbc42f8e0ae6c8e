import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { isUuid } from '../../db/values/uuid.js'
import { AppError } from '../../errors/app-error.js'
import { type Company, type CompanyRow, SELECT_COMPANIES, toCompany } from './company.js'

/** Throws AppError `not-found`, also for a company outside the scope and for what is no id at all. */
export async function getCompany(db: Queryable, scope: Scope, companyId: string): Promise<Company> {
  const { rows } = isUuid(companyId)
    ? await db.query<CompanyRow>(
        `${SELECT_COMPANIES} where c.location_id = $1 and c.id = $2 and ${companySeenSql('c.id', '$3')}`,
        [locationIn(scope), companyId, companiesIn(scope)],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('company-not-found'))
  return toCompany(rows[0])
}
