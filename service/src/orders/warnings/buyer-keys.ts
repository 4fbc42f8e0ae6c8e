import { type Customer, fullName } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

/** What a 1C may use to find a buyer. */
export interface BuyerKey {
  kind: 'inn' | 'phone' | 'email' | 'name'
  value: string
}

/** What a saved order contains of its buyer. */
export interface Buyer {
  id: string
  kind: Customer['kind']
  name: string
  inn: string | undefined
  kpp: string | undefined
  keys: readonly BuyerKey[]
}

/** Longer ones are compared by their beginning. */
const LENGTH = 200

function buyerKeysOf(customer: Customer): BuyerKey[] {
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
  const { id, kind, inn } = customer
  const kpp = kind === 'person' ? undefined : customer.kpp
  return { id, kind, name: fullName(customer).slice(0, LENGTH), inn, kpp, keys: buyerKeysOf(customer) }
}

/** The first buyer with a key, and the first other one with it. */
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

/** Keys shared by several buyers, by company, kind and value. */
export type SharedKeys = ReadonlyMap<string, SeenBuyer>

export function wholeKey(company: string, { kind, value }: BuyerKey): string {
  return `${company} ${kind} ${value}`
}

/**
 * Stores the first buyer of a company with each key, and whether another one has it, too; returns the keys of these orders that
 * several share. All writers lock in one order.
 */
export async function recordBuyers(
  tx: Queryable,
  orders: readonly { companyId: string; buyer: Buyer }[],
): Promise<SharedKeys> {
  const given = new Map<string, GivenKey>()
  for (const { companyId: company, buyer } of orders)
    for (const key of buyer.keys) {
      const whole = wholeKey(company, key)
      const known = given.get(whole)
      if (!known) given.set(whole, { company, key, buyer, other: null })
      else if (known.buyer.id !== buyer.id) known.other ??= buyer.name
    }
  const sorted = [...given].sort(([a], [b]) => (a < b ? -1 : 1))
  const shared = new Map<string, SeenBuyer>()
  if (sorted.length === 0) return shared
  const rows = sorted.map(([, row]) => row)
  const { rows: found } = await tx.query<SeenBuyer & { place: number; lost: boolean }>(
    `with given as materialized (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
           as g(company_id, kind, value, customer_id, name, other_name, place)),
     compared as materialized (
       select g.*, b.last_seen, b.last_seen is null as new, b.customer_id as known_id, b.name as known_name,
              case when b.customer_id <> g.customer_id then g.name else g.other_name end as other, b.other_name as known_other
         from given g left join buyer_key b using (company_id, kind, value)),
     seen as (
       update buyer_key b set last_seen = current_date, other_name = coalesce(b.other_name, s.other)
         from (select c.company_id, c.kind, c.value, c.other, c.place from buyer_key k join compared c using (company_id, kind, value)
                where c.last_seen < current_date - 7 or (c.known_other is null and c.other is not null)
                order by c.place for no key update of k skip locked) s
        where b.company_id = s.company_id and b.kind = s.kind and b.value = s.value
        returning s.place, b.other_name),
     added as (
       insert into buyer_key (company_id, kind, value, customer_id, name, other_name)
       select company_id, kind, value, customer_id, name, other_name from compared where new order by place
       on conflict do nothing
       returning company_id, kind, value)
     select c.place, c.known_id as "customerId", c.known_name as name, coalesce(s.other_name, c.known_other) as "otherName",
            false as lost
       from compared c left join seen s using (place)
      where not c.new and (c.known_id <> c.customer_id or s.other_name is not null or c.known_other is not null)
     union all
     select c.place, c.customer_id, c.name, c.other_name, a.value is null
       from compared c left join added a using (company_id, kind, value)
      where c.new and (c.other_name is not null or a.value is null)`,
    [
      rows.map(({ company }) => company),
      rows.map(({ key }) => key.kind),
      rows.map(({ key }) => key.value),
      rows.map(({ buyer }) => buyer.id),
      rows.map(({ buyer }) => buyer.name),
      rows.map(({ other }) => other),
    ],
  )
  for (const { place, lost, customerId, name, otherName } of found)
    if (!lost) shared.set(sorted[place - 1]![0], { customerId, name, otherName })
  const meanwhile = found.filter(({ lost }) => lost).map(({ place }) => rows[place - 1]!)
  for (const [whole, seen] of await readBuyers(tx, meanwhile)) shared.set(whole, seen)
  return shared
}

/** The stored rows of these keys. */
export async function readBuyers(
  db: Queryable,
  asked: readonly { company: string; key: BuyerKey }[],
): Promise<SharedKeys> {
  if (asked.length === 0) return new Map()
  const keys = [...new Map(asked.map(each => [wholeKey(each.company, each.key), each])).values()]
  const { rows } = await db.query<SeenBuyer & { place: number }>(
    `select k.place, b.customer_id as "customerId", b.name, b.other_name as "otherName"
       from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as k(company_id, kind, value, place)
       join buyer_key b using (company_id, kind, value)`,
    [keys.map(({ company }) => company), keys.map(({ key }) => key.kind), keys.map(({ key }) => key.value)],
  )
  return new Map(
    rows.map(({ place, ...seen }) => {
      const { company, key } = keys[place - 1]!
      return [wholeKey(company, key), seen]
    }),
  )
}
