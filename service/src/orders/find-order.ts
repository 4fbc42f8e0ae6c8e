import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'

export interface FoundOrder {
  key: number
  companyId: string
  revision: number
}

/** The order with this id. AppError `not-found`, also if it is outside the scope. */
export async function findOrder(db: Queryable, scope: Scope, id: string): Promise<FoundOrder> {
  const { rows } = await db.query<FoundOrder>(
    `select key, company_id as "companyId", revision from sale_order
      where location_id = $1 and id = $2 and ${companySeenSql('company_id', '$3')}`,
    [locationIn(scope), id, companiesIn(scope)],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('order-not-found', { id }))
  return rows[0]
}
