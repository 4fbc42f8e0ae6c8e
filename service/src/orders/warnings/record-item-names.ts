import type { Queryable } from '../../db/database.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import { type ItemName, namesDiffer } from './item-names.js'
import type { OrderWarning } from './order-warning.js'
import { WARNING_TEXTS as TEXTS } from './texts.js'

export interface NamedOrder {
  id: string
  companyId: string
  items: readonly ItemName[]
}

const NAMES_AT_ONCE = 5000

export interface RecordedNames {
  /** By order id: warnings about line ids that had another name before. */
  warnings: Map<string, OrderWarning[]>
  /** The first name of a line's id. */
  itemName(companyId: string, lineId: string): string | undefined
}

/**
 * Stores the first name of each line's id in its company. Concurrent transactions wait for each other only for names that are new to
 * both, and always in the same order.
 */
export async function recordItemNames(tx: Queryable, orders: readonly NamedOrder[]): Promise<RecordedNames> {
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
  return { warnings, itemName: (companyId, lineId) => given.get(companyId)?.get(lineId)?.name }
}

interface KnownName {
  companyId: string
  id: string
  /** The first known one. */
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

/** Inserts new names, and replaces those of known ids by the first name. */
async function recordNames(tx: Queryable, names: readonly KnownName[]): Promise<void> {
  const companies = [...new Set(names.map(({ companyId }) => companyId))]
  const { rows } = await tx.query<{ place: number; known: string | null }>(
    `with given as materialized (
       select ($1::uuid[])[company] as company_id, line_id, name, place
         from unnest($2::int[], $3::text[], $4::text[]) with ordinality as g (company, line_id, name, place)),
     compared as materialized (
       select g.*, i.name as known, i.last_seen from given g left join lateral (
         select * from item_name i where i.company_id = g.company_id and i.line_id = g.line_id limit 1) i on true),
     added as (
       insert into item_name (company_id, line_id, name)
       select company_id, line_id, name from compared where known is null order by place
       on conflict do nothing
       returning company_id, line_id),
     seen as (
       update item_name i set last_seen = current_date
         from (select company_id, line_id from item_name join compared c using (company_id, line_id)
                where c.last_seen < current_date - 7 for no key update of item_name skip locked) s
        where i.company_id = s.company_id and i.line_id = s.line_id)
     select place, known from compared where known <> name
     union all
     select place, null from compared left join added using (company_id, line_id) where known is null and added.line_id is null`,
    [
      companies,
      names.map(({ companyId }) => companies.indexOf(companyId) + 1),
      names.map(({ id }) => id),
      names.map(({ name }) => name),
    ],
  )
  const meanwhile: KnownName[] = []
  for (const { place, known } of rows) {
    const name = names[place - 1]!
    if (known === null) meanwhile.push(name)
    else name.name = known
  }
  await readNames(tx, meanwhile)
}

/** Reads the names of ids that another transaction inserted meanwhile. */
async function readNames(tx: Queryable, names: readonly KnownName[]): Promise<void> {
  if (names.length === 0) return
  const { rows } = await tx.query<{ place: number; name: string }>(
    `select place, i.name from unnest($1::uuid[], $2::text[]) with ordinality as g (company_id, line_id, place)
       join item_name i using (company_id, line_id)`,
    [names.map(({ companyId }) => companyId), names.map(({ id }) => id)],
  )
  for (const { place, name } of rows) names[place - 1]!.name = name
}

function warningsOf({ companyId, items }: NamedOrder, given: KnownNames): OrderWarning[] {
  const warnings: OrderWarning[] = []
  const names = given.get(companyId)!
  items.forEach(({ id, name }, index) => {
    const first = names.get(id)!.name
    if (!namesDiffer(first, name) || warnings.length >= ORDER_LIMITS.problems) return
    const message = TEXTS.itemIdReused(index + 1, id, first, name)
    warnings.push({ code: 'item-id-reused', path: `/lines/${index}/id`, message })
  })
  return warnings
}
