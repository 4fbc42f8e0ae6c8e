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
  /** The keys in one text, to be read by parseBuyerKeys. */
  allKeys: string
}

/** Characters that are compared; longer keys and names are cut. */
const LENGTH = 200

/** A character that no key contains: 1C does not store it. */
const SEPARATOR = '\u0001'

function withoutSeparator(value: string): string {
  return value.includes(SEPARATOR) ? value.replaceAll(SEPARATOR, '') : value
}

function listBuyerKeys(customer: Customer): BuyerKey[] {
  const { kind, inn, phone, email } = customer
  const kpp = kind === 'organization' && customer.kpp !== undefined ? `/${customer.kpp}` : ''
  const keys: [BuyerKey['kind'], string | undefined][] = [
    ['inn', inn === undefined ? undefined : inn + kpp],
    ['phone', phone],
    ['email', email],
    // A legal entity is never taken for a person of the same name.
    ['name', `${kind === 'organization' ? 'legal' : 'person'}:${fullName(customer)}`],
  ]
  return keys.flatMap(([kind, given]) => {
    const value = given === undefined ? '' : withoutSeparator(given).slice(0, LENGTH)
    return value === '' ? [] : [{ kind, value }]
  })
}

export function buyerOf(customer: Customer): Buyer {
  const { id, kind, inn } = customer
  const kpp = kind === 'person' ? undefined : customer.kpp
  const allKeys = listBuyerKeys(customer)
    .map(({ kind, value }) => `${kind} ${value}`)
    .join(SEPARATOR)
  return { id, kind, name: fullName(customer).slice(0, LENGTH), inn, kpp, allKeys }
}

export function parseBuyerKeys({ allKeys }: Pick<Buyer, 'allKeys'>): BuyerKey[] {
  return allKeys === '' ? [] : allKeys.split(SEPARATOR).map(keyOf)
}

function keyOf(text: string): BuyerKey {
  const end = text.indexOf(' ')
  return { kind: text.slice(0, end) as BuyerKey['kind'], value: text.slice(end + 1) }
}

/** The first buyer with a key, and the name of the first other buyer with it. */
export interface SeenBuyer {
  customerId: string
  name: string
  otherName: string | null
}

/** Keys shared by several buyers, by company, kind and value. */
export type SharedKeys = ReadonlyMap<string, SeenBuyer>

export function buyerLookupKey(company: string, { kind, value }: BuyerKey): string {
  return `${company} ${kind} ${value}`
}

/** Loads the buyers stored for these keys. */
export async function readBuyers(
  db: Queryable,
  asked: readonly { company: string; key: BuyerKey }[],
): Promise<SharedKeys> {
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
