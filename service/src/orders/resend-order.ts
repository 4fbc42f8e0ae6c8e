import { describeProblem, type Mismatch } from '@obmen/contract'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { resend } from '../outbox/entries/enqueue-orders.js'
import { findOrder } from './get-order.js'
import { loadExports } from './history/load-exports.js'
import { findRecalculation, recalculateOrders } from './routing/pending-recalculation.js'

/** Makes the newest revision owed again. @throws AppError `not-found`, `resend-not-matching` */
export async function resendOrder(
  db: Database,
  locationId: string,
  id: string,
  integrationId: string,
): Promise<void> {
  await db.transaction(async tx => {
    const order = await findOrder(tx, locationId, id)
    const integration = await findIntegration(tx, locationId, integrationId)
    if ((await resendFollowed(tx, integration.key, [order.key])).length > 0) return
    throw new AppError(
      'resend-not-matching',
      describeProblem('resend-refused', {
        name: integration.name,
        mismatch: await mismatchWith(tx, order.key, integrationId),
      }),
    )
  })
}

/** Returns those that it sends again: not an order that the integration was never sent and is not owed. */
export async function resendFollowed(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<number[]> {
  if (await findRecalculation(tx, integrationKey))
    for (const orderKey of orderKeys) await recalculateFirst(tx, integrationKey, orderKey)
  return resend(tx, integrationKey, orderKeys)
}

/** During a recalculation, recalculates this order at once: that decides whether it may be sent again. */
async function recalculateFirst(tx: Queryable, integrationKey: number, orderKey: number): Promise<void> {
  const before = await findRecalculation(tx, integrationKey)
  if (!before) return
  await lockCompanies(tx, 'rules', 'shared', [before.companyId])
  const { rows } = await tx.query<{ number: number }>(
    'select sequence_number as number from sale_order where key = $1 for no key update',
    [orderKey],
  )
  const pending = await findRecalculation(tx, integrationKey)
  const number = rows[0]!.number
  if (pending && number > pending.doneNumber && number <= pending.lastNumber)
    await recalculateOrders(tx, pending, [orderKey])
}

async function mismatchWith(tx: Queryable, orderKey: number, integrationId: string): Promise<Mismatch> {
  const exports = (await loadExports(tx, [orderKey])).get(orderKey) ?? []
  const orderExport = exports.find(({ integrationId: other }) => other === integrationId.toLowerCase())
  return orderExport?.mismatch ?? { code: orderExport ? 'recalculating' : 'other-company' }
}

async function findIntegration(
  tx: Queryable,
  locationId: string,
  id: string,
): Promise<{ key: number; name: string }> {
  const { rows } = isUuid(id)
    ? await tx.query<{ key: number; name: string }>(
        'select key, name from integration where location_id = $1 and id = $2',
        [locationId, id],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('integration-not-found'))
  return rows[0]
}
