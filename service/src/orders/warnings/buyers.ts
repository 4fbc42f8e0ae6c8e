import { type Customer, fullName } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

/** What a 1C may use to find a buyer. */
export interface BuyerKey {
  kind: 'inn' | 'phone' | 'email' | 'name'
  value: string
}

/** The buyer of a saved order. */
export interface Buyer {
  id: string
  kind: Customer['kind']
  name: string
  inn: string | undefined
  kpp: string | undefined
  keys: readonly BuyerKey[]
}

/** Characters that are compared; longer keys and names are cut. */
const LENGTH = 200

export function buyerOf(customer: Customer): Buyer {
  const { id, kind, inn, phone, email } = customer
  const kpp = kind === 'person' ? undefined : customer.kpp
  const name = fullName(customer)
  const keys: [BuyerKey['kind'], string | undefined][] = [
    ['inn', inn && kind === 'organization' && kpp !== undefined ? `${inn}/${kpp}` : inn],
    ['phone', phone],
    ['email', email],
    // A legal entity is never taken for a person of the same name.
    ['name', `${kind === 'organization' ? 'legal' : 'person'}:${name}`],
  ]
  return {
    id,
    kind,
    name: name.slice(0, LENGTH),
    inn,
    kpp,
    keys: keys.flatMap(([kind, value]) => (value ? [{ kind, value: value.slice(0, LENGTH) }] : [])),
  }
}

/** Another buyer who has a key of the order's. */
export interface KnownBuyer extends BuyerKey {
  name: string
}

interface GivenKey {
  company: string
  key: BuyerKey
  buyer: Buyer
  other: string | null
}

/**
 * Stores for each key the first buyer of the company who has it, and the first other one. All transactions lock keys in the same
 * order, and only those that they write.
 */
export async function recordBuyers(
  tx: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
): Promise<void> {
  const given = new Map<string, GivenKey>()
  for (const { companyId: company, buyer } of orders)
    for (const key of buyer.keys) {
      const known = given.get(buyerLookupKey(company, key))
      if (!known) given.set(buyerLookupKey(company, key), { company, key, buyer, other: null })
      else if (known.buyer.id !== buyer.id) known.other ??= buyer.name
    }
  if (given.size === 0) return
  const rows = [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await tx.query(
    `with given as materialized (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
           as g(company_id, kind, value, customer_id, name, other_name, place))
     insert into buyer_key as b (company_id, kind, value, customer_id, name, other_name)
     select g.company_id, g.kind, g.value, g.customer_id, g.name, g.other_name
       from given g
       left join lateral (
         select * from buyer_key k
          where k.company_id = g.company_id and k.kind = g.kind and k.value = g.value limit 1) k on true
      where k.value is null or k.last_seen < current_date - 7
         or k.other_name is null and (k.customer_id <> g.customer_id or g.other_name is not null)
      order by g.place
     on conflict (company_id, kind, value) do update
        set last_seen = current_date,
            other_name = coalesce(b.other_name, case when b.customer_id <> excluded.customer_id
                                                     then excluded.name else excluded.other_name end)`,
    [
      rows.map(({ company }) => company),
      rows.map(({ key }) => key.kind),
      rows.map(({ key }) => key.value),
      rows.map(({ buyer }) => buyer.id),
      rows.map(({ buyer }) => buyer.name),
      rows.map(({ other }) => other),
    ],
  )
}

function buyerLookupKey(company: string, { kind, value }: BuyerKey): string {
  return `${company} ${kind} ${value}`
}

/** For each of these buyers, others of the company who have one of its keys; call it after recordBuyers. */
export async function findOtherBuyers(
  db: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
): Promise<KnownBuyer[][]> {
  const keys = orders.flatMap(({ companyId, buyer }, index) =>
    buyer.keys.map(key => ({ companyId, buyer, key, index })),
  )
  const { rows } = await db.query<{ place: number; name: string }>(
    `select k.place, case when b.customer_id = k.customer_id then b.other_name else b.name end as name
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality
            as k(company_id, kind, value, customer_id, place)
       join buyer_key b using (company_id, kind, value)
      where b.customer_id <> k.customer_id or b.other_name is not null
      order by k.place`,
    [
      keys.map(({ companyId }) => companyId),
      keys.map(({ key }) => key.kind),
      keys.map(({ key }) => key.value),
      keys.map(({ buyer }) => buyer.id),
    ],
  )
  const others: KnownBuyer[][] = orders.map(() => [])
  for (const { place, name } of rows) {
    const { key, index } = keys[place - 1]!
    others[index]!.push({ ...key, name })
  }
  return others
}
