import type { Queryable } from '../../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../../db/page.js'
import { latestEntries } from '../../outbox/entries/entry-sql.js'
import { foldText } from '../item-facts.js'
import { ITEM_BASE, ITEM_JOINS, ITEM_STATE, LINKED_COLUMNS } from '../listing/item-columns.js'
import { differences, type Link, type LinkState, toLinkedItem } from './link.js'

export interface LinkRequest extends PageRequest {
  state?: LinkState | undefined
  q?: string | undefined
  /** How many of the integration's latest orders are searched for lines. */
  orders: number
  /** The order with which their JSON reaches this many bytes is the last one. */
  bytes: number
}

interface LinkRow {
  lineId: string
  name: string | null
  unit: string | null
  vat: string | null
  uses: number
  state: LinkState
  since: Date | null
  item: Parameters<typeof toLinkedItem>[0] | null
}

/** Lines of the latest orders, and all linked ones; most used first. */
export async function listLinks(
  db: Queryable,
  integrationKey: number,
  { state, q, limit, cursor, orders, bytes }: LinkRequest,
): Promise<Page<Link> & { counts: Record<LinkState, number> }> {
  const after = readCursor(cursor, ['number', 'text'])
  const { rows } = await db.query<{ counts: Record<LinkState, number>; page: LinkRow[] }>(SQL, [
    integrationKey,
    orders,
    state ?? null,
    q ? `%${escapeLike(foldText(q.replaceAll('\0', '')))}%` : null,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit + 1,
    bytes,
  ])
  const { counts, page } = rows[0]!
  return {
    ...mapPage(
      toPage(page, limit, ({ uses, lineId }) => [uses, lineId]),
      toLink,
    ),
    counts: { ...NO_LINKS, ...counts },
  }
}

/** A line's link; an unknown line counts as unlinked. */
export async function getLink(db: Queryable, integrationKey: number, lineId: string): Promise<Link> {
  const { rows } = await db.query<LinkRow>(
    `select l.line_id as "lineId", null as name, null as unit, null as vat, 0 as uses, l.since,
            to_json(m) as item,
            case when m.state = 'current' then 'linked' else 'broken' end as state
       from catalogue_link l
       left join lateral (
         select ${LINKED_COLUMNS} from catalogue_item i ${ITEM_JOINS}
          where i.integration_key = l.integration_key and i.item_id = l.item_id) m on true
      where l.integration_key = $1 and l.line_id = $2 and l.until is null`,
    [integrationKey, lineId],
  )
  const [row] = rows
  return row ? toLink(row) : { ...UNLINKED, lineId }
}

const NO_LINKS: Record<LinkState, number> = { linked: 0, unlinked: 0, broken: 0 }

const UNLINKED = {
  name: null,
  unit: null,
  vat: null,
  uses: 0,
  state: 'unlinked',
  item: null,
  since: null,
  differs: [],
} as const satisfies Omit<Link, 'lineId'>

function toLink({ item, since, ...row }: LinkRow): Link {
  const linked = item && toLinkedItem(item)
  const differs = linked
    ? differences({ unit: row.unit, vat: row.vat }, { unit: linked.unit?.code ?? null, vat: linked.vat })
    : []
  return { ...row, item: linked, since: since && new Date(since), differs }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The same as foldText, in SQL: with locale C, `lower` does not change Russian letters. */
const foldSql = (text: string): string =>
  `translate(lower(${text}), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'абвгдеежзийклмнопрстуфхцчшщъыьэюяе')`

const SQL = `
  with recent as materialized (
    select key, content from (
      select o.key, o.content, o.size,
             sum(o.size) over (order by o.key desc rows unbounded preceding) as total
        from ${latestEntries('$1', '$2')} e
       cross join lateral (select key, content, content_size as size
                             from sale_order where key = e.order_key) o) latest
     where total - size < $8),
  used as materialized (
    select line->>'id' as line_id, count(distinct key)::int as uses,
           (array_agg(line order by key desc))[1] as latest
      from recent, json_array_elements(content->'lines') as line group by 1),
  links as materialized (
    select l.line_id, l.item_id, l.since, ${ITEM_STATE} as item_state
      from catalogue_link l
      left join lateral (
        select linked.* from catalogue_item linked
         where linked.integration_key = l.integration_key and linked.item_id = l.item_id
         order by linked.integration_key, linked.item_id limit 1) i on true
      ${ITEM_BASE}
     where l.integration_key = $1 and l.until is null),
  lines as materialized (
    select coalesce(s.line_id, l.line_id) as line_id, coalesce(s.uses, 0) as uses, s.latest, l.item_id,
           l.since,
           case when l.item_id is null then 'unlinked' when l.item_state = 'current' then 'linked'
                else 'broken' end as state
      from used s full join links l on l.line_id = s.line_id),
  page as (
    select n.line_id as "lineId", n.latest->>'name' as name, n.latest->>'unit' as unit,
           n.latest->>'vat' as vat, n.uses, n.state, n.since, to_json(m) as item
      from lines n
      left join lateral (
        select ${LINKED_COLUMNS} from catalogue_item i ${ITEM_JOINS}
         where i.integration_key = $1 and i.item_id = n.item_id) m on true
     where ($3::text is null or n.state = $3)
       and ($4::text is null or ${foldSql('n.line_id')} like $4 or ${foldSql("n.latest->>'name'")} like $4)
       and ($5::int is null or n.uses < $5 or n.uses = $5 and n.line_id > $6)
     order by n.uses desc, n.line_id limit $7)
  select coalesce((select json_object_agg(state, lines)
                     from (select state, count(*) as lines from lines group by state) c), '{}') as counts,
         coalesce((select json_agg(p) from page p), '[]') as page`
