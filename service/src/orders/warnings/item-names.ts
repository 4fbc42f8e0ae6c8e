import { WORDS } from '@obmen/codec'
import type { Order } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { ORDER_LIMITS, truncateText } from '../intake/read/order-limits.js'
import type { OrderWarning } from './order-warnings.js'
import { inEachLanguage } from './texts.js'

/** A line's id and its name. */
export interface ItemName {
  id: string
  name: string
}

/** Characters that are compared; longer names are cut. */
const LENGTH = 200
const BLANKS = /\s+/g
const NAMES_AT_ONCE = 5000

/** The names of an order's lines as they are stored and compared, the delivery as the last. */
export function itemsOf({ lines, delivery }: Pick<Order, 'lines' | 'delivery'>): ItemName[] {
  const named = delivery ? [...lines, { id: WORDS.deliveryId, name: delivery.name }] : lines
  return named.map(({ id, name }) => ({ id, name: truncateText(name.replace(BLANKS, ' '), LENGTH) }))
}

/** Whether two names differ in more than letter case. */
export function namesDiffer(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() !== other.toLowerCase()
}

interface NamedItem {
  companyId: string
  id: string
  /** The first known name. */
  name: string
}

/**
 * For each of these orders, the first names of its lines' ids that had another name in their company.
 * `record`: stores first names, in one order, and only new ones or those not seen for a week.
 */
export async function compareItemNames(
  tx: Queryable,
  orders: readonly { companyId: string; items: readonly ItemName[] }[],
  record: boolean,
): Promise<Map<string, string>[]> {
  const first = new Map<string, NamedItem>()
  for (const { companyId, items } of orders)
    for (const { id, name } of items) {
      const key = companyId + id
      if (!first.has(key)) first.set(key, { companyId, id, name })
    }
  const sorted = [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name)
  for (let start = 0; start < sorted.length; start += NAMES_AT_ONCE)
    await loadFirstNames(tx, sorted.slice(start, start + NAMES_AT_ONCE), record)
  return orders.map(({ companyId, items }) => {
    const others = new Map<string, string>()
    for (const { id, name } of items) {
      const known = first.get(companyId + id)!
      if (namesDiffer(known.name, name)) others.set(id, known.name)
    }
    return others
  })
}

/** Replaces the names of known ids by the first name, and stores new ones. */
async function loadFirstNames(tx: Queryable, names: readonly NamedItem[], record: boolean): Promise<void> {
  const { rows } = await tx.query<{ place: number; name: string }>(
    `with compared as materialized (
       select g.*, i.name as known, i.last_seen
         from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality
                as g(company_id, line_id, name, place)
         left join lateral (
           select * from item_name i
            where i.company_id = g.company_id and i.line_id = g.line_id limit 1) i on true),
     written as (
       insert into item_name (company_id, line_id, name)
       select company_id, line_id, name from compared
        where $4 and (known is null or last_seen < current_date - 7) order by place
       on conflict (company_id, line_id) do update set last_seen = current_date
       returning company_id, line_id, name)
     select c.place, coalesce(c.known, w.name) as name
       from compared c left join written w using (company_id, line_id)
      where coalesce(c.known, w.name) <> c.name`,
    [
      names.map(({ companyId }) => companyId),
      names.map(({ id }) => id),
      names.map(({ name }) => name),
      record,
    ],
  )
  for (const { place, name } of rows) names[place - 1]!.name = name
}

/** Warnings about ids that had another name before. */
export function reusedIds(
  items: readonly ItemName[],
  firstNames: ReadonlyMap<string, string>,
): OrderWarning[] {
  if (firstNames.size === 0) return []
  const warnings: OrderWarning[] = []
  for (const [index, { id, name }] of items.entries()) {
    const first = id === WORDS.deliveryId ? undefined : firstNames.get(id)
    if (first === undefined || !namesDiffer(first, name) || warnings.length >= ORDER_LIMITS.problems) continue
    const reused = { line: index + 1, id, before: first, now: name }
    const message = inEachLanguage(texts => texts.itemIdReused(reused))
    warnings.push({ code: 'item-id-reused', path: `/lines/${index}/id`, message })
  }
  return warnings
}
