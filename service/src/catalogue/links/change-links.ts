import { describeProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { invalidAt } from '../../errors/app-error.js'
import { requestFindings } from '../../findings/recalculate.js'
import type { Author } from '../../integrations/changes.js'
import { lockCatalogue } from '../catalogue.js'
import { ITEM_JOINS, ITEM_STATE } from '../listing/item-columns.js'

export interface LinkChange {
  lineId: string
  itemId: string
}

/**
 * Links a line to an item from now on. Orders that 1C received earlier, or that are in an answer begun
 * earlier, keep the id they were sent with. @throws AppError `invalid`
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
    const before = await findLinkedItem(tx, integrationKey, lineId)
    if (before === item) return
    const moment = await waitForPages(tx, integrationKey)
    if (before !== undefined) await endLink(tx, integrationKey, lineId, moment)
    await tx.query(
      `insert into catalogue_link (integration_key, line_id, item_id, since, linked_by, linked_token)
       values ($1, $2, $3, $4, $5, $6)`,
      [integrationKey, lineId, item, moment, by.userId ?? null, by.tokenId ?? null],
    )
    await requestFindings(tx, integrationKey, { putsWait: false })
  })
}

/** Removes a line's link, if there is one. */
export async function unlinkLine(db: Database, integrationKey: number, lineId: string): Promise<void> {
  await db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    if ((await findLinkedItem(tx, integrationKey, lineId)) === undefined) return
    await endLink(tx, integrationKey, lineId, await waitForPages(tx, integrationKey))
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
  if (!item) throw invalidAt('/itemId', describeProblem('item-unknown', { itemId: requestedId }))
  if (item.state !== 'current') throw invalidAt('/itemId', describeProblem('item-gone'))
  return item.itemId
}

async function findLinkedItem(
  tx: Queryable,
  integrationKey: number,
  lineId: string,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ itemId: string }>(
    `select item_id as "itemId" from catalogue_link
      where integration_key = $1 and line_id = $2 and until is null`,
    [integrationKey, lineId],
  )
  return rows[0]?.itemId
}

/**
 * Lets no page of a query be read until the transaction ends; returns the moment of the change, to the
 * microsecond. An answer goes by the links of the moment when it began. One that begins between this moment
 * and the commit would otherwise be written without the change, and its orders would go on with it.
 */
async function waitForPages(tx: Queryable, integrationKey: number): Promise<string> {
  const { rows } = await tx.query<{ companyId: string }>(
    'select company_id as "companyId" from integration where key = $1',
    [integrationKey],
  )
  const companies = rows.map(({ companyId }) => companyId)
  await lockCompanies(tx, 'offers', 'exclusive', companies)
  const { rows: moments } = await tx.query<{ moment: string }>('select clock_timestamp()::text as moment')
  return moments[0]!.moment
}

async function endLink(tx: Queryable, integrationKey: number, lineId: string, moment: string): Promise<void> {
  await tx.query(
    `update catalogue_link set until = $3 where integration_key = $1 and line_id = $2 and until is null`,
    [integrationKey, lineId, moment],
  )
}
