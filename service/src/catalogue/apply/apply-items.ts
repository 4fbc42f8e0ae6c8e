import type { Queryable } from '../../db/database.js'
import type { ApplyContext } from './apply-references.js'
import { type Applied, NOTHING_APPLIED } from './tally.js'

/**
 * Saves the items of a catalogue, given as a JSON array of rows. Unchanged ones are only marked as seen. Characteristics come
 * with the items or with the offers.
 */
export async function applyItems(
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
 * CTEs: `given`, the rows of $2; `known`, those that integration $1 already has, whether they would change, and whether in what findings of
 * linked lines depend on.
 */
export const ITEMS_COMPARED = `
  given as materialized (
    select * from json_to_recordset($2::json) as g(
      id text, base text, name text, "sortKey" text, "fullName" text, article text, "articleKey" text, barcode text, "unitCode" text,
      "unitName" text, vat text, kind text, groups text[], characteristics jsonb, state text, words text, parts text)),
  known as materialized (
    select i.item_id as id, i.state,
           (i.state, i.name, i.unit_code, i.unit_name, i.vat) is distinct from
             (g.state, g.name, g."unitCode", g."unitName", g.vat) as affecting,
           not i.described or i.state <> g.state
             or i.characteristics is distinct from coalesce(g.characteristics, i.characteristics)
             or (i.name, i.full_name, i.article, i.barcode, i.unit_code, i.unit_name, i.vat, i.kind, i.group_ids) is distinct from
                (g.name, g."fullName", g.article, g.barcode, g."unitCode", g."unitName", g.vat, g.kind, g.groups) as differs
      from catalogue_item i join given g on g.id = i.item_id where i.integration_key = $1)`

/** SQL for the catalogue that told item `i` before, once `to` is the one that tells it. */
export const movedFrom = (to: string): string =>
  `case when i.catalogue_id <> ${to} then i.catalogue_id else i.moved_from end`

const SQL = `
  with ${ITEMS_COMPARED},
  written as (
    insert into catalogue_item as i (
      integration_key, item_id, base_id, described, state, seen_round, name, sort_key, full_name, article, article_key, barcode,
      unit_code, unit_name, vat, kind, group_ids, characteristics, search, catalogue_id)
    select $1, g.id, g.base, true, g.state, $3, g.name, g."sortKey", g."fullName", g.article, g."articleKey", g.barcode,
           g."unitCode", g."unitName", g.vat, g.kind, g.groups, coalesce(g.characteristics, i.characteristics, '[]'),
           to_tsvector('russian', g.words) || to_tsvector('simple', g.parts) || array_to_tsvector(array[$4]), $5
      from given g left join known k on k.id = g.id
      left join catalogue_item i on i.integration_key = $1 and i.item_id = g.id
     where k.id is null or k.differs
     order by g.id
    on conflict (integration_key, item_id) do update
       set described = true, state = excluded.state, name = excluded.name, sort_key = excluded.sort_key, full_name = excluded.full_name,
           article = excluded.article, article_key = excluded.article_key, barcode = excluded.barcode, unit_code = excluded.unit_code,
           unit_name = excluded.unit_name, vat = excluded.vat, kind = excluded.kind, group_ids = excluded.group_ids,
           characteristics = excluded.characteristics, search = excluded.search,
           seen_round = coalesce(excluded.seen_round, i.seen_round), catalogue_id = coalesce(excluded.catalogue_id, i.catalogue_id),
           moved_from = ${movedFrom('excluded.catalogue_id')}, changed_at = now(),
           state_since = case when i.state = excluded.state then i.state_since else now() end),
  seen as (
    update catalogue_item i set seen_round = coalesce($3, i.seen_round), catalogue_id = coalesce($5, i.catalogue_id),
           moved_from = ${movedFrom('$5')} from known k
     where i.integration_key = $1 and i.item_id = k.id and not k.differs
       and (i.seen_round, i.catalogue_id) is distinct from (coalesce($3, i.seen_round), coalesce($5, i.catalogue_id)))
  select (select count(*)::int from given g where not exists (select from known k where k.id = g.id)) as added,
         (select count(*)::int from known where differs) as changed,
         array(select g.id from given g join known k on k.id = g.id where k.state = 'current' and g.state <> 'current') as lost,
         array(select g.id from given g left join known k on k.id = g.id where k.id is null or k.affecting) as affecting`
