import { REQUISITES as NAMES, type Requisite } from '@obmen/codec'
import { isCanceled, type Order } from '@obmen/contract'
import { platformNumber } from '../../orders/numbering/document-number.js'
import type { Feed } from '../feed.js'
import type { IncludedPayments } from '../payments/included-payments.js'
import { cleanName, cleanText } from './clean-text.js'
import { isReserved, plainName, RESERVED_SUFFIX } from './reserved-names.js'

/** `НаименованиеТип` and `ЗначениеТип` in every version. */
const NAME_LIMIT = 250
const VALUE_LIMIT = 1000
const PLAIN: ReadonlyMap<string, string> = new Map(Object.values(NAMES).map(name => [name, plainName(name)]))
const DELIVERY_COMMENT = plainName(NAMES.deliveryComment)

interface DocumentFacts {
  number: string
  commented: boolean
}

/**
 * What 1C interprets, then the platform's attributes. No value is empty: УТ and Розница would take the
 * previous one. No name occurs twice: 1C would take the last.
 */
export function mapRequisites(
  order: Order,
  included: IncludedPayments,
  document: DocumentFacts,
  { profile, settings }: Pick<Feed, 'profile' | 'settings'>,
): Requisite[] {
  const requisites: Requisite[] = []
  const add = (name: string, text: string): void => {
    const value = cleanText(text, VALUE_LIMIT)
    if (value !== '') requisites.push({ name, value })
  }

  const siteNumber = platformNumber(order)
  if (siteNumber !== document.number) add(NAMES.siteNumber, siteNumber)
  if (profile.getsOrderId && settings.orderidrequisite) add(NAMES.orderId, order.id)
  add(NAMES.orderStatus, order.status)
  add(NAMES.orderStatusId, order.status)
  add(NAMES.orderStatusIdAlternative, order.status)
  add(NAMES.canceled, String(isCanceled(order)))
  if (included.inFull) add(NAMES.orderPaid, 'true')
  add(NAMES.paymentMethod, included.method.name)
  add(NAMES.paymentMethodId, included.method.gateway ?? '')
  const last = included.paid.at(-1)
  // Бухгалтерия considers an unpaid order with a date and a number as paid, whatever else it says.
  if (included.form === 'requisites' && included.inFull && last) {
    add(NAMES.paymentDate, last.date)
    add(NAMES.paymentNumber, String(last.number))
  }
  add(NAMES.place, order.place?.name ?? '')
  add(NAMES.contract, order.contract ?? '')
  const { delivery } = order
  if (delivery) {
    for (const name of [NAMES.deliveryMethod, NAMES.deliveryWay]) add(name, delivery.name)
    // The platform has no ids of delivery methods; `info` lists the names as ids.
    if (profile.deliveryIds === 'sent')
      for (const name of [NAMES.deliveryMethodId, NAMES.deliveryWayId]) add(name, delivery.name)
    add(NAMES.deliveryAddress, delivery.address ?? '')
    add(NAMES.recipient, delivery.recipient ?? '')
    add(NAMES.trackNumber, delivery.trackNumber ?? '')
  }
  const repeated = profile.deliveryComment === 'with-comment' && !document.commented
  addAttributes(
    requisites,
    order.attributes,
    name => isReserved(name) || (repeated && plainName(name) === DELIVERY_COMMENT),
  )
  return requisites
}

function addAttributes(
  requisites: Requisite[],
  attributes: Order['attributes'],
  renamed: (name: string) => boolean,
): void {
  let taken: Set<string> | undefined
  for (const [attribute, text] of Object.entries(attributes)) {
    taken ??= new Set(requisites.map(({ name }) => PLAIN.get(name) ?? plainName(name)))
    const own = cleanName(attribute, NAME_LIMIT)
    const name = renamed(own) ? own + RESERVED_SUFFIX : own
    const value = cleanText(text, VALUE_LIMIT)
    const plain = plainName(name)
    if (value === '' || plain === '' || taken.has(plain)) continue
    taken.add(plain)
    requisites.push({ name, value })
  }
}
