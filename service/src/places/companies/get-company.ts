import type { Queryable } from '../../db/database.js'
import { isUuid } from '../../db/values/uuid.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'
import { type Company, type CompanyRow, SELECT_COMPANIES, toCompany } from './company.js'

/** Throws AppError `not-found`, also for another location's company and for what is no id at all. */
export async function getCompany(db: Queryable, locationId: string, companyId: string): Promise<Company> {
  const { rows } = isUuid(companyId)
    ? await db.query<CompanyRow>(`${SELECT_COMPANIES} where c.location_id = $1 and c.id = $2`, [
        locationId,
        companyId,
      ])
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', TEXTS.companyNotFound)
  return toCompany(rows[0])
}
