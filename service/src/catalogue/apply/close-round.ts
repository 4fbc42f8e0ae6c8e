import type { Database, Queryable } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'
import type { RoundPauses } from '../catalogue-limits.js'
import { lockCatalogue } from '../lock-catalogue.js'
import { findBrokenLinks, recordCatalogueUpdate, requestFindingsOfLines } from './tally.js'

/** Items examined in one transaction. */
const AT_ONCE = 2000

/**
 * Integrations whose exchange of a whole catalogue has finished: 1C said so, it moved on to orders (its next session brought
 * no file), or nothing, not even a picture, has come for long enough. Waiting for a picture (content `other`) is limited,
 * since nothing marks its end.
 */
export async function listFinishedRounds(
  db: Queryable,
  { settleSeconds, portionSeconds }: RoundPauses,
): Promise<{ key: number; locationId: string }[]> {
  const { rows } = await db.query<{ key: number; locationId: string }>(
    `select i.key, i.location_id as "locationId" from catalogue_round r join integration i on i.key = r.integration_key
      where (r.over or r.closing
             or r.last_file_at < now() - ${PAUSE}
                and not exists (select from upload u where u.integration_key = r.integration_key and u.type = 'catalog'
                                                       and u.state in ('receiving', 'complete') and u.last_part_at > now() - ${PAUSE})
             or exists (select from exchange_session s
                         where s.integration_key = r.integration_key and s.opened_at > r.last_file_at and s.id >= ${LAST_FILE_DAY}
                           and s.opened_at < now() - make_interval(secs => $1::int)
                           and not exists (select from upload u where u.session_id = s.id)))
        and not exists (select from upload u
                         where u.integration_key = r.integration_key and u.type = 'catalog' and u.content <> 'other'
                           and u.state in ('receiving', 'complete'))
      order by row_number() over (partition by i.location_id order by r.last_file_at), r.last_file_at limit 100`,
    [settleSeconds, portionSeconds],
  )
  return rows
}

/** The first id of the day of the last file: the tables of earlier days, which nobody else reads, stay unread. */
const LAST_FILE_DAY = `floor(extract(epoch from r.last_file_at) / 86400)::bigint * ${IDS_A_DAY}`
const PAUSE = 'make_interval(secs => case when r.in_portions then $2::int else $1::int end)'

interface ClosingRound {
  id: number
  failed: boolean
  wholeItems: string[]
  wholeOffers: string[]
  reached: string
  gone: number
  brokenLinks: string[]
}

/**
 * A broken archive, or a file that took too long, of the same sessions or since the exchange began: УТ may send each portion in a
 * session of its own, and a file that could not be unpacked says nothing of what it belongs to.
 */
const HAS_FAILED_FILE = `exists (
  select from upload u
   where u.integration_key = catalogue_round.integration_key and u.type = 'catalog' and u.state = 'failed'
     -- The index of failed uploads is by location.
     and u.location_id = (select location_id from integration where key = catalogue_round.integration_key)
     and (u.finished_at >= catalogue_round.opened_at
          or u.session_id in (select split_part(file, ' ', 1)::bigint from unnest(catalogue_round.files) file)))`

/** One step of marking items as gone that the exchange did not mention; false when finished and announced. */
export async function stepClosing(db: Database, integrationKey: number): Promise<boolean> {
  return db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    const { rows } = await tx.query<ClosingRound>(
      `update catalogue_round set closing = true where integration_key = $1
       returning id, failed or ${HAS_FAILED_FILE} as failed, whole_items as "wholeItems", whole_offers as "wholeOffers", reached, gone, broken_links as "brokenLinks"`,
      [integrationKey],
    )
    const [round] = rows
    if (!round) return false
    const { last, lost } = round.failed ? NOTHING_LOST : await markGone(tx, integrationKey, round)
    const brokenLinks = [...round.brokenLinks, ...(await findBrokenLinks(tx, integrationKey, lost))]
    await requestFindingsOfLines(tx, integrationKey, lost)
    const gone = round.gone + lost.length
    if (last !== null) {
      await tx.query(
        'update catalogue_round set reached = $2, gone = $3, broken_links = $4 where integration_key = $1',
        [integrationKey, last, gone, brokenLinks],
      )
      return true
    }
    if (!round.failed) await markGroupsGone(tx, integrationKey, round.id)
    await tx.query('delete from catalogue_round where integration_key = $1', [integrationKey])
    if (gone > 0)
      await recordCatalogueUpdate(tx, integrationKey, {
        whole: true,
        added: 0,
        changed: 0,
        gone,
        brokenLinks,
      })
    return false
  })
}

const NOTHING_LOST = { last: null, lost: [] as string[] }

/**
 * SQL for whether one of the whole catalogues of `ids`, an expression of text[], tells all of what `row` belongs to. A row of which
 * no catalogue is known belongs to any, and a catalogue without an id ('') tells all.
 */
const toldWholeBy = (ids: string, row: string): string =>
  `(${ids} <> '{}' and (${row}.catalogue_id is null or ${row}.catalogue_id = any(${ids}) or '' = any(${ids})))`

/** The same of an item `i`, by the catalogues whose items, and those whose offers came whole. */
export const itemToldWholeBy = (items: string, offers: string): string =>
  `case when i.described then ${toldWholeBy(items, 'i')} else ${toldWholeBy(offers, 'i')} end`

async function markGone(
  tx: Queryable,
  integrationKey: number,
  { id, reached, wholeItems, wholeOffers }: ClosingRound,
): Promise<{ last: string | null; lost: string[] }> {
  const { rows } = await tx.query<{ last: string | null; lost: string[] }>(
    `with looked_at as materialized (
       select item_id, state = 'current' and seen_round is distinct from $2
                       and ${itemToldWholeBy('$4::text[]', '$5::text[]')} as unmentioned
         from catalogue_item i where integration_key = $1 and item_id > $3 order by item_id limit $6),
     gone as (
       update catalogue_item i set state = 'gone', state_since = now(), changed_at = now() from looked_at l
        where i.integration_key = $1 and i.item_id = l.item_id and l.unmentioned returning i.item_id)
     select case when (select count(*) from looked_at) = $6 then (select max(item_id) from looked_at) end as last,
            array(select item_id from gone) as lost`,
    [integrationKey, id, reached, wholeItems, wholeOffers, AT_ONCE],
  )
  return rows[0]!
}

/** Only groups are always complete in a catalogue; prices and warehouses may be partial. */
async function markGroupsGone(tx: Queryable, integrationKey: number, round: number): Promise<void> {
  await tx.query(
    `with seen as materialized (
       select array_agg(distinct coalesce(catalogue_id, '')) as ids
         from catalogue_reference where integration_key = $1 and kind = 'group' and seen_round = $2)
     update catalogue_reference r set state = 'gone', state_since = now() from seen
      where r.integration_key = $1 and r.kind = 'group' and r.state = 'current' and r.seen_round is distinct from $2
        and ${toldWholeBy('seen.ids', 'r')}`,
    [integrationKey, round],
  )
}
