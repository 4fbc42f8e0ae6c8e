import type { Order } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import { truncateText } from '../intake/read/truncate-text.js'
import type { OrderWarning } from './order-warning.js'
import { WARNING_TEXTS as TEXTS } from './texts.js'

/** A line's id and the name that it came with. */
export interface ItemName {
  id: string
  name: string
}

export interface NamedOrder {
  id: string
  companyId: string
  items: readonly ItemName[]
}

/** Longer names are compared by their beginning. */
const NAME_LENGTH = 200
const NAMES_AT_ONCE = 5000

export function itemsOf({ lines }: Pick<Order, 'lines'>): ItemName[] {
  return lines.map(({ id, name }) => ({ id, name: truncateText(name.replace(BLANKS, ' '), NAME_LENGTH) }))
}
const BLANKS = /\s+/g

/**
 * Stores under which name each line's id first came to its company, and returns warnings, by order id, for ids that come under another
 * name. Concurrent writers wait only for names new to both, and always in the same order.
 */
export async function recordItemNames(
  tx: Queryable,
  orders: readonly NamedOrder[],
): Promise<Map<string, OrderWarning[]>> {
  const given = firstNames(orders)
  const sorted = [...given.values()]
    .flatMap(names => [...names.values()])
    .sort((a, b) =>
      a.companyId === b.companyId ? (a.id < b.id ? -1 : 1) : a.companyId < b.companyId ? -1 : 1,
    )
  for (let start = 0; start < sorted.length; start += NAMES_AT_ONCE)
    await recordNames(tx, sorted.slice(start, start + NAMES_AT_ONCE))
  const warnings = new Map<string, OrderWarning[]>()
  for (const order of orders) {
    const ofOrder = warningsOf(order, given)
    if (ofOrder.length > 0) warnings.set(order.id, ofOrder)
  }
  return warnings
}

interface KnownName {
  companyId: string
  id: string
  /** The first one that is known. */
  name: string
}

/** By company and id. */
type KnownNames = Map<string, Map<string, KnownName>>

/** The first name of each id among these orders. */
function firstNames(orders: readonly NamedOrder[]): KnownNames {
  const given: KnownNames = new Map()
  for (const { companyId, items } of orders) {
    const names = given.get(companyId) ?? new Map<string, KnownName>()
    given.set(companyId, names)
    for (const { id, name } of items) if (!names.has(id)) names.set(id, { companyId, id, name })
  }
  return given
}

/** Inserts new names; returns the known one for the others. */
async function recordNames(tx: Queryable, names: readonly KnownName[]): Promise<void> {
  const companies = [...new Set(names.map(({ companyId }) => companyId))]
  const { rows } = await tx.query<{ place: number; known: string }>(
    `with given as materialized (
       select ($1::uuid[])[company] as company_id, line_id, name, place
         from unnest($2::int[], $3::text[], $4::text[]) with ordinality as g (company, line_id, name, place)),
     compared as materialized (
       select g.*, i.name as known, i.last_seen from given g left join item_name i using (company_id, line_id)),
     added as (
       insert into item_name (company_id, line_id, name)
       select company_id, line_id, name from compared where known is null order by place
       on conflict do nothing),
     seen as (
       update item_name i set last_seen = current_date
         from (select company_id, line_id from item_name join compared c using (company_id, line_id)
                where c.last_seen < current_date - 7 for no key update of item_name skip locked) s
        where i.company_id = s.company_id and i.line_id = s.line_id)
     select place, known from compared where known <> name`,
    [
      companies,
      names.map(({ companyId }) => companies.indexOf(companyId) + 1),
      names.map(({ id }) => id),
      names.map(({ name }) => name),
    ],
  )
  for (const { place, known } of rows) names[place - 1]!.name = known
}

function warningsOf({ companyId, items }: NamedOrder, given: KnownNames): OrderWarning[] {
  const warnings: OrderWarning[] = []
  const names = given.get(companyId)!
  items.forEach(({ id, name }, index) => {
    const first = names.get(id)!.name
    if (first === name || plain(first) === plain(name) || warnings.length >= ORDER_LIMITS.problems) return
    const message = TEXTS.itemIdReused(index + 1, id, first, name)
    warnings.push({ code: 'item-id-reused', path: `/lines/${index}/id`, message })
  })
  return warnings
}

/** Names are compared case-insensitively. */
function plain(name: string): string {
  return name.toLowerCase()
}
