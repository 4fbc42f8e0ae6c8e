import { REQUISITES } from '@obmen/codec'
import { type Customer, fullName, type Order, type OrderLine, type Payment } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import { innWarning } from '../../places/inn.js'
import { cleanName, cleanText } from '../../sale-feed/document/clean-text.js'
import { isReserved, plainName } from '../../sale-feed/document/reserved-names.js'
import { attributeEffectsOf } from '../attribute-effects.js'
import { ITEM_NAME_LENGTH } from '../field-lengths.js'
import { requiredMatches, rulesForNewOrders } from '../inspect-order.js'
import type { OpenProfile } from '../preflight-profile.js'

/** Whether an order is so plain that no rule finds anything in it, provided that it is new. */
export type IsPlain = (order: Order) => boolean

const ADDRESS_LENGTH = 250
const TEXT_LENGTH = 1000
const ATTRIBUTE_NAME_LENGTH = 250
/** Characters of a price: multiplied by a quantity of six digits, it is still exact as a double. */
const SUM_LENGTH = 9
const TOTAL_LENGTH = 12
const QUANTITY = /^[1-9]\d{0,5}$/
const REMEMBERED_NAMES = 1000
/** Names, in addition to reserved ones, of requisites that a document without delivery may have, or that are renamed. */
const OWN_NAMES: ReadonlySet<string> = new Set([REQUISITES.place, REQUISITES.deliveryComment].map(plainName))

/**
 * Returns a test for plain orders of a profile. Most orders are plain: a valid buyer, whole quantities, exact products, paid once or not
 * at all. Testing that costs a fraction of writing the document and running every rule. Rules declare that they find nothing in such an
 * order (`ignoresPlainOrders`); if one does not, no order is plain for this profile. Don't use it for canceled orders.
 */
export function plainOrderTest(profile: OpenProfile): IsPlain {
  let known = remembered.get(profile)
  if (!known) {
    known = buildTest(profile)
    remembered.set(profile, known)
  }
  return known
}

const remembered = new WeakMap<OpenProfile, IsPlain>()

function buildTest(profile: OpenProfile): IsPlain {
  const { feed, possible, connectedOn } = profile
  const { settings, gateways, clock } = feed
  const { client } = settings
  const days: string[] = []
  for (const { ignoresPlainOrders: silentOfPlain } of rulesForNewOrders(client, possible)) {
    if (silentOfPlain === undefined) return never
    const day = silentOfPlain === true ? undefined : silentOfPlain({ settings, connectedOn })
    if (day !== undefined) days.push(day)
  }
  // Payments sent as documents and platform numbers have rules of their own.
  if (feed.payments !== 'requisites' || settings.ordernumber === 'platform') return never
  const from = days.sort().at(-1)
  const rates = ratesKnownTo(possible)
  const isPlainAttribute = plainAttributes(possible, client === 'auto' ? requiredMatches(possible) : 1)
  return order =>
    order.currency === 'RUB' &&
    order.vatIncluded &&
    order.delivery === undefined &&
    order.total.length <= TOTAL_LENGTH &&
    isPlainPayment(order.payments, order.total, gateways) &&
    isPlainBuyer(order.customer) &&
    order.lines.every(line => isPlainLine(line, rates)) &&
    (order.comment === undefined || isCleanText(order.comment)) &&
    (order.place === undefined || order.place.name.length <= TEXT_LENGTH) &&
    arePlainAttributes(order.attributes, isPlainAttribute) &&
    (from === undefined || clock(order.placedAt).date >= from)
}

function never(): boolean {
  return false
}

/** Rates that all clients know, without 0, which is special next to a line without VAT. */
function ratesKnownTo(clients: readonly Client[]): ReadonlySet<string> {
  const [first, ...others] = clients.map(client => PROFILES[client].vatRates)
  const known = [...(first ?? [])].filter(rate => rate !== '0' && others.every(rates => rates.has(rate)))
  return new Set([...known, 'none'])
}

function isPlainPayment(
  payments: readonly Payment[],
  total: string,
  gateways: ReadonlySet<string> | undefined,
): boolean {
  const [payment] = payments
  if (!payment) return true
  return (
    payments.length === 1 &&
    payment.status === 'paid' &&
    payment.amount === total &&
    total !== '0.00' &&
    payment.refunds === undefined &&
    (gateways === undefined || gateways.has(payment.gateway))
  )
}

function isPlainBuyer(customer: Customer): boolean {
  const { kind, inn, phone, address } = customer
  const name = fullName(customer)
  if (!isPlainName(name) || (address !== undefined && address.length > ADDRESS_LENGTH)) return false
  if (kind !== 'person' && customer.fullName !== undefined && customer.fullName.length > ADDRESS_LENGTH)
    return false
  if (inn === undefined) return phone !== undefined && phone !== '' && isCleanText(phone)
  if (kind === 'person' || (inn.length === 10) !== (kind === 'organization')) return false
  return (kind !== 'organization' || customer.kpp !== undefined) && innWarning(inn) === undefined
}

function isPlainLine({ name, quantity, price, amount, vat }: OrderLine, rates: ReadonlySet<string>): boolean {
  if (!rates.has(vat) || amount.length > TOTAL_LENGTH || !isPlainName(name)) return false
  if (quantity === '1') return true
  if (price.length > SUM_LENGTH || !QUANTITY.test(quantity)) return false
  return kopecks(price) * Number(quantity) === kopecks(amount)
}

function kopecks(sum: string): number {
  return Math.round(Number(sum) * 100)
}

/** Whether a name is sent unchanged. */
function isPlainName(name: string): boolean {
  return name !== '' && name.length <= ITEM_NAME_LENGTH && cleanName(name, ITEM_NAME_LENGTH) === name
}

function isCleanText(text: string): boolean {
  return text.length <= TEXT_LENGTH && cleanText(text, TEXT_LENGTH) === text
}

function arePlainAttributes(attributes: Order['attributes'], isPlain: (name: string) => boolean): boolean {
  const names = Object.keys(attributes)
  for (const name of names) if (!isPlain(name) || !isCleanText(attributes[name]!)) return false
  return names.length < 2 || new Set(names.map(plainName)).size === names.length
}

/** Returns a test for attribute names that are sent unchanged and upon which fewer than `most` clients act. Caches, as names repeat. */
function plainAttributes(clients: readonly Client[], most: number): (name: string) => boolean {
  const names = new Map<string, boolean>()
  const isPlain = (name: string): boolean => {
    if (cleanName(name, ATTRIBUTE_NAME_LENGTH) !== name || isReserved(name)) return false
    const plain = plainName(name)
    return (
      !OWN_NAMES.has(plain) &&
      clients.filter(client => attributeEffectsOf(PROFILES[client]).has(plain)).length < most
    )
  }
  return name => {
    let known = names.get(name)
    if (known === undefined) {
      known = isPlain(name)
      if (names.size >= REMEMBERED_NAMES) names.clear()
      names.set(name, known)
    }
    return known
  }
}
