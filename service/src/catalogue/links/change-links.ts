import { describeProblem } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { requestFindings } from '../../findings/recalculate.js'
import type { Author } from '../../integrations/changes/integration-change.js'
import { ITEM_JOINS, ITEM_STATE } from '../listing/item-columns.js'
import { lockCatalogue } from '../lock-catalogue.js'

export interface LinkChange {
  lineId: string
  itemId: string
}

/**
 * Links a line to an item from now on. Orders that 1C received earlier keep the id they were sent with. @throws AppError
 * `invalid`
 */
export async function linkLine(
  db: Database,
  integrationKey: number,
  { lineId, itemId }: LinkChange,
  by: Author,
): Promise<void> {
  await db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    const item = await findItem(tx, integrationKey, itemId)
    const ended = await endLink(tx, integrationKey, lineId, item)
    if (ended === 'same') return
    await tx.query(
      `insert into catalogue_link (integration_key, line_id, item_id, linked_by, linked_token) values ($1, $2, $3, $4, $5)`,
      [integrationKey, lineId, item, by.userId ?? null, by.tokenId ?? null],
    )
    await requestFindings(tx, integrationKey, { putsWait: false })
  })
}

/** Removes a line's link, if there is one. */
export async function unlinkLine(db: Database, integrationKey: number, lineId: string): Promise<void> {
  await db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    if ((await endLink(tx, integrationKey, lineId)) === 'ended')
      await requestFindings(tx, integrationKey, { putsWait: false })
  })
}

/** Its id as 1C writes it. */
async function findItem(tx: Queryable, integrationKey: number, itemId: string): Promise<string> {
  const requestedId = itemId.replaceAll('\0', '').trim()
  const [base, characteristic] = requestedId.split('#')
  const same = base?.toLowerCase() === characteristic?.toLowerCase() ? base! : requestedId
  const { rows } = await tx.query<{ itemId: string; state: string }>(
    `select i.item_id as "itemId", ${ITEM_STATE} as state from catalogue_item i ${ITEM_JOINS}
      where i.integration_key = $1 and i.item_id in ($2, lower($2)) order by i.item_id = $2 desc`,
    [integrationKey, same],
  )
  const [item] = rows
  const problem = !item
    ? describeProblem('item-unknown', { itemId: requestedId })
    : item.state === 'current'
      ? undefined
      : describeProblem('item-gone')
  if (problem !== undefined)
    throw new AppError('invalid', problem, { errors: [{ path: '/itemId', ...problem }] })
  return item!.itemId
}

async function endLink(
  tx: Queryable,
  integrationKey: number,
  lineId: string,
  itemId?: string,
): Promise<'same' | 'ended' | 'none'> {
  const { rows } = await tx.query<{ itemId: string }>(
    `select item_id as "itemId" from catalogue_link where integration_key = $1 and line_id = $2 and until is null`,
    [integrationKey, lineId],
  )
  if (!rows[0]) return 'none'
  if (rows[0].itemId === itemId) return 'same'
  await tx.query(
    `update catalogue_link set until = clock_timestamp() where integration_key = $1 and line_id = $2 and until is null`,
    [integrationKey, lineId],
  )
  return 'ended'
}
