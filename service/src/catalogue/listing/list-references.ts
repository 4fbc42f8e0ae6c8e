import type { Queryable } from '../../db/database.js'
import type { ItemRow } from './item-columns.js'

export interface GroupRow {
  groupId: string
  parentId: string | null
  name: string
  state: ItemRow['state']
  items: number
}

/** As many groups as a person can look through; УТ and УНФ have a few hundred. */
const LIMIT = 10_000

/** Groups of a catalogue by name, with the number of current items directly in each. */
export async function listGroups(db: Queryable, integrationKey: number): Promise<GroupRow[]> {
  const { rows } = await db.query<GroupRow>(
    `with held as (
       select g.id, count(*)::int as items from catalogue_item i, unnest(i.group_ids) as g(id)
        where i.integration_key = $1 and i.state = 'current' group by g.id)
     select r.id as "groupId", r.parent_id as "parentId", r.name, r.state, coalesce(h.items, 0) as items
       from catalogue_reference r left join held h on h.id = r.id
      where r.integration_key = $1 and r.kind = 'group' order by lower(r.name), r.id limit $2`,
    [integrationKey, LIMIT],
  )
  return rows
}

export interface PriceTypeRow {
  priceTypeId: string
  name: string
  currency: string | null
  vatIncluded: boolean | null
  state: ItemRow['state']
}

export async function listPriceTypes(db: Queryable, integrationKey: number): Promise<PriceTypeRow[]> {
  const { rows } = await db.query<PriceTypeRow>(
    `select id as "priceTypeId", name, details->>'currency' as currency, (details->>'vatIncluded')::boolean as "vatIncluded", state
       from catalogue_reference where integration_key = $1 and kind = 'price-type' order by name, id limit $2`,
    [integrationKey, LIMIT],
  )
  return rows
}
