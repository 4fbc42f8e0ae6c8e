import { clientsOfRule } from '../clients/index.js'
import type { Queryable } from '../db/database.js'
import { buyerLookupKey, buyerOf, readBuyers } from '../orders/warnings/buyers.js'
import { itemsOf, namesDiffer } from '../orders/warnings/item-names.js'
import { type KnownBuyer, NO_OTHER_ORDERS, type OtherOrders, type PreflightInput } from './preflight-input.js'

interface OrderToCompare {
  companyId: string
  input: PreflightInput
}

/** What other orders of the company reveal about each: first names of items, and buyers with whom 1C may confuse its buyer. */
export async function loadOthers(db: Queryable, orders: readonly OrderToCompare[]): Promise<OtherOrders[]> {
  const compared = orders.map(({ companyId, input: { order } }) => ({
    companyId,
    items: itemsOf(order),
    buyer: buyerOf(order.customer),
  }))
  const names = await itemNames(db, orders)
  const seen = await readBuyers(
    db,
    compared.flatMap(({ companyId: company, buyer }) => buyer.keys.map(key => ({ company, key }))),
  )
  return compared.map(({ companyId, items, buyer }) => {
    const itemNames = new Map<string, string>()
    for (const { id, name } of items) {
      const first = names.get(companyId + id)
      if (first !== undefined && namesDiffer(first, name)) itemNames.set(id, first)
    }
    const buyers = buyer.keys.flatMap((key): KnownBuyer[] => {
      const known = seen.get(buyerLookupKey(companyId, key))
      const name = known?.customerId === buyer.id ? known.otherName : known?.name
      return typeof name === 'string' ? [{ ...key, name }] : []
    })
    return itemNames.size === 0 && buyers.length === 0 ? NO_OTHER_ORDERS : { itemNames, buyers }
  })
}

/** Clients that bind the id of a line to an item. */
const CLIENTS_BINDING_ITEMS = clientsOfRule('item-id-reused')

async function itemNames(db: Queryable, orders: readonly OrderToCompare[]): Promise<Map<string, string>> {
  const asked = new Map<string, [string, string]>()
  for (const { companyId, input } of orders)
    if (CLIENTS_BINDING_ITEMS.includes(input.profile.id))
      for (const { id } of input.order.lines) asked.set(companyId + id, [companyId, id])
  if (asked.size === 0) return new Map()
  const keys = [...asked.values()]
  const { rows } = await db.query<{ company: string; id: string; name: string }>(
    `select i.company_id as company, i.line_id as id, i.name
       from unnest($1::uuid[], $2::text[]) as k(company_id, line_id)
       join item_name i on i.company_id = k.company_id and i.line_id = k.line_id`,
    [keys.map(([company]) => company), keys.map(([, id]) => id)],
  )
  return new Map(rows.map(({ company, id, name }) => [company + id, name]))
}
