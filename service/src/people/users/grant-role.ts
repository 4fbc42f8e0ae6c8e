import type { Queryable } from '../../db/database.js'
import type { AssignedRole } from '../role.js'

/** False if the person already has it. */
export async function grantRole(tx: Queryable, userId: string, assigned: AssignedRole): Promise<boolean> {
  const { rowCount } = await tx.query(
    'insert into user_role (user_id, role, location_id, company_ids) values ($1, $2, $3, $4) on conflict do nothing',
    [userId, assigned.role, assigned.locationId, assigned.companyIds ?? null],
  )
  return rowCount > 0
}
