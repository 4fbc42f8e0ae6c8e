import type { Database, Queryable } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'
import type { RoundPauses } from '../catalogue-limits.js'
import { lockCatalogue } from '../lock-catalogue.js'
import { findBrokenLinks, recordCatalogueUpdate, requestFindingsOfLines } from './tally.js'

/** Items examined in one transaction. */
const AT_ONCE = 2000

/**
 * Integrations whose exchange of a whole catalogue has finished: 1C said so, it moved on to orders (a session that it opened
 * for these; a call that was refused before it had a session is none), or nothing, not even a picture, has come for long enough.
 * Waiting for a picture (content `other`) is limited, since nothing marks its end.
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
                           and s.opened_at < now() - make_interval(secs => $1::int) and not s.catalog and not s.summary_only
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
  tally: Moved[]
  /** Null until all items were looked at once. */
  replaced: string[] | null
  forgotten: string[]
  reached: string
  gone: number
  brokenLinks: string[]
}

/** How many items of a catalogue moved to another; with null, how many are left in one that the exchange says nothing of. */
interface Moved {
  described: boolean
  from: string
  to: string | null
  rows: number
}

/**
 * A file that was refused, broke off or could not be read, and was not read later; a broken archive, or a file that took too long, of the same sessions or since the exchange began: УТ may send each portion in a
 * session of its own, and a file that could not be unpacked says nothing of what it belongs to.
 */
const HAS_FAILED_FILE = `exists (
  select from catalogue_round_file f where f.integration_key = catalogue_round.integration_key and f.failed)
or exists (
  select from upload u
   where u.integration_key = catalogue_round.integration_key and u.type = 'catalog' and u.state = 'failed'
     -- The index of failed uploads is by location.
     and u.location_id = (select location_id from integration where key = catalogue_round.integration_key)
     and (u.finished_at >= catalogue_round.opened_at
          or u.session_id in (select f.session_id from catalogue_round_file f where f.integration_key = catalogue_round.integration_key)))`

/**
 * One step of marking items as gone that the exchange did not mention; false when finished and announced. If it shows that other
 * catalogues have been abandoned, all items are looked at once more. `keepDays`: how long whole catalogues have to come without
 * another until that counts as abandoned.
 */
