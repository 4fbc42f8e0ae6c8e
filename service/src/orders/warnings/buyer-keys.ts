import { type Customer, fullName } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

/** By what a 1C may look for a buyer. */
export interface BuyerKey {
  kind: 'inn' | 'phone' | 'email' | 'name'
  value: string
}

/** What a saved order tells of its buyer. */
export interface Buyer {
  id: string
  name: string
  keys: readonly BuyerKey[]
}

/** Longer ones are compared by their beginning. */
const LENGTH = 200

export function buyerKeysOf(customer: Customer): BuyerKey[] {
  const { kind, inn, phone, email } = customer
  const kpp = kind === 'organization' && customer.kpp !== undefined ? `/${customer.kpp}` : ''
  const keys: [BuyerKey['kind'], string | undefined][] = [
    ['inn', inn === undefined ? undefined : inn + kpp],
    ['phone', phone],
    ['email', email],
    // A legal entity is never taken for a person of the same name.
    ['name', `${kind === 'organization' ? 'legal' : 'person'}:${fullName(customer)}`],
  ]
  return keys.flatMap(([kind, value]) =>
    value === undefined || value === '' ? [] : [{ kind, value: value.slice(0, LENGTH) }],
  )
}

export function buyerOf(customer: Customer): Buyer {
  return { id: customer.id, name: fullName(customer).slice(0, LENGTH), keys: buyerKeysOf(customer) }
}

/** Remembers with which buyer of a company each key came first, and whether another one has it, too. All writers in one order. */
export async function recordBuyers(
  tx: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
): Promise<void> {
  const given = new Map<string, { company: string; key: BuyerKey; buyer: Buyer; other: string | null }>()
  for (const { companyId: company, buyer } of orders)
    for (const key of buyer.keys) {
      const whole = `${company} ${key.kind} ${key.value}`
      const known = given.get(whole)
      if (!known) given.set(whole, { company, key, buyer, other: null })
      else if (known.buyer.id !== buyer.id) known.other ??= buyer.name
    }
  const rows = [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  if (rows.length === 0) return
  await tx.query(
    `with given as materialized (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
           as g(company_id, kind, value, customer_id, name, other_name, place)),
     compared as materialized (
       select g.*, b.last_seen, b.last_seen is null as new,
              case when b.customer_id <> g.customer_id then g.name else g.other_name end as other, b.other_name as known_other
         from given g left join buyer_key b using (company_id, kind, value)),
     seen as (
       update buyer_key b set last_seen = current_date, other_name = coalesce(b.other_name, s.other)
         from (select c.company_id, c.kind, c.value, c.other from buyer_key k join compared c using (company_id, kind, value)
                where c.last_seen < current_date - 7 or (c.known_other is null and c.other is not null)
                order by c.place for no key update of k skip locked) s
        where b.company_id = s.company_id and b.kind = s.kind and b.value = s.value)
     insert into buyer_key (company_id, kind, value, customer_id, name, other_name)
     select company_id, kind, value, customer_id, name, other_name from compared where new order by place
     on conflict do nothing`,
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
