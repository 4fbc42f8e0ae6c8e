import type { Database, Queryable } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'
import { lockCatalogue } from '../catalogue.js'
import { findBrokenLinks, recordCatalogueUpdate, requestFindingsOfLines } from './tally.js'

/** An import counts as finished so long after 1C has gone on to its orders. */
const SETTLE = `interval '15 seconds'`
/** Or without anything new. */
const QUIET = `interval '120 seconds'`

/**
 * Integrations whose import is to be closed: 1C reported its end, it moved on to orders (a session that it
 * opened for these), or nothing has come for long enough. A file that is still being read is waited for.
 */
export async function listFinishedImports(db: Queryable): Promise<{ key: number }[]> {
  const { rows } = await db.query<{ key: number }>(
    `select integration_key as key from catalogue_import c
      where (over or closing
             or last_file_at < now() - ${QUIET}
                and not exists (select from upload u
                                 where u.integration_key = c.integration_key and u.type = 'catalog'
                                   and u.state = 'receiving' and u.last_part_at > now() - ${QUIET})
             or exists (select from exchange_session s
                         where s.integration_key = c.integration_key and s.opened_at > c.last_file_at
                           and s.id >= ${LAST_FILE_DAY}
                           and s.opened_at < now() - ${SETTLE}
                           and not s.catalog and not s.summary_only
                           and not exists (select from upload u where u.session_id = s.id)))
        and not exists (select from upload u
                         where u.integration_key = c.integration_key and u.type = 'catalog'
                           and u.content <> 'other' and u.state = 'complete')
      order by last_file_at limit 100`,
  )
  return rows
}

/** The first session id of the day of the last file, so that earlier days stay unread. */
const LAST_FILE_DAY = `floor(extract(epoch from c.last_file_at) / 86400)::bigint * ${IDS_A_DAY}`

const AT_ONCE = 2000
const UNCHANGED = { added: 0, changed: 0 }

interface ClosingImport {
  id: number
  doubtful: boolean
  wholeItems: string[]
  wholeOffers: string[]
  reached: string
  gone: number
  brokenLinks: string[]
}

/** A file of its time failed or is still arriving: nobody knows what it holds. */
const LACKS_FILE = `exists (
  select from upload u
   where u.integration_key = c.integration_key and u.type = 'catalog'
     and (u.state = 'receiving' and u.content <> 'other'
          or u.state = 'failed'
             -- The index of failed uploads is by location.
             and u.location_id = (select location_id from integration where key = c.integration_key)
             and (u.finished_at >= c.opened_at
                  or u.session_id in (select session_id from catalogue_import_file f
                                       where f.import_id = c.id))))`

/**
 * 1C has not reported the end, and half of the items are missing: it may have sent one portion of several,
 * and be preparing the next, or have failed.
 */
const MAY_BE_A_PORTION = `not over and not closing and (
  select count(*) filter (where i.seen_import is distinct from c.id) * 2 >= count(*) and count(*) > 0
    from catalogue_item i
   where i.integration_key = c.integration_key and i.state = 'current'
     and ${otherCatalogues('c.whole_items', 'c.whole_offers')} = '{}')`

/**
 * One step of marking items as gone that a finished import did not name; false when it is done and
 * announced. Repeating it is harmless. In any doubt nothing is gone.
 */
export async function stepClosing(db: Database, integrationKey: number): Promise<boolean> {
  return db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    const { rows } = await tx.query<ClosingImport>(
      `update catalogue_import c set closing = true, doubtful = doubtful or ${LACKS_FILE} or ${MAY_BE_A_PORTION}
        where integration_key = $1
       returning id, doubtful, whole_items as "wholeItems", whole_offers as "wholeOffers", reached, gone,
                 broken_links as "brokenLinks"`,
      [integrationKey],
    )
    const [ending] = rows
    if (!ending) return false
    if (ending.doubtful) {
      await tx.query('delete from catalogue_import where id = $1', [ending.id])
      return false
    }
    const { last, lost } = await markItemsGone(tx, integrationKey, ending)
    const gone = ending.gone + lost.length
    const brokenLinks = [...ending.brokenLinks, ...(await findBrokenLinks(tx, integrationKey, lost))]
    await requestFindingsOfLines(tx, integrationKey, lost)
    if (last !== null) {
      await tx.query('update catalogue_import set reached = $2, gone = $3, broken_links = $4 where id = $1', [
        ending.id,
        last,
        gone,
        brokenLinks,
      ])
      return true
    }
    await markGroupsGone(tx, integrationKey, ending)
    await tx.query('delete from catalogue_import where id = $1', [ending.id])
    if (gone > 0)
      await recordCatalogueUpdate(tx, integrationKey, { ...UNCHANGED, whole: true, gone, brokenLinks })
    return false
  })
}

/** The catalogues of item `i` that did not come whole, as SQL; given are those that did. */
export function otherCatalogues(items: string, offers: string): string {
  return `array(select unnest(i.catalogue_ids)
         except select unnest(case when i.described then ${items} else ${offers} end))`
}

/** An item that several catalogues have is gone once each of them has come whole without it. */
async function markItemsGone(
  tx: Queryable,
  integrationKey: number,
  { id, reached, wholeItems, wholeOffers }: ClosingImport,
): Promise<{ last: string | null; lost: string[] }> {
  const { rows } = await tx.query<{ last: string | null; lost: string[] }>(
    `with looked_at as materialized (
       select item_id, catalogue_ids, state = 'current' and seen_import is distinct from $2 as missing,
              ${otherCatalogues('$4::text[]', '$5::text[]')} as others
         from catalogue_item i where integration_key = $1 and item_id > $3 order by item_id limit $6),
     changed as (
       update catalogue_item i
          set catalogue_ids = l.others,
              state = case when l.others = '{}' then 'gone' else i.state end,
              state_since = case when l.others = '{}' then now() else i.state_since end,
              changed_at = case when l.others = '{}' then now() else i.changed_at end
         from looked_at l
        where i.integration_key = $1 and i.item_id = l.item_id and l.missing
          and cardinality(l.others) < cardinality(l.catalogue_ids)
       returning i.item_id, i.state)
     select case when (select count(*) from looked_at) = $6
                 then (select max(item_id) from looked_at) end as last,
            array(select item_id from changed where state = 'gone') as lost`,
    [integrationKey, id, reached, wholeItems, wholeOffers, AT_ONCE],
  )
  return rows[0]!
}

/** Only groups are always complete in a catalogue that has any; prices and warehouses may be partial. */
async function markGroupsGone(
  tx: Queryable,
  integrationKey: number,
  { id, wholeItems }: ClosingImport,
): Promise<void> {
  await tx.query(
    `update catalogue_reference r set state = 'gone', state_since = now()
      where integration_key = $1 and kind = 'group' and state = 'current' and seen_import is distinct from $2
        and catalogue_id = any($3::text[])
        and exists (select from catalogue_reference seen
                     where seen.integration_key = $1 and seen.kind = 'group' and seen.seen_import = $2
                       and seen.catalogue_id = r.catalogue_id)`,
    [integrationKey, id, wholeItems],
  )
}
