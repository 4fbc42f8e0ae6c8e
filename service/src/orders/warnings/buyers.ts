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

/** The first buyer with a key, and the name of the first other buyer with it. */
export interface SeenBuyer {
  customerId: string
  name: string
  otherName: string | null
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

/** The key of a company's buyer in a map. */
export function buyerLookupKey(company: string, { kind, value }: BuyerKey): string {
  return `${company} ${kind} ${value}`
}

/** The buyers stored for these keys, by company, kind and value. */
export async function readBuyers(
  db: Queryable,
  asked: readonly { company: string; key: BuyerKey }[],
): Promise<ReadonlyMap<string, SeenBuyer>> {
  if (asked.length === 0) return new Map()
  const keys = [...new Map(asked.map(each => [buyerLookupKey(each.company, each.key), each])).values()]
  const { rows } = await db.query<SeenBuyer & { place: number }>(
    `select k.place, b.customer_id as "customerId", b.name, b.other_name as "otherName"
       from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as k(company_id, kind, value, place)
       join buyer_key b using (company_id, kind, value)`,
    [keys.map(({ company }) => company), keys.map(({ key }) => key.kind), keys.map(({ key }) => key.value)],
  )
  return new Map(
    rows.map(({ place, ...seen }) => {
      const { company, key } = keys[place - 1]!
      return [buyerLookupKey(company, key), seen]
    }),
  )
}
