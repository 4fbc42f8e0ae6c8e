import type { Queryable } from '../../db/database.js'

export interface Applied {
  added: number
  changed: number
  lost: string[]
  /** Items and units of which something changed that findings of linked lines depend on. */
  affecting: string[]
}

const NOTHING_APPLIED: Applied = { added: 0, changed: 0, lost: [], affecting: [] }

export interface ApplyContext {
  integrationKey: number
  /** The catalogue that the rows are of; '' if it has no id. */
  catalogueId: string
  importId: number | null
}

/** Saves groups, price types, warehouses and units, given as a JSON array. Only items are counted. */
export async function applyReferences(
  tx: Queryable,
  { integrationKey, catalogueId, importId }: ApplyContext,
  rows: string,
): Promise<Applied> {
  if (rows === '[]') return NOTHING_APPLIED
  const { rows: units } = await tx.query<{ id: string }>(
    `select g.id from json_to_recordset($2::json) as g(kind text, id text, details jsonb)
       left join catalogue_reference r on r.integration_key = $1 and r.kind = g.kind and r.id = g.id
      where g.kind = 'unit' and (r.id is null or r.details->>'code' is distinct from g.details->>'code')`,
    [integrationKey, rows],
  )
  await tx.query(
    `insert into catalogue_reference as r
            (integration_key, kind, id, name, parent_id, details, state, seen_import, catalogue_id)
     select $1, g.kind, g.id, g.name, g.parent, g.details, g.state, $3,
            case when g.kind = 'group' then $4 end
       from json_to_recordset($2::json)
              as g(kind text, id text, name text, parent text, details jsonb, state text)
     on conflict (integration_key, kind, id) do update
        set name = excluded.name, parent_id = excluded.parent_id, details = excluded.details,
            state = excluded.state, catalogue_id = excluded.catalogue_id,
            state_since = case when r.state = excluded.state then r.state_since else now() end,
            seen_import = coalesce(excluded.seen_import, r.seen_import)
      where (r.name, r.parent_id, r.details, r.state, r.catalogue_id) is distinct from
            (excluded.name, excluded.parent_id, excluded.details, excluded.state, excluded.catalogue_id)
         or excluded.seen_import is not null and r.seen_import is distinct from excluded.seen_import`,
    [integrationKey, rows, importId, catalogueId],
  )
  return { ...NOTHING_APPLIED, affecting: units.map(({ id }) => id) }
}

/** A catalogue describes items; offers have their prices and stock. */
export type ItemSource = 'item' | 'offer'

/**
 * Saves items or offers, given as a JSON array of rows. Unchanged ones are only marked as seen. What an offer
 * doesn't contain stays as it was, because 3.x sends prices and stock in separate files; descriptions from
 * the catalogue are not overwritten.
 */
export async function applyItems(
  tx: Queryable,
  source: ItemSource,
  { integrationKey, catalogueId, importId }: ApplyContext,
  rows: string,
): Promise<Applied> {
  if (rows === '[]') return NOTHING_APPLIED
  const values = [integrationKey, rows, importId, `~${integrationKey}`, catalogueId]
  const applied = await tx.query<Applied>(APPLY[source], values)
  return applied.rows[0]!
}

/** The columns of catalogue_item that change its content, as SQL of a row `g` and the known item `i`. */
function mergedColumns(source: ItemSource) {
  const isItem = source === 'item'
  const described = (column: string): string =>
    isItem
      ? `g.${column}`
      : `case when i.described then i.${column} else coalesce(g.${column}, i.${column}) end`
  const ofCatalogue = (column: string): string => `${isItem ? 'g' : 'i'}.${column}`
  return {
    described: isItem ? 'true' : 'coalesce(i.described, false)',
    state: isItem
      ? 'g.state'
      : `case when g.state = 'current' and i.described and i.state = 'deleted' then i.state else g.state end`,
    name: `coalesce(${described('name')}, '')`,
    article: described('article'),
    barcode: described('barcode'),
    unit_code: described('unit_code'),
    unit_name: described('unit_name'),
    vat: described('vat'),
    full_name: ofCatalogue('full_name'),
    kind: ofCatalogue('kind'),
    group_ids: `coalesce(${ofCatalogue('group_ids')}, '{}')`,
    characteristics: `coalesce(g.characteristics, i.characteristics, '[]')`,
    prices: `coalesce(g.prices, i.prices, '[]')`,
    quantity: 'coalesce(g.quantity, i.quantity)',
    stock: `coalesce(g.stock, i.stock, '[]')`,
    sort_key: `coalesce(${described('sort_key')}, '')`,
    article_key: described('article_key'),
  }
}

