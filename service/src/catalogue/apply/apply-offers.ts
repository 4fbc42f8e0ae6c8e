import type { Queryable } from '../../db/database.js'
import { movedFrom } from './apply-items.js'
import type { ApplyContext } from './apply-references.js'
import { type Applied, NOTHING_APPLIED } from './tally.js'

/**
 * Saves prices, stock and characteristics, given as a JSON array of rows. What an offer doesn't contain stays as it was,
 * because 3.x sends prices and stock in separate files; descriptions from the catalogue are not overwritten.
 */
export async function applyOffers(
  tx: Queryable,
  { integrationKey, catalogueId, round }: ApplyContext,
  rows: string,
): Promise<Applied> {
  if (rows === '[]') return NOTHING_APPLIED
  const applied = await tx.query<Applied>(SQL, [
    ...[integrationKey, rows, round, `~${integrationKey}`, catalogueId],
  ])
  return applied.rows[0]!
}

/**
 * A CTE `compared`: the rows of $2, each merged with what integration $1 already has, whether that would change, and whether in what
 * findings of linked lines depend on. `tag` is SQL for the integration's marker in the search index.
 */
export const offersCompared = (tag: string): string => `
  given as materialized (
    select * from json_to_recordset($2::json) as g(
      id text, base text, name text, "sortKey" text, article text, "articleKey" text, barcode text, "unitCode" text, "unitName" text,
      vat text, characteristics jsonb, prices jsonb, quantity text, stock jsonb, state text, words text, parts text)),
  merged as materialized (
    select g.id, g.base, i.item_id is not null as known, i.state as "stateBefore",
           case when g.state = 'current' and i.described and i.state = 'deleted' then i.state else g.state end as state,
           case when i.described then i.name else coalesce(g.name, i.name, '') end as name,
           case when i.described then i.sort_key else coalesce(g."sortKey", i.sort_key, '') end as "sortKey",
           case when i.described then i.article else coalesce(g.article, i.article) end as article,
           case when i.described then i.article_key else coalesce(g."articleKey", i.article_key) end as "articleKey",
           case when i.described then i.barcode else coalesce(g.barcode, i.barcode) end as barcode,
           case when i.described then i.unit_code else coalesce(g."unitCode", i.unit_code) end as "unitCode",
           case when i.described then i.unit_name else coalesce(g."unitName", i.unit_name) end as "unitName",
           case when i.described then i.vat else coalesce(g.vat, i.vat) end as vat,
           coalesce(g.characteristics, i.characteristics, '[]') as characteristics,
           coalesce(g.prices, i.prices, '[]') as prices, coalesce(g.quantity, i.quantity) as quantity,
           coalesce(g.stock, i.stock, '[]') as stock,
           case when i.described or g.name is null and i.item_id is not null then i.search
                else to_tsvector('russian', g.words) || to_tsvector('simple', g.parts) || array_to_tsvector(array[${tag}]) end as search,
           (i.name, i.article, i.barcode, i.unit_code, i.unit_name, i.vat, i.quantity) as "textsBefore",
           (i.characteristics, i.prices, i.stock) as "listsBefore",
           (i.name, i.unit_code, i.unit_name, i.vat) as "linkedBefore"
      from given g left join catalogue_item i on i.integration_key = $1 and i.item_id = g.id),
  compared as materialized (
    select m.*, not known or state <> "stateBefore"
             or (name, article, barcode, "unitCode", "unitName", vat, quantity) is distinct from "textsBefore"
             or (characteristics, prices, stock) is distinct from "listsBefore" as differs,
           not known or state <> "stateBefore" or (name, "unitCode", "unitName", vat) is distinct from "linkedBefore" as affecting
      from merged m)`

/** An item that a catalogue describes stays in that one, whatever offers say. `given` is SQL for the catalogue that the offers are of. */
const offerCatalogue = (given: string): string =>
  `case when i.described then coalesce(i.catalogue_id, ${given}) else coalesce(${given}, i.catalogue_id) end`

const SQL = `
  with ${offersCompared('$4')},
  written as (
    insert into catalogue_item as i (
      integration_key, item_id, base_id, described, state, seen_round, name, sort_key, article, article_key, barcode, unit_code, unit_name,
      vat, characteristics, prices, quantity, stock, search, catalogue_id)
    select $1, id, base, false, state, $3, name, "sortKey", article, "articleKey", barcode, "unitCode", "unitName", vat, characteristics,
           prices, quantity, stock, search, $5
      from compared where differs order by id
    on conflict (integration_key, item_id) do update
       set state = excluded.state, name = excluded.name, sort_key = excluded.sort_key, article = excluded.article,
           article_key = excluded.article_key, barcode = excluded.barcode, unit_code = excluded.unit_code, unit_name = excluded.unit_name,
           vat = excluded.vat, characteristics = excluded.characteristics, prices = excluded.prices, quantity = excluded.quantity,
           stock = excluded.stock, search = excluded.search,
           seen_round = coalesce(excluded.seen_round, i.seen_round), catalogue_id = ${offerCatalogue('excluded.catalogue_id')},
           moved_from = ${movedFrom(offerCatalogue('excluded.catalogue_id'))}, changed_at = now(),
           state_since = case when i.state = excluded.state then i.state_since else now() end),
  seen as (
    update catalogue_item i set seen_round = coalesce($3, i.seen_round), catalogue_id = ${offerCatalogue('$5')},
           moved_from = ${movedFrom(offerCatalogue('$5'))} from compared c
     where i.integration_key = $1 and i.item_id = c.id and not c.differs
       and (i.seen_round, i.catalogue_id) is distinct from (coalesce($3, i.seen_round), ${offerCatalogue('$5')}))
  select count(*) filter (where not known)::int as added, count(*) filter (where known and differs)::int as changed,
         coalesce(array_agg(id) filter (where "stateBefore" = 'current' and state <> 'current'), '{}') as lost,
         coalesce(array_agg(id) filter (where affecting), '{}') as affecting
    from compared`
