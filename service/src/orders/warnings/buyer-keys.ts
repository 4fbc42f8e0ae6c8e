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

/** Remembers with which buyer of a company each key came first. All writers in one order. */
export async function recordBuyers(
  tx: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
): Promise<void> {
  const noted = new Map<string, { company: string; key: BuyerKey; buyer: Buyer }>()
  for (const { companyId: company, buyer } of orders)
    for (const key of buyer.keys) {
      const whole = `${company} ${key.kind} ${key.value}`
      if (!noted.has(whole)) noted.set(whole, { company, key, buyer })
    }
  const rows = [...noted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  if (rows.length === 0) return
  await tx.query(
    `with given as materialized (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
           as g(company_id, kind, value, customer_id, name, place)),
     known as materialized (
       select g.*, b.last_seen from given g left join buyer_key b using (company_id, kind, value)),
     seen as (
       update buyer_key b set last_seen = current_date
         from (select company_id, kind, value from buyer_key join known k using (company_id, kind, value)
                where k.last_seen < current_date - 7 for no key update of buyer_key skip locked) s
        where b.company_id = s.company_id and b.kind = s.kind and b.value = s.value)
     insert into buyer_key (company_id, kind, value, customer_id, name)
     select company_id, kind, value, customer_id, name from known where last_seen is null order by place
     on conflict do nothing`,
    [
      rows.map(({ company }) => company),
      rows.map(({ key }) => key.kind),
      rows.map(({ key }) => key.value),
      rows.map(({ buyer }) => buyer.id),
      rows.map(({ buyer }) => buyer.name),
    ],
  )
}