type Column = keyof ReturnType<typeof mergedColumns>
const COLUMNS = Object.keys(mergedColumns('item')) as Column[]
/** What findings of linked lines depend on. */
const LINKED: Column[] = ['state', 'name', 'unit_code', 'unit_name', 'vat']

/**
 * A CTE `compared`: the rows of $2, each merged with what integration $1 already has, and whether that would
 * change, also in what findings of linked lines depend on.
 */
export const comparedItems = (source: ItemSource): string => `
  given as materialized (
    select * from json_to_recordset($2::json) as g(
      item_id text, base_id text, state text, name text, sort_key text, full_name text, article text,
      article_key text, barcode text, unit_code text, unit_name text, vat text, kind text, group_ids text[],
      characteristics jsonb, prices jsonb, quantity text, stock jsonb, words text, parts text)),
  compared as materialized (
    select g.item_id, g.base_id, g.words, g.parts, m.*, i.item_id is not null as known,
           i.state as state_before, i.search as search_before,
           ${source === 'offer'}
             and (i.described or g.name is null and i.item_id is not null) as keeps_search,
           ${differ(COLUMNS)} as differs, ${differ(LINKED)} as affecting
      from given g
      left join catalogue_item i on i.integration_key = $1 and i.item_id = g.item_id
     cross join lateral (
       select ${Object.entries(mergedColumns(source))
         .map(([column, sql]) => `${sql} as ${column}`)
         .join(', ')}) m)`

const listOf = (columns: readonly Column[], prefix: string): string =>
  columns.map(column => `${prefix}.${column}`).join(', ')

const differ = (columns: readonly Column[]): string =>
  `(${listOf(columns, 'm')}) is distinct from (${listOf(columns, 'i')})`

/** Catalogues that an item is known to be in; of more than these the earliest are forgotten. */
const MOST_CATALOGUES = 10

/** The catalogues of item `i` once that of $5 has it; offers leave an item where it is described. */
const NAMED_BY = `case when $5 = any(i.catalogue_ids) then i.catalogue_ids
  else (array[$5::text] || i.catalogue_ids)[:${MOST_CATALOGUES}] end`
const CATALOGUES = {
  item: NAMED_BY,
  offer: `case when i.described then i.catalogue_ids else ${NAMED_BY} end`,
}

const applySql = (source: ItemSource): string => `
  with ${comparedItems(source)},
  written as (
    insert into catalogue_item as i
           (integration_key, item_id, base_id, seen_import, catalogue_ids, search, ${COLUMNS.join(', ')})
    select $1, c.item_id, c.base_id, $3, array[$5],
           case when c.keeps_search then c.search_before
                else to_tsvector('russian', c.words) || to_tsvector('simple', c.parts)
                     || array_to_tsvector(array[$4]) end,
           ${listOf(COLUMNS, 'c')}
      from compared c where c.differs order by c.item_id
    on conflict (integration_key, item_id) do update
       set ${COLUMNS.map(column => `${column} = excluded.${column}`).join(', ')},
           search = excluded.search, seen_import = coalesce(excluded.seen_import, i.seen_import),
           catalogue_ids = ${CATALOGUES[source]}, changed_at = now(),
           state_since = case when i.state = excluded.state then i.state_since else now() end),
  seen as (
    update catalogue_item i
       set seen_import = coalesce($3, i.seen_import), catalogue_ids = ${CATALOGUES[source]}
      from compared c
     where i.integration_key = $1 and i.item_id = c.item_id and not c.differs
       and (i.seen_import, i.catalogue_ids) is distinct from
           (coalesce($3, i.seen_import), ${CATALOGUES[source]}))
  select count(*) filter (where not known)::int as added,
         count(*) filter (where known and differs)::int as changed,
         coalesce(array_agg(item_id) filter (where state_before = 'current' and state <> 'current'), '{}')
           as lost,
         coalesce(array_agg(item_id) filter (where affecting), '{}') as affecting
    from compared`

const APPLY = { item: applySql('item'), offer: applySql('offer') }
