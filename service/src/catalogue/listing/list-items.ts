import { describeProblem } from '@obmen/contract'
import type { CatalogueGroup, CataloguePriceType } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { AppError } from '../../errors/app-error.js'
import { GROUPS_OF_ITEM, ITEM_COLUMNS, ITEM_JOINS, ITEM_STATE, type ItemRow } from './item-columns.js'
import { readSearch, searchSql } from './search-words.js'

export interface ItemRequest extends PageRequest {
  q?: string | undefined
  group?: string | undefined
  state?: ItemRow['state'] | undefined
}

/** Items of a catalogue by name. */
export async function listItems(
  db: Queryable,
  integrationKey: number,
  { q, group, state, limit, cursor }: ItemRequest,
): Promise<Page<ItemRow>> {
  const values: unknown[] = [integrationKey]
  const at = (value: unknown): string => `$${values.push(value)}`
  const conditions = ['i.integration_key = $1']
  if (q !== undefined && q.trim() !== '') conditions.push(searchSql(readSearch(q), integrationKey, values))
  if (group !== undefined)
    conditions.push(`${GROUPS_OF_ITEM} && array(${groupsWithin(at(group.replaceAll('\0', '')))})`)
  if (state !== undefined) conditions.push(`${ITEM_STATE} = ${at(state)}`)
  const after = readCursor(cursor, ['text', 'text'])
  if (after) conditions.push(`(i.sort_key, i.item_id) > (${at(after[0])}, ${at(after[1])})`)
  const { rows } = await db.query<ItemRow & { sortKey: string }>(
    `select ${ITEM_COLUMNS}, i.sort_key as "sortKey" from catalogue_item i ${ITEM_JOINS}
      where ${conditions.join(' and ')} order by i.sort_key, i.item_id limit ${at(limit + 1)}`,
    values,
  )
  return mapPage(
    toPage(rows, limit, ({ sortKey, itemId }) => [sortKey, itemId]),
    ({ sortKey: _, ...row }) => row,
  )
}

/** A group and its subgroups at any depth; a group that contains itself ends the recursion. */
function groupsWithin(root: string): string {
  return `
    with recursive within as (
      select ${root}::text as id
      union
      select r.id from catalogue_reference r join within w on r.parent_id = w.id
       where r.integration_key = $1 and r.kind = 'group')
    select id from within`
}

/** @throws AppError `not-found` */
export async function getItem(db: Queryable, integrationKey: number, itemId: string): Promise<ItemRow> {
  const { rows } = await db.query<ItemRow>(
    `select ${ITEM_COLUMNS} from catalogue_item i ${ITEM_JOINS}
      where i.integration_key = $1 and i.item_id = $2`,
    [integrationKey, itemId.replaceAll('\0', '')],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('item-not-found'))
  return rows[0]
}

/** The last file of the catalogue that was read, while its upload is kept. */
export async function latestFile(db: Queryable, integrationKey: number) {
  const { rows } = await db.query<{
    name: string
    receivedAt: Date
    exchangeId: number
    whole: boolean | null
  }>(
    `select u.name, u.received_at as "receivedAt", u.session_id as "exchangeId", c.whole
       from upload u left join catalogue_upload c on c.upload_id = u.id
      where u.integration_key = $1 and u.type = 'catalog' and u.state = 'done' and u.documents > 0
      order by u.id desc limit 1`,
    [integrationKey],
  )
  return rows[0]
}

/** How many items there are in each state. */
export async function countItems(
  db: Queryable,
  integrationKey: number,
): Promise<Record<ItemRow['state'], number>> {
  const { rows } = await db.query<{ state: ItemRow['state']; items: number }>(COUNT, [integrationKey])
  const counts = Object.fromEntries(rows.map(({ state, items }) => [state, items]))
  return { current: 0, deleted: 0, gone: 0, ...counts }
}

/**
 * By `ITEM_STATE`, but from the few items that 1C no longer has to their characteristics: looking up the
 * item of each characteristic takes ten times as long.
 */
const COUNT = `
  with own as (
    select state, count(*) as items from catalogue_item where integration_key = $1 group by state),
  inherited as materialized (
    select b.state, sum(c.items) as items
      from catalogue_item b
     cross join lateral (
       select count(*) as items from catalogue_item c
        where c.integration_key = b.integration_key and c.base_id = b.item_id and c.item_id <> b.item_id
          and c.state = 'current') c
     where b.integration_key = $1 and b.state <> 'current' group by b.state)
  select state, sum(items)::int as items
    from (select state, items from own
          union all select state, items from inherited
          union all select 'current', -items from inherited) counted
   group by state`

/** As many groups as a person can look through; УТ and УНФ have a few hundred. */
const LIMIT = 10_000

/** Groups of a catalogue by name, with the number of current items directly in each. */
export async function listGroups(db: Queryable, integrationKey: number): Promise<CatalogueGroup[]> {
  const { rows } = await db.query<CatalogueGroup>(
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

export async function listPriceTypes(db: Queryable, integrationKey: number): Promise<CataloguePriceType[]> {
  const { rows } = await db.query<CataloguePriceType>(
    `select id as "priceTypeId", name, details->>'currency' as currency,
            (details->>'vatIncluded')::boolean as "vatIncluded", state
       from catalogue_reference where integration_key = $1 and kind = 'price-type'
      order by name, id limit $2`,
    [integrationKey, LIMIT],
  )
  return rows
}
