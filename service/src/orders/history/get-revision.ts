import { describeProblem, type Order } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import type { Scope } from '../../db/scope.js'
import { AppError } from '../../errors/app-error.js'
import { findOrder } from '../find-order.js'

/** The order's content at a revision, and when it was recorded. Throws AppError `not-found`. */
export async function getRevision(
  db: Queryable,
  scope: Scope,
  id: string,
  revision: number,
): Promise<{ order: Order; at: Date }> {
  const { key } = await findOrder(db, scope, id)
  const { rows } = await db.query<{ order: Order; at: Date }>(
    `select content as "order", recorded_at as at from order_revision where order_key = $1 and revision = $2
      union all
     select content, changed_at from sale_order where key = $1 and revision = $2`,
    [key, revision],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('revision-not-found', { id, revision }))
  return rows[0]
}
