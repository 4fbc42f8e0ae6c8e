import type { Queryable } from '../../db/database.js'
import { type Applied, NOTHING_APPLIED } from './tally.js'

export interface ApplyContext {
  integrationKey: number
  /** The catalogue that this is of; null if it names none. */
  catalogueId: string | null
  /** The exchange of whole catalogues that this belongs to, if any. */
  round: number | null
}

/** Saves groups, price types, warehouses and units, given as a JSON array of rows. Only items are counted, not these. */
export async function applyReferences(
  tx: Queryable,
  { integrationKey, catalogueId, round }: ApplyContext,
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
    `insert into catalogue_reference as r (integration_key, kind, id, name, parent_id, details, state, seen_round, catalogue_id)
     select $1, g.kind, g.id, g.name, g.parent, g.details, g.state, $3, case when g.kind = 'group' then $4 end
       from json_to_recordset($2::json) as g(kind text, id text, name text, parent text, details jsonb, state text)
     on conflict (integration_key, kind, id) do update
        set name = excluded.name, parent_id = excluded.parent_id, details = excluded.details, state = excluded.state,
            state_since = case when r.state = excluded.state then r.state_since else now() end,
            seen_round = coalesce(excluded.seen_round, r.seen_round),
            catalogue_id = coalesce(excluded.catalogue_id, r.catalogue_id)
      where (r.name, r.parent_id, r.details, r.state) is distinct from
            (excluded.name, excluded.parent_id, excluded.details, excluded.state)
         or excluded.seen_round is not null and r.seen_round is distinct from excluded.seen_round
         or excluded.catalogue_id is not null and r.catalogue_id is distinct from excluded.catalogue_id`,
    [integrationKey, rows, round, catalogueId],
  )
  return { ...NOTHING_APPLIED, affecting: units.map(({ id }) => id) }
}
