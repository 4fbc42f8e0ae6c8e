import type { LinkedItem } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { articleKey, foldText } from '../item-facts.js'
import { ITEM_JOINS, LINKED_COLUMNS } from '../listing/item-columns.js'
import { type LinkedItemRow, toLinkedItem } from './link.js'

export interface LineToLink {
  lineId: string
  name?: string | undefined
  article?: string | undefined
}

export interface Suggestion {
  item: LinkedItem
  /** Up to 1: the article is the same. */
  score: number
  by: 'article' | 'name'
}

/** Items compared with one name; normally includes all that share the most words with it. */
const CANDIDATES = 200
/** Names that score lower have next to nothing in common. */
const MIN_SCORE = 0.34

/** Items that a line may be: those with the same article, else those whose names share words with it. */
export async function suggestItems(
  db: Queryable,
  { integrationKey, companyId }: { integrationKey: number; companyId: string },
  lines: readonly LineToLink[],
  limit: number,
): Promise<{ lineId: string; suggestions: Suggestion[] }[]> {
  const names = await firstNames(db, companyId, lines)
  const { rows } = await db.query<LinkedItemRow & { at: number; score: number; by: Suggestion['by'] }>(SQL, [
    integrationKey,
    lines.map(({ lineId, name }) => foldText(name ?? names.get(lineId) ?? '').replace(/[\\\0]/g, ' ')),
    lines.map(({ lineId, article }) => articleKey(article ?? lineId)),
    limit,
    `'~${integrationKey}'`,
    CANDIDATES,
    MIN_SCORE,
  ])
  return lines.map(({ lineId }, index) => ({
    lineId,
    suggestions: rows
      .filter(({ at }) => at === index + 1)
      .map(({ score, by, ...row }) => ({ item: toLinkedItem(row), score, by })),
  }))
}

/** The first name that a line came with. */
async function firstNames(
  db: Queryable,
  companyId: string,
  lines: readonly LineToLink[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ lineId: string; name: string }>(
    'select line_id as "lineId", name from item_name where company_id = $1 and line_id = any($2)',
    [companyId, lines.map(({ lineId }) => lineId)],
  )
  return new Map(rows.map(({ lineId, name }) => [lineId, name]))
}

// The score of a name is twice the common words divided by all words of both; an equal article outweighs it.
const SQL = `
  with lines as materialized (
    select at, article, words,
           (select string_agg(quote_literal(word), ' & ')::tsquery from unnest(words) word) as every,
           (select string_agg(quote_literal(word), ' | ')::tsquery from unnest(words) word) as "any"
      from (select at, article, tsvector_to_array(to_tsvector('russian', name)) as words
              from unnest($2::text[], $3::text[]) with ordinality as l(name, article, at)) l)
  select l.at::int, s.score, s.by, m.*
    from lines l
    cross join lateral (
      select item_id, max(score)::float8 as score, min(by) as by
        from (
          (select item_id, 1.0 as score, 'article' as by from catalogue_item
            where integration_key = $1 and article_key = l.article and state = 'current'
            order by item_id limit $4)
          union all
          (select c.item_id,
                  round(1.98 * (select count(*) from unnest(c.words) w where w = any(l.words))
                        / nullif(cardinality(c.words) + cardinality(l.words), 0), 2) as score,
                  'name'
             from (
               select item_id, tsvector_to_array(to_tsvector('russian', sort_key)) as words
                 from (
                   (select item_id, sort_key from catalogue_item
                     where search @@ ($5::tsquery && l.every) and state = 'current' limit $6)
                   union
                   (select item_id, sort_key from catalogue_item
                     where search @@ ($5::tsquery && l."any") and state = 'current' limit $6)
                 ) near) c)) candidates
       where score >= $7 group by item_id order by 2 desc, item_id limit $4) s
    cross join lateral (
      select ${LINKED_COLUMNS} from catalogue_item i ${ITEM_JOINS}
       where i.integration_key = $1 and i.item_id = s.item_id) m
   where m.state = 'current'
   order by l.at, s.score desc, s.item_id`
