import { describeProblem, type Order } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { entryJoin, owedSql } from '../outbox/entries/entry-sql.js'

export interface OrderRecord {
  key: number
  order: Order
  revision: number
  sequenceNumber: number
  /** By payment id. */
  paymentNumbers: Record<string, number>
  createdAt: Date
  updatedAt: Date
  /** Ids of the integrations that are owed it now. */
  owedTo: string[]
}

/** The order as it is stored. AppError `not-found`. */
export async function getOrder(db: Queryable, scope: Scope, id: string): Promise<OrderRecord> {
  const { rows } = await db.query<OrderRecord>(
    `select o.key, o.content as "order", o.revision, o.sequence_number as "sequenceNumber",
            o.payment_numbers as "paymentNumbers", o.received_at as "createdAt", o.changed_at as "updatedAt",
            array(select i.id::text from integration i
                    join ${entryJoin('e', 'i.key', 'o.key')}
                   where i.company_id = o.company_id and ${owedSql('e')} order by i.key) as "owedTo"
       from sale_order o where o.location_id = $1 and o.id = $2 and ${companySeenSql('o.company_id', '$3')}`,
    [locationIn(scope), id, companiesIn(scope)],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('order-not-found', { id }))
  return rows[0]
}

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
