import { hasRow } from '../../db/rows.js'
import { ITEM_JOINS, ITEM_STATE } from '../listing/item-columns.js'

/** 1C's own item, which a linked line is sent as. */
export interface SentItem {
  /** GUID, or GUID#GUID. */
  itemId: string
  /** If this is a characteristic, the name of its item; null: no longer stored. */
  name: string | null
  article: string | null
  unit: string | null
  vat: string | null
  state: 'current' | 'deleted' | 'gone'
  /** It goes on under the line's own id (with article and name of the item), or not; null: not sent yet. */
  underLineId: boolean | null
}

/** By line id; null: no line is linked. */
export type SentItems = Readonly<Record<string, SentItem>> | null

/**
 * The items that an order's lines are linked to, as JSON; `entry` has `first_sent_at`, `links_at`,
 * `line_ids`.
 * An order sent earlier keeps the links and ids of the answer that sent it first: 1C would put another item
 * into its document. One never sent has the links of `unsentAt` (SQL), when the answer that is being written
 * began, or the current ones.
 */
export function sentItemsOf(integration: string, content: string, entry: string, unsentAt = 'null'): string {
  const firstSentAt = `${entry}.first_sent_at`
  const linksAt = `coalesce(${entry}.links_at, ${firstSentAt}, ${unsentAt})`
  const isLinked = `catalogue_link known where known.integration_key = ${integration}`
  return `
    case when ${hasRow(isLinked, 'known.line_id')} then (
      select json_object_agg(
               link.line_id,
               json_build_object('itemId', link.item_id, 'name', item.name, 'article', item.article,
                                 'unit', item.unit, 'vat', item.vat,
                                 'state', coalesce(item.state, 'gone'),
                                 'underLineId', case when ${firstSentAt} is not null
                                                     then coalesce(${entry}.line_ids, false) end))
        from catalogue_link link
        left join lateral (
          select coalesce(nullif(b.name, ''), nullif(i.name, '')) as name,
                 coalesce(i.article, b.article) as article,
                 coalesce(u.details->>'code', i.unit_code, b.unit_code) as unit,
                 coalesce(i.vat, b.vat) as vat, ${ITEM_STATE} as state
            from catalogue_item i ${ITEM_JOINS}
           where i.integration_key = link.integration_key and i.item_id = link.item_id) item on true
       where link.integration_key = ${integration}
         and link.line_id in (select line->>'id' from json_array_elements(${content}->'lines') line)
         and case when ${linksAt} is null then link.until is null
                  else link.since <= ${linksAt} and (link.until is null or link.until > ${linksAt}) end)
    end`
}
