import type { Queryable } from '../../db/database.js'

/** What applying a batch of rows changed. */
export interface Applied {
  added: number
  changed: number
  /** Items that were current until now. */
  lost: string[]
  /**
   * Items and units that are new or changed in what findings of linked lines depend on: state, name, unit
   * and its code, VAT.
   */
  affecting: string[]
}

const NOTHING_APPLIED: Applied = { added: 0, changed: 0, lost: [], affecting: [] }

export interface ApplyContext {
  integrationKey: number
  /** The catalogue that the rows are of; '' if it has no id. */
  catalogueId: string
  /** The import that they belong to, if any. */
  importId: number | null
}

/**
 * Saves groups, price types, warehouses and units, given as a JSON array of rows. Only items are counted,
 * not these.
 */
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
     select $1, g.kind, g.id, g.name, g.parent, g.details, g.state, $3, case when g.kind = 'group' then $4 end
       from json_to_recordset($2::json) as g(kind text, id text, name text, parent text, details jsonb,
           state text)
     on conflict (integration_key, kind, id) do update
        set name = excluded.name, parent_id = excluded.parent_id, details = excluded.details,
            state = excluded.state,
            state_since = case when r.state = excluded.state then r.state_since else now() end,
            seen_import = coalesce(excluded.seen_import, r.seen_import), catalogue_id = excluded.catalogue_id
      where (r.name, r.parent_id, r.details, r.state, r.catalogue_id) is distinct from
            (excluded.name, excluded.parent_id, excluded.details, excluded.state, excluded.catalogue_id)
         or excluded.seen_import is not null and r.seen_import is distinct from excluded.seen_import`,
    [integrationKey, rows, importId, catalogueId],
  )
  return { ...NOTHING_APPLIED, affecting: units.map(({ id }) => id) }
}

/**
 * Saves the items of a catalogue, given as a JSON array of rows. Unchanged ones are only marked as seen.
 * Characteristics come with the items or with the offers.
 */
export const applyItems = (tx: Queryable, of: ApplyContext, rows: string): Promise<Applied> =>
  apply(tx, APPLY_ITEMS, of, rows)

/**
 * Saves prices, stock and characteristics, given as a JSON array of rows. What an offer doesn't contain
 * stays as it was, because 3.x sends prices and stock in separate files; descriptions from the catalogue
 * are not overwritten.
 */
export const applyOffers = (tx: Queryable, of: ApplyContext, rows: string): Promise<Applied> =>
  apply(tx, APPLY_OFFERS, of, rows)

async function apply(
  tx: Queryable,
  statement: string,
  { integrationKey, catalogueId, importId }: ApplyContext,
  rows: string,
): Promise<Applied> {
  if (rows === '[]') return NOTHING_APPLIED
  const applied = await tx.query<Applied>(statement, [
    integrationKey,
    rows,
    importId,
    `~${integrationKey}`,
    catalogueId,
  ])
  return applied.rows[0]!
}

/** Catalogues that an item is known to be in; of more than these the earliest are forgotten. */
const MOST_CATALOGUES = 10

/** SQL for the catalogues of item `i` once that of `$5` names it. */
const NAMED_BY = `case when $5 = any(i.catalogue_ids) then i.catalogue_ids
  else (array[$5::text] || i.catalogue_ids)[:${MOST_CATALOGUES}] end`
/** The same where offers name it: one that a catalogue describes stays in that. */
const OFFERED_BY = `case when i.described then i.catalogue_ids else ${NAMED_BY} end`

/** SQL of the columns that change although the item itself does not. */
const seen = (catalogues: string, given: string): string => `seen as (
    update catalogue_item i set seen_import = coalesce($3, i.seen_import), catalogue_ids = ${catalogues}
      from ${given} g
     where i.integration_key = $1 and i.item_id = g.id and not g.differs
       and (i.seen_import, i.catalogue_ids) is distinct from (coalesce($3, i.seen_import), ${catalogues}))`

/** SQL of what an item that is written again gets beside its own columns. */
const rewritten = (catalogues: string): string => `
           seen_import = coalesce(excluded.seen_import, i.seen_import), catalogue_ids = ${catalogues},
               changed_at = now(),
           state_since = case when i.state = excluded.state then i.state_since else now() end`

/**
 * CTEs: `given`, the rows of $2; `known`, those that integration $1 already has, whether they would change,
 * and whether in what findings of linked lines depend on.
 */
export const ITEMS_COMPARED = `
  given as materialized (
    select * from json_to_recordset($2::json) as g(
      id text, base text, name text, "sortKey" text, "fullName" text, article text, "articleKey" text,
      barcode text, "unitCode" text, "unitName" text, vat text, kind text, groups text[],
      characteristics jsonb, state text, words text, parts text)),
  known as materialized (
    select i.item_id as id, i.state,
           (i.state, i.name, i.unit_code, i.unit_name, i.vat) is distinct from
             (g.state, g.name, g."unitCode", g."unitName", g.vat) as affecting,
           not i.described or i.state <> g.state
             or i.characteristics is distinct from coalesce(g.characteristics, i.characteristics)
             or (i.name, i.full_name, i.article, i.barcode, i.unit_code, i.unit_name, i.vat, i.kind,
                 i.group_ids)
                is distinct from
                (g.name, g."fullName", g.article, g.barcode, g."unitCode", g."unitName", g.vat, g.kind,
                    g.groups)
             as differs
      from catalogue_item i join given g on g.id = i.item_id where i.integration_key = $1)`

const APPLY_ITEMS = `
  with ${ITEMS_COMPARED},
  written as (
    insert into catalogue_item as i (
      integration_key, item_id, base_id, described, state, seen_import, name, sort_key, full_name, article,
          article_key,
      barcode, unit_code, unit_name, vat, kind, group_ids, characteristics, search, catalogue_ids)
    select $1, g.id, g.base, true, g.state, $3, g.name, g."sortKey", g."fullName", g.article, g."articleKey",
           g.barcode, g."unitCode", g."unitName", g.vat, g.kind, g.groups,
           coalesce(g.characteristics, i.characteristics, '[]'),
           to_tsvector('russian', g.words) || to_tsvector('simple', g.parts) || array_to_tsvector(array[$4]),
               array[$5]
      from given g left join known k on k.id = g.id
      left join catalogue_item i on i.integration_key = $1 and i.item_id = g.id
     where k.id is null or k.differs
     order by g.id
    on conflict (integration_key, item_id) do update
       set described = true, state = excluded.state, name = excluded.name, sort_key = excluded.sort_key,
           full_name = excluded.full_name, article = excluded.article, article_key = excluded.article_key,
           barcode = excluded.barcode, unit_code = excluded.unit_code, unit_name = excluded.unit_name,
           vat = excluded.vat, kind = excluded.kind, group_ids = excluded.group_ids,
           characteristics = excluded.characteristics, search = excluded.search, ${rewritten(NAMED_BY)}),
  ${seen(NAMED_BY, 'known')}
  select (select count(*)::int from given g where not exists (select from known k
      where k.id = g.id)) as added,
         (select count(*)::int from known where differs) as changed,
         array(select g.id from given g join known k on k.id = g.id
                where k.state = 'current' and g.state <> 'current') as lost,
         array(select g.id from given g left join known k on k.id = g.id where k.id is null
             or k.affecting) as affecting`

/**
 * A CTE `compared`: the rows of $2, each merged with what integration $1 already has, whether that would
 * change, and whether in what findings of linked lines depend on. `tag` is SQL for the integration's marker
 * in the search index.
 */
export const offersCompared = (tag: string): string => `
  given as materialized (
    select * from json_to_recordset($2::json) as g(
      id text, base text, name text, "sortKey" text, article text, "articleKey" text, barcode text,
      "unitCode" text, "unitName" text, vat text, characteristics jsonb, prices jsonb, quantity text,
          stock jsonb,
      state text, words text, parts text)),
  merged as materialized (
    select g.id, g.base, i.item_id is not null as known, i.state as "stateBefore",
           case when g.state = 'current' and i.described and i.state = 'deleted' then i.state
               else g.state end as state,
           case when i.described then i.name else coalesce(g.name, i.name, '') end as name,
           case when i.described then i.sort_key else coalesce(g."sortKey", i.sort_key, '') end as "sortKey",
           case when i.described then i.article else coalesce(g.article, i.article) end as article,
           case when i.described then i.article_key else coalesce(g."articleKey",
               i.article_key) end as "articleKey",
           case when i.described then i.barcode else coalesce(g.barcode, i.barcode) end as barcode,
           case when i.described then i.unit_code else coalesce(g."unitCode", i.unit_code) end as "unitCode",
           case when i.described then i.unit_name else coalesce(g."unitName", i.unit_name) end as "unitName",
           case when i.described then i.vat else coalesce(g.vat, i.vat) end as vat,
           coalesce(g.characteristics, i.characteristics, '[]') as characteristics,
           coalesce(g.prices, i.prices, '[]') as prices, coalesce(g.quantity, i.quantity) as quantity,
           coalesce(g.stock, i.stock, '[]') as stock,
           case when i.described or g.name is null and i.item_id is not null then i.search
                else to_tsvector('russian', g.words) || to_tsvector('simple', g.parts)
                     || array_to_tsvector(array[${tag}]) end as search,
           (i.name, i.article, i.barcode, i.unit_code, i.unit_name, i.vat, i.quantity) as "textsBefore",
           (i.characteristics, i.prices, i.stock) as "listsBefore",
           (i.name, i.unit_code, i.unit_name, i.vat) as "linkedBefore"
      from given g left join catalogue_item i on i.integration_key = $1 and i.item_id = g.id),
  compared as materialized (
    select m.*, not known or state <> "stateBefore"
             or (name, article, barcode, "unitCode", "unitName", vat, quantity) is distinct from "textsBefore"
             or (characteristics, prices, stock) is distinct from "listsBefore" as differs,
           not known or state <> "stateBefore"
             or (name, "unitCode", "unitName", vat) is distinct from "linkedBefore" as affecting
      from merged m)`

const APPLY_OFFERS = `
  with ${offersCompared('$4')},
  written as (
    insert into catalogue_item as i (
      integration_key, item_id, base_id, described, state, seen_import, name, sort_key, article, article_key,
          barcode,
      unit_code, unit_name, vat, characteristics, prices, quantity, stock, search, catalogue_ids)
    select $1, id, base, false, state, $3, name, "sortKey", article, "articleKey", barcode, "unitCode",
        "unitName", vat,
           characteristics, prices, quantity, stock, search, array[$5]
      from compared where differs order by id
    on conflict (integration_key, item_id) do update
       set state = excluded.state, name = excluded.name, sort_key = excluded.sort_key,
           article = excluded.article,
           article_key = excluded.article_key, barcode = excluded.barcode, unit_code = excluded.unit_code,
           unit_name = excluded.unit_name, vat = excluded.vat, characteristics = excluded.characteristics,
           prices = excluded.prices, quantity = excluded.quantity, stock = excluded.stock,
               search = excluded.search,
           ${rewritten(OFFERED_BY)}),
  ${seen(OFFERED_BY, 'compared')}
  select count(*) filter (where not known)::int as added, count(*) filter (where known
      and differs)::int as changed,
         coalesce(array_agg(id) filter (where "stateBefore" = 'current'
             and state <> 'current'), '{}') as lost,
         coalesce(array_agg(id) filter (where affecting), '{}') as affecting
    from compared`
