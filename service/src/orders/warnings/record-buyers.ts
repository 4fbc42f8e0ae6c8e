import type { Queryable } from '../../db/database.js'
import { arrayOfInts, arrayOfTexts } from '../../db/values/copy-binary.js'
import {
  type Buyer,
  type BuyerKey,
  buyerLookupKey,
  parseBuyerKeys,
  readBuyers,
  type SeenBuyer,
  type SharedKeys,
} from './buyer-keys.js'

interface OrderBuyer {
  companyId: string
  buyer: Buyer
}

/**
 * Stores, for each key, the company's first buyer with it and whether other buyers share it; returns the shared keys of these orders.
 * For buyers that are known to be distinct there is nothing to store or return.
 */
export async function recordBuyers(tx: Queryable, orders: readonly OrderBuyer[]): Promise<SharedKeys> {
  const others = await filterNotDistinct(tx, orders)
  const shared = await recordKeys(tx, others)
  if (shared.size === 0) return shared
  // Buyers that were distinct until these orders arrived.
  const newlyShared = new Set<string>()
  for (const { companyId, buyer } of others)
    for (const key of parseBuyerKeys(buyer)) {
      const seen = shared.get(buyerLookupKey(companyId, key))
      if (seen) newlyShared.add(`${companyId} ${seen.customerId}`)
    }
  const asked = new Set(others)
  const affected = orders.filter(
    order => !asked.has(order) && newlyShared.has(`${order.companyId} ${order.buyer.id}`),
  )
  return new Map([...shared, ...(await recordKeys(tx, affected))])
}

/** Orders whose buyers, with their present keys, are not known to be distinct. */
async function filterNotDistinct(tx: Queryable, orders: readonly OrderBuyer[]): Promise<OrderBuyer[]> {
  if (orders.length === 0) return []
  const companies = [...new Set(orders.map(({ companyId }) => companyId))]
  const { rows } = await tx.query<{ place: number }>(
    `select g.place
       from unnest($2::int[], $3::text[], $4::text[]) with ordinality as g (company, customer_id, keys, place)
       left join lateral (
         select * from distinct_buyer d where d.company_id = ($1::uuid[])[g.company] and d.customer_id = g.customer_id limit 1) d on true
      where (d.keys = hashtextextended(g.keys, 0) and d.last_seen >= current_date - 7) is not true`,
    [
      companies,
      arrayOfInts(orders.map(({ companyId }) => companies.indexOf(companyId) + 1)),
      arrayOfTexts(orders.map(({ buyer }) => buyer.id)),
      arrayOfTexts(orders.map(({ buyer }) => buyer.allKeys)),
    ],
    'indistinct-buyers',
  )
  return rows.map(({ place }) => orders[place - 1]!)
}

interface GivenKey {
  company: string
  key: BuyerKey
  buyer: Buyer
  other: string | null
}

/**
 * recordBuyers for buyers that are not known to be distinct. All transactions lock keys in the same order. A buyer becomes distinct if
 * each of its keys is new, or is its alone and locked, so that no other buyer can get it before the commit; it stops being distinct as
 * soon as another buyer has one of its keys.
 */
async function recordKeys(tx: Queryable, orders: readonly OrderBuyer[]): Promise<SharedKeys> {
  const given = new Map<string, GivenKey>()
  // All keys of buyers that may be distinct, by company and id; undefined if a buyer has several sets of keys in this group, or shares
  // a key.
  const allKeys = new Map<string, string | undefined>()
  for (const { companyId: company, buyer } of orders) {
    const who = `${company} ${buyer.id}`
    if (!allKeys.has(who)) allKeys.set(who, buyer.allKeys)
    else if (allKeys.get(who) !== buyer.allKeys) allKeys.set(who, undefined)
    for (const key of parseBuyerKeys(buyer)) {
      const lookupKey = buyerLookupKey(company, key)
      const known = given.get(lookupKey)
      if (!known) given.set(lookupKey, { company, key, buyer, other: null })
      else if (known.buyer.id !== buyer.id) {
        known.other ??= buyer.name
        allKeys.set(who, undefined).set(`${company} ${known.buyer.id}`, undefined)
      }
    }
  }
  const sorted = [...given].sort(([a], [b]) => (a < b ? -1 : 1))
  const shared = new Map<string, SeenBuyer>()
  if (sorted.length === 0) return shared
  const rows = sorted.map(([, row]) => row)
  const { rows: found } = await tx.query<SeenBuyer & { place: number; lost: boolean }>(
    `with given as materialized (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
           as g(company_id, kind, value, customer_id, name, other_name, keys, place)),
     compared as materialized (
       select g.*, b.last_seen, b.last_seen is null as new, b.customer_id as known_id, b.name as known_name,
              case when b.customer_id <> g.customer_id then g.name else g.other_name end as other, b.other_name as known_other
         from given g
         left join lateral (
           select * from buyer_key b where b.company_id = g.company_id and b.kind = g.kind and b.value = g.value limit 1) b on true),
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
       returning company_id, kind, value),
     joined as (
       delete from distinct_buyer d using (select distinct company_id, known_id from compared where known_id <> customer_id) c
        where d.company_id = c.company_id and d.customer_id = c.known_id),
     held as (
       select c.place from compared c cross join lateral (
         select from buyer_key k
          where k.company_id = c.company_id and k.kind = c.kind and k.value = c.value
            and k.customer_id = c.customer_id and k.other_name is null limit 1 for no key update skip locked) k
        where c.known_id = c.customer_id and c.keys is not null and c.other is null and c.last_seen >= current_date - 7),
     alone as (
       insert into distinct_buyer as d (company_id, customer_id, keys, last_seen)
       select c.company_id, c.customer_id, hashtextextended(c.keys, 0), min(coalesce(c.last_seen, current_date))
         from compared c left join added a using (company_id, kind, value) left join held h using (place)
        where c.keys is not null
        group by 1, 2, 3 having bool_and(a.value is not null or h.place is not null)
        order by 1, 2
       on conflict (company_id, customer_id) do update set keys = excluded.keys, last_seen = excluded.last_seen)
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
      rows.map(({ company, buyer }) => allKeys.get(`${company} ${buyer.id}`) ?? null),
    ],
  )
  for (const { place, lost, customerId, name, otherName } of found)
    if (!lost) shared.set(sorted[place - 1]![0], { customerId, name, otherName })
  const meanwhile = found.filter(({ lost }) => lost).map(({ place }) => rows[place - 1]!)
  for (const [whole, seen] of await readBuyers(tx, meanwhile)) shared.set(whole, seen)
  return shared
}
