import { describeProblem } from '@obmen/contract'
import type { Database, Queryable } from '../db/database.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import type { Author } from '../integrations/changes.js'
import { holdOrders } from '../outbox/entries/hold-orders.js'
import { findOrder } from './get-order.js'

export interface ByPerson {
  integrationId: string
  by: Author
}

/** Holds an order back from one 1C at a person's request (O9). @throws AppError `not-found` */
export async function holdOrder(
  db: Database,
  locationId: string,
  id: string,
  { integrationId, by, reason }: ByPerson & { reason: string },
): Promise<void> {
  await db.transaction(async tx => {
    const { integrationKey, orderKey } = await findPair(tx, locationId, id, integrationId)
    const hold = { orderKey, kind: 'person', code: 'person', reason, by: await authorName(tx, by) } as const
    await holdOrders(tx, integrationKey, [hold])
  })
}

/** Locks the order as a put does, since its entry may have to be created. @throws AppError `not-found` */
export async function findPair(
  tx: Queryable,
  locationId: string,
  id: string,
  integrationId: string,
): Promise<{ integrationKey: number; orderKey: number }> {
  const { key: orderKey } = await findOrder(tx, locationId, id)
  const { rows } = isUuid(integrationId)
    ? await tx.query<{ key: number }>(
        `select i.key from (select key, company_id from sale_order where key = $1 for no key update) o
           join integration i on i.company_id = o.company_id
          where i.location_id = $2 and i.id = $3`,
        [orderKey, locationId, integrationId],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('integration-not-found'))
  return { integrationKey: rows[0].key, orderKey }
}

/** Name of the person or token. */
export async function authorName(tx: Queryable, { userId, tokenId }: Author): Promise<string | undefined> {
  if (userId === undefined && tokenId === undefined) return undefined
  const { rows } = await tx.query<{ name: string }>(
    `select coalesce(nullif(name, ''), email) as name from user_account where id = $1
      union all
     select name from api_token where id = $2`,
    [userId ?? null, tokenId ?? null],
  )
  return rows[0]?.name
}
