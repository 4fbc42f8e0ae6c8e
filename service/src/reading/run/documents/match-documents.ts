import type { Queryable } from '../../../db/database.js'
import { digitsSql, entriesByDigits, entryJoin } from '../../../outbox/entries/entry-sql.js'
import type { Candidate } from './recognize.js'

/** The orders that documents may be of, by what is known of them and by the digits of their numbers. */
export async function findCandidates(
  db: Queryable,
  { integrationKey, timezone }: { integrationKey: number; timezone: string },
  documents: readonly { ref: string; digits: string | undefined }[],
): Promise<Map<string, Candidate[]>> {
  const { rows } = await db.query<Candidate & { ref: string }>(
    `select d.ref, f.order_key as "orderKey", f.is_known as "isKnown",
            coalesce(${digitsSql('e.sent_number')} = d.digits, false) as "hasNumber",
            to_char(o.placed_at at time zone $4, 'YYYY-MM-DD') as "placedOn",
            array_remove(array[confirmed.content->>'total', sent.content->>'total', o.total::text], null)
              as totals,
            coalesce(confirmed.content, o.content)->'customer' as customer,
            f.version, f.earlier as "earlierVersions"
       from unnest($2::uuid[], $3::text[]) as d(ref, digits)
      cross join lateral (
        select order_key, true as is_known, data_version as version, earlier_versions as earlier
          from read_document where integration_key = $1 and ref = d.ref
         union all
        select order_key, false, null, null from ${entriesByDigits('$1', 'd.digits')} n) f
       join ${entryJoin('e', '$1', 'f.order_key')}
       join sale_order o on o.key = f.order_key
       left join order_revision confirmed
         on confirmed.order_key = o.key and confirmed.revision = e.confirmed_revision
       left join order_revision sent on sent.order_key = o.key and sent.revision = e.sent_revision`,
    [
      integrationKey,
      documents.map(({ ref }) => ref),
      documents.map(({ digits }) => digits ?? null),
      timezone,
    ],
  )
  const candidates = new Map<string, Candidate[]>()
  for (const { ref, ...candidate } of rows) {
    const known = candidates.get(ref)
    if (known) known.push(candidate)
    else candidates.set(ref, [candidate])
  }
  return candidates
}
