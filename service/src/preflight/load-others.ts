import type { Queryable } from '../db/database.js'
import { buyerKeysOf } from '../orders/warnings/buyer-keys.js'
import { type KnownBuyer, NOBODY_ELSE, type OtherOrders, type PreflightInput } from './preflight-input.js'

interface Wanted {
  companyId: string
  input: PreflightInput
}

/** What other orders of the company tell of each: names of items, and buyers that 1C may take for this one. */
export async function loadOthers(db: Queryable, wanted: readonly Wanted[]): Promise<OtherOrders[]> {
  const [names, buyers] = [await itemNames(db, wanted), await knownBuyers(db, wanted)]
  return wanted.map(({ companyId, input }) => {
    const { customer, lines } = input.order
    const same = buyerKeysOf(customer).flatMap(({ kind, value }): KnownBuyer[] => {
      const known = buyers.get(`${companyId} ${kind} ${value}`)
      const name = known?.customerId === customer.id ? known.otherName : known?.name
      return typeof name === 'string' ? [{ kind, value, name }] : []
    })
    const reused = BINDS_ITEMS.has(input.client)
      ? lines.flatMap(({ id, name }): [string, string][] => {
          const first = names.get(companyId + id)
          return first !== undefined && first.toLowerCase() !== name.toLowerCase() ? [[id, first]] : []
        })
      : []
    if (same.length === 0 && reused.length === 0) return NOBODY_ELSE
    return { itemNames: new Map(reused), buyers: same }
  })
}

/** Whose items are known by the id of a line. */
const BINDS_ITEMS: ReadonlySet<string> = new Set(['bp', 'unf'])

async function itemNames(db: Queryable, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const asked = new Map<string, [string, string]>()
  for (const { companyId, input } of wanted)
    if (BINDS_ITEMS.has(input.client))
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

async function knownBuyers(
  db: Queryable,
  wanted: readonly Wanted[],
): Promise<Map<string, { customerId: string; name: string; otherName: string | null }>> {
  const asked = new Map<string, [string, string, string]>()
  for (const { companyId, input } of wanted)
    for (const { kind, value } of buyerKeysOf(input.order.customer))
      asked.set(`${companyId} ${kind} ${value}`, [companyId, kind, value])
  const keys = [...asked.values()]
  const { rows } = await db.query<{
    key: string
    customerId: string
    name: string
    otherName: string | null
  }>(
    `select b.company_id || ' ' || b.kind || ' ' || b.value as key, b.customer_id as "customerId", b.name, b.other_name as "otherName"
       from unnest($1::uuid[], $2::text[], $3::text[]) as k(company_id, kind, value)
       join buyer_key b on b.company_id = k.company_id and b.kind = k.kind and b.value = k.value`,
    [0, 1, 2].map(column => keys.map(key => key[column]!)),
  )
  return new Map(rows.map(({ key, ...buyer }) => [key, buyer]))
}
