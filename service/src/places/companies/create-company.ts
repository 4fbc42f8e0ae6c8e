import type { Queryable } from '../../db/database.js'
import { type CompanyInput, checkCompany } from './check-company.js'
import type { Company } from './company.js'
import { getCompany } from './get-company.js'

/** Also starts the company's order and payment numbers. Throws AppError `invalid` (paths `/name`, `/inn`, `/kpp`). */
export async function createCompany(
  tx: Queryable,
  locationId: string,
  input: CompanyInput,
): Promise<Company> {
  const { name, inn, kpp } = checkCompany(input)
  const { rows } = await tx.query<{ id: string }>(
    `with made as (insert into company (location_id, name, inn, kpp) values ($1, $2, $3, $4) returning id)
     insert into company_counter (company_id) select id from made returning company_id as id`,
    [locationId, name, inn, kpp],
  )
  return getCompany(tx, locationId, rows[0]!.id)
}
