import type { Address, Contact, Counterparty } from '@obmen/codec'
import { type BusinessCustomer, type Customer, fullName } from '@obmen/contract'
import type { ClientProfile } from '../../clients/index.js'
import { parseEntrepreneur } from '../../orders/names/parse-name.js'
import { cleanName, cleanText, distinctName } from './clean-text.js'
import { shortId } from './short-id.js'

/** `Наименование` in 1C; a longer one is cut on saving and never found again by name. */
const NAME_LIMIT = 100
/** `НаименованиеТип` and `Представление` in every version of the schema (255 from 2.07 on). */
const LONG_NAME_LIMIT = 250
/** `СтрокаТип`. */
const TEXT_LIMIT = 255
const ID_LIMIT = 40
const INN = /^(\d{10}|\d{12})$/
const KPP = /^[0-9A-Z]{9}$/

/**
 * The buyer. By `ОфициальноеНаименование` 1C knows an organization; an entrepreneur is a person with a
 * 12-digit ИНН to УТ and Бухгалтерия.
 */
export function mapCounterparty(
  customer: Customer,
  profile: ClientProfile,
  deliveryAddress?: string,
): Counterparty {
  const name = nameOf(customer)
  const shown = profile.buyersByName ? distinctName(name, NAME_LIMIT) : cleanName(name, NAME_LIMIT)
  const buyer =
    customer.kind === 'organization' ? organizationOf(customer, name, shown) : personOf(customer, name, shown)
  Object.assign(buyer, requisitesOf(customer, profile))
  addAddresses(buyer, customer, profile.deliveryAddress === 'buyer' ? deliveryAddress : undefined)
  const contacts = contactsOf(customer)
  if (contacts.length > 0) buyer.contacts = contacts
  return buyer
}

/** ИНН and КПП as they are sent to this client. */
export function requisitesOf(
  { kind, inn, kpp }: { kind: Customer['kind']; inn?: string | undefined; kpp?: string | undefined },
  { innOfPrivatePerson }: Pick<ClientProfile, 'innOfPrivatePerson'>,
): Pick<Counterparty, 'inn' | 'kpp'> {
  const codes: Pick<Counterparty, 'inn' | 'kpp'> = {}
  const withheld = kind === 'person' && innOfPrivatePerson === 'withheld'
  if (inn !== undefined && !withheld && INN.test(inn)) codes.inn = inn
  if (kind === 'organization' && kpp !== undefined && KPP.test(kpp)) codes.kpp = kpp
  return codes
}

function organizationOf(customer: BusinessCustomer, name: string, shown: string): Counterparty {
  return {
    kind: 'organization',
    id: shortId(customer.id, ID_LIMIT),
    name: shown,
    officialName: fullNameOf(customer, name),
    role: 'buyer',
  }
}

function personOf(customer: Customer, name: string, shown: string): Counterparty {
  const buyer: Counterparty = {
    kind: 'person',
    id: shortId(customer.id, ID_LIMIT),
    name: shown,
    fullName: customer.kind === 'person' ? cleanName(name, LONG_NAME_LIMIT) : fullNameOf(customer, name),
    role: 'buyer',
  }
  const parts = customer.kind === 'person' ? customer : parseEntrepreneur(customer.name)
  for (const part of ['lastName', 'firstName', 'middleName'] as const) {
    const text = cleanName(parts?.[part] ?? '', TEXT_LIMIT)
    if (text !== '') buyer[part] = text
  }
  return buyer
}

function fullNameOf(customer: BusinessCustomer, name: string): string {
  return cleanName(customer.fullName ?? '', LONG_NAME_LIMIT) || cleanName(name, LONG_NAME_LIMIT)
}

/** Never empty: УТ saves an order without its buyer if that has no name. */
function nameOf(customer: Customer): string {
  const name = fullName(customer)
  return cleanName(name, 1) === '' ? shortId(customer.id, 40) : name
}

/** The address of the delivery takes the place of the buyer's own, which becomes that of registration. */
function addAddresses(buyer: Counterparty, customer: Customer, deliveryAddress: string | undefined): void {
  const own = addressOf(customer.address)
  const delivery = addressOf(deliveryAddress)
  const actual = delivery ?? own
  if (actual) buyer.address = actual
  if (!own) return
  if (buyer.kind === 'organization') buyer.legalAddress = own
  else if (customer.kind === 'entrepreneur' || delivery) buyer.registrationAddress = own
}

function addressOf(address: string | undefined): Address | undefined {
  const text = cleanText(address ?? '', LONG_NAME_LIMIT)
  return text === '' ? undefined : { text }
}

/** Contacts that all five read: of phones УТ knows only "Телефон рабочий", by which Розница searches. */
function contactsOf(customer: Customer): Contact[] {
  const phone = cleanText(customer.phone ?? '', TEXT_LIMIT)
  const email = cleanText(customer.email ?? '', TEXT_LIMIT)
  const contacts: Contact[] = []
  if (phone !== '') contacts.push({ type: 'phone-work', value: phone })
  if (email !== '') contacts.push({ type: 'email', value: email })
  return contacts
}
