import { hasRow } from '../../db/has-row.js'
import { ITEM_JOINS, ITEM_STATE } from '../listing/item-columns.js'

/** What an order's line goes out as where it is linked: 1C's own item. */
export interface SentItem {
  /** GUID, or GUID#GUID. */
  itemId: string
  /** Of the item itself, where this is a characteristic of it; null: it is not kept any more. */
  name: string | null
  article: string | null
  unit: string | null
  vat: string | null
  state: 'current' | 'deleted' | 'gone'
}

/** By the id of the line; null: none is linked. */
export type SentItems = Readonly<Record<string, SentItem>> | null

/**
 * The items that lines of an order are for an integration, as JSON; each argument is SQL. An order that its 1C was given before goes by
 * the links that held then, so that it is told the same way for ever: 1C would put another item into a document that it made already.
 */
export function sentItemsOf(integration: string, content: string, firstSentAt: string): string {
  return `
    case when ${hasRow(`catalogue_link known where known.integration_key = ${integration}`, 'known.line_id')} then (
      select json_object_agg(link.line_id, json_build_object(
               'itemId', link.item_id, 'name', item.name, 'article', item.article, 'unit', item.unit, 'vat', item.vat,
               'state', coalesce(item.state, 'gone')))
        from catalogue_link link
        left join lateral (
          select coalesce(nullif(b.name, ''), nullif(i.name, '')) as name, coalesce(i.article, b.article) as article,
                 coalesce(u.details->>'code', i.unit_code, b.unit_code) as unit, coalesce(i.vat, b.vat) as vat, ${ITEM_STATE} as state
            from catalogue_item i ${ITEM_JOINS}
           where i.integration_key = link.integration_key and i.item_id = link.item_id) item on true
       where link.integration_key = ${integration}
         and link.line_id in (select line->>'id' from json_array_elements(${content}->'lines') line)
         and case when ${firstSentAt} is null then link.until is null
                  else link.since <= ${firstSentAt} and (link.until is null or link.until > ${firstSentAt}) end)
    end`
}