export async function stepClosing(db: Database, integrationKey: number, keepDays: number): Promise<boolean> {
  return db.transaction(async tx => {
    await lockCatalogue(tx, integrationKey)
    const { rows } = await tx.query<ClosingRound>(
      `update catalogue_round set closing = true where integration_key = $1
       returning id, failed or ${HAS_FAILED_FILE} as failed, whole_items as "wholeItems", whole_offers as "wholeOffers",
                 tally, replaced, forgotten, reached, gone, broken_links as "brokenLinks"`,
      [integrationKey],
    )
    const [round] = rows
    if (!round) return false
    const { last, lost, moved } = round.failed ? NOTHING_LOST : await markGone(tx, integrationKey, round)
    const brokenLinks = [...round.brokenLinks, ...(await findBrokenLinks(tx, integrationKey, lost))]
    await requestFindingsOfLines(tx, integrationKey, lost)
    const gone = round.gone + lost.length
    const tally = addUp([...round.tally, ...moved])
    const isFirstLook = !round.failed && round.replaced === null
    if (
      last !== null ||
      (isFirstLook && (await findAbandoned(tx, integrationKey, { ...round, tally }, keepDays)))
    ) {
      await tx.query(
        'update catalogue_round set reached = $2, gone = $3, broken_links = $4, tally = $5 where integration_key = $1',
        [integrationKey, last ?? '', gone, brokenLinks, JSON.stringify(tally)],
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

const NOTHING_LOST = { last: null, lost: [] as string[], moved: [] as Moved[] }

/**
 * SQL for whether one of the whole catalogues of `ids`, an expression of text[], tells all of what belongs to `catalogue`. What
 * belongs to no known catalogue (null) belongs to any, and a catalogue without an id ('') tells all.
 */
const toldWholeBy = (ids: string, catalogue: string): string =>
  `(${ids} <> '{}' and (${catalogue} is null or ${catalogue} = any(${ids}) or '' = any(${ids})))`

/** The same of an item `i`, by the catalogues whose items, and those whose offers came whole. */
export const itemToldWholeBy = (items: string, offers: string, catalogue = 'i.catalogue_id'): string =>
  `case when i.described then ${toldWholeBy(items, catalogue)} else ${toldWholeBy(offers, catalogue)} end`

/**
 * SQL for whether an item `i` that its catalogue no longer has goes back to the one that it came from: that has not come whole
 * without it, as far as is known, and may come again.
 */
export const goesBack = (items: string, offers: string): string =>
  `(i.moved_from is not null and not ${itemToldWholeBy(items, offers, 'i.moved_from')}
    and exists (select from known_catalogue k
                 where k.integration_key = i.integration_key and k.catalogue_id = i.moved_from and k.overdue_since is null))`

async function markGone(
  tx: Queryable,
  integrationKey: number,
  { id, reached, wholeItems, wholeOffers, forgotten }: ClosingRound,
): Promise<{ last: string | null; lost: string[]; moved: Moved[] }> {
  const { rows } = await tx.query<{ last: string | null; lost: string[]; moved: Moved[] }>(
    `with looked_at as materialized (
       select item_id, described, catalogue_id, moved_from, seen_round is not distinct from $2 as mentioned,
              state = 'current' and seen_round is distinct from $2 as missing,
              ${itemToldWholeBy('$4::text[]', '$5::text[]')} or catalogue_id = any($7::text[]) as told,
              ${itemToldWholeBy('$4::text[]', '$5::text[]', 'moved_from')} as "toldBefore",
              ${goesBack('$4::text[]', '$5::text[]')} as "goesBack"
         from catalogue_item i where integration_key = $1 and item_id > $3 order by item_id limit $6),
     gone as (
       update catalogue_item i set state = 'gone', state_since = now(), changed_at = now(), moved_from = null from looked_at l
        where i.integration_key = $1 and i.item_id = l.item_id and l.missing and l.told and not l."goesBack" returning i.item_id),
     back as (
       update catalogue_item i set catalogue_id = l.moved_from, moved_from = null from looked_at l
        where i.integration_key = $1 and i.item_id = l.item_id and l.missing and l.told and l."goesBack"),
     settled as (
       update catalogue_item i set moved_from = null from looked_at l
        where i.integration_key = $1 and i.item_id = l.item_id and not l.mentioned and not (l.missing and l.told)
          and l.moved_from is not null and l."toldBefore"),
     moved as (
       select described, case when mentioned or told then moved_from else catalogue_id end as "from",
              case when mentioned then catalogue_id end as "to", count(*) as rows
         from looked_at
        where mentioned and moved_from is not null or missing and case when told then "goesBack" else catalogue_id is not null end
        group by 1, 2, 3)
     select case when (select count(*) from looked_at) = $6 then (select max(item_id) from looked_at) end as last,
            array(select item_id from gone) as lost,
            coalesce((select json_agg(moved) from moved), '[]') as moved`,
    [integrationKey, id, reached, wholeItems, wholeOffers, AT_ONCE, forgotten],
  )
  return rows[0]!
}

function addUp(tally: readonly Moved[]): Moved[] {
  const sums = new Map<string, Moved>()
  for (const { rows, ...way } of tally) {
    const key = JSON.stringify([way.described, way.from, way.to])
    sums.set(key, { ...way, rows: rows + (sums.get(key)?.rows ?? 0) })
  }
  return [...sums.values()]
}

/**
 * SQL for whether a known catalogue `k` is forgotten: missed for `days`, and still a day after a whole one showed that, since the
 * catalogues of one upload may come one after another.
 */
export const isForgotten = (days: string): string =>
  `(k.missed_since < now() - make_interval(days => ${days}) and k.overdue_since < now() - interval '1 day')`

/** SQL for whether no file named a catalogue `k` for a day: until then, the one that shares items with it may be of the same upload. */
export const UNNAMED_FOR_A_DAY = `(k.last_named_at is null or k.last_named_at < now() - interval '1 day')`

/**
 * Finds catalogues that the exchange did not name and tells all of nevertheless: replaced ones, of which more items moved to its
 * whole catalogues than are left, unless these came beside them, before or within a day; and those missed for `keepDays`. Returns
 * whether items are left in them.
 */
async function findAbandoned(
  tx: Queryable,
  integrationKey: number,
  { id, wholeItems, wholeOffers, tally }: ClosingRound,
  keepDays: number,
): Promise<boolean> {
  const { rows: files } = await tx.query<{ id: string }>(
    `select distinct catalogue_id as id from catalogue_round_file where integration_key = $1 and catalogue_id <> ''`,
    [integrationKey],
  )
  const named = files.map(catalogue => catalogue.id)
  const { rows: replaced } = await tx.query<{ from: string; described: boolean }>(
    `select t."from", t.described
       from jsonb_to_recordset($2) as t(described boolean, "from" text, "to" text, rows int)
       left join known_catalogue k on k.integration_key = $1 and k.catalogue_id = t."from"
       left join known_catalogue n on n.integration_key = $1 and n.catalogue_id = t."to"
      where t."from" <> all($3::text[]) and ${UNNAMED_FOR_A_DAY}
      group by 1, 2
     having sum(t.rows) filter (where t."to" = any(case when t.described then $4::text[] else $5::text[] end)
                                  and (k.last_named_at is null or n.first_named_at > k.last_named_at))
            > coalesce(sum(t.rows) filter (where t."to" is null), 0)`,
    [integrationKey, JSON.stringify(tally), named, wholeItems, wholeOffers],
  )
  const { rows: forgotten } = await tx.query<{ id: string }>(
    `delete from known_catalogue k where integration_key = $1 and ${isForgotten('$2')} returning catalogue_id as id`,
    [integrationKey, keepDays],
  )
  // A replaced one is not expected any more either: no item goes back to it.
  await tx.query(
    `update known_catalogue set overdue_since = now()
      where integration_key = $1 and overdue_since is null
        and (missed_since < now() - make_interval(days => $2) or catalogue_id = any($3::text[]))`,
    [integrationKey, keepDays, replaced.map(({ from }) => from)],
  )
  const replacedOf = (described: boolean) =>
    replaced.filter(catalogue => catalogue.described === described).map(({ from }) => from)
  await tx.query(
    `update catalogue_round
        set replaced = $2::text[], whole_items = whole_items || $2::text[], whole_offers = whole_offers || $3::text[], forgotten = $4
      where id = $1`,
    [id, replacedOf(true), replacedOf(false), forgotten.map(known => known.id)],
  )
  const left = tally.filter(({ to }) => to === null)
  const isAbandoned = ({ from, described }: Moved) =>
    forgotten.some(known => known.id === from) || replacedOf(described).includes(from)
  await tx.query(
    `insert into known_catalogue as k (integration_key, catalogue_id, missed_since)
     select $1, id, now() from (select catalogue_id from known_catalogue where integration_key = $1 and missed_since is null
                                union select unnest($2::text[])) known(id)
      where id <> all($3::text[])
     on conflict (integration_key, catalogue_id) do update set missed_since = coalesce(k.missed_since, now())`,
    [integrationKey, left.filter(catalogue => !isAbandoned(catalogue)).map(({ from }) => from), named],
  )
  return left.some(isAbandoned)
}

/** Only groups are always complete in a catalogue; prices and warehouses may be partial. */
async function markGroupsGone(tx: Queryable, integrationKey: number, round: number): Promise<void> {
  await tx.query(
    `with seen as materialized (
       select array(select distinct coalesce(catalogue_id, '')
                      from catalogue_reference where integration_key = $1 and kind = 'group' and seen_round = $2) as ids,
              replaced || forgotten as abandoned
         from catalogue_round where id = $2)
     update catalogue_reference r set state = 'gone', state_since = now() from seen
      where r.integration_key = $1 and r.kind = 'group' and r.state = 'current' and r.seen_round is distinct from $2
        and (${toldWholeBy('seen.ids', 'r.catalogue_id')} or r.catalogue_id = any(seen.abandoned))`,
    [integrationKey, round],
  )
}
