import { type Customer, fullName } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { markStaleSql } from '../../findings/recalculate.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'
import { buyerQuery } from '../listing/search-words.js'

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
 * For each of these orders, other buyers of its company who have one of its buyer's keys. `record`: stores
 * for each key the first buyer who has it, and the first other one. All transactions lock keys in the same
 * order, and only those that they write.
 */
export async function compareBuyers(
  tx: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
  record: boolean,
): Promise<KnownBuyer[][]> {
  const given = new Map<string, GivenKey>()
  for (const { companyId: company, buyer } of orders)
    for (const key of buyer.keys) {
      const known = given.get(lookupKey(company, key))
      if (!known) given.set(lookupKey(company, key), { company, key, buyer, other: null })
      else if (known.buyer.id !== buyer.id) known.other ??= buyer.name
    }
  if (given.size === 0) return orders.map(() => [])
  const keys = [...given].sort(([a], [b]) => (a < b ? -1 : 1))
  const sharers = await findSharers(
    tx,
    keys.map(([, row]) => row),
    record,
  )
  await markFirstBuyers(
    tx,
    sharers.filter(({ isNew }) => isNew).map(({ place, id }) => ({ ...keys[place - 1]![1], id })),
  )
  const byKey = new Map(sharers.map(sharer => [keys[sharer.place - 1]![0], sharer]))
  return orders.map(({ companyId, buyer }) =>
    buyer.keys.flatMap(key => {
      const first = byKey.get(lookupKey(companyId, key))
      const name = first?.id === buyer.id ? first.other : first?.name
      return name == null ? [] : [{ ...key, name }]
    }),
  )
}

interface Sharer {
  place: number
  /** The first buyer who had the key. */
  id: string
  name: string
  /** The first other one. */
  other: string | null
  /** That one just came. */
  isNew: boolean
}

/** The buyers of those keys that several have. */
async function findSharers(tx: Queryable, rows: readonly GivenKey[], record: boolean): Promise<Sharer[]> {
  const { rows: sharers } = await tx.query<Sharer>(
    `with given as materialized (
       select g.*, k.customer_id as known_id, k.name as known_name, k.other_name as known_other, k.last_seen
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
                as g(company_id, kind, value, customer_id, name, other_name, place)
         left join lateral (
           select * from buyer_key k
            where k.company_id = g.company_id and k.kind = g.kind and k.value = g.value limit 1) k on true),
     written as (
       insert into buyer_key as b (company_id, kind, value, customer_id, name, other_name)
       select company_id, kind, value, customer_id, name, other_name from given
        where $7 and (known_id is null or last_seen < current_date - 7
                      or known_other is null and (known_id <> customer_id or other_name is not null))
        order by place
       on conflict (company_id, kind, value) do update
          set last_seen = current_date,
              other_name = coalesce(b.other_name, case when b.customer_id <> excluded.customer_id
                                                       then excluded.name else excluded.other_name end)
       returning company_id, kind, value, customer_id, name, other_name)
     select g.place, coalesce(w.customer_id, known_id) as id, coalesce(w.name, known_name) as name,
            coalesce(w.other_name, known_other) as other,
            w.other_name is not null and known_other is null as "isNew"
       from given g left join written w using (company_id, kind, value)
      where coalesce(w.customer_id, known_id) <> g.customer_id
         or coalesce(w.other_name, known_other, g.other_name) is not null`,
    [
      rows.map(({ company }) => company),
      rows.map(({ key }) => key.kind),
      rows.map(({ key }) => key.value),
      rows.map(({ buyer }) => buyer.id),
      rows.map(({ buyer }) => buyer.name),
      rows.map(({ other }) => other),
      record,
    ],
  )
  return sharers
}

/** Orders of a buyer that are looked through; a key gets its second buyer once, mostly soon. */
const EARLIER_ORDERS = 1000

/** Marks the orders of those who had a key alone until now: their findings did not know the other one. */
async function markFirstBuyers(
  tx: Queryable,
  shared: readonly { company: string; key: BuyerKey; id: string }[],
): Promise<void> {
  if (shared.length === 0) return
  await tx.query(
    markStaleSql(
      'm.integration_key',
      `(select i.key as integration_key, o.key as order_key
          from unnest($1::uuid[], $2::text[], $3::text[]) as s(company_id, query, customer_id)
         cross join lateral (
           select key, company_id, content->'customer'->>'id' as customer_id from sale_order
            where search @@ s.query::tsquery and company_id = s.company_id limit ${EARLIER_ORDERS}) o
          join integration i on i.company_id = o.company_id
          join ${entryJoin('e', 'i.key', 'o.key')}
         where o.customer_id = s.customer_id) m`,
    ),
    [
      shared.map(({ company }) => company),
      shared.map(({ key }) => buyerQuery(key)),
      shared.map(({ id }) => id),
    ],
  )
}

function lookupKey(company: string, { kind, value }: BuyerKey): string {
  return `${company} ${kind} ${value}`
}
