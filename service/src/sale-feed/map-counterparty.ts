import type { Address, Contact, Counterparty } from '@obmen/codec'
import type { Customer } from '../orders/order.js'
import { cleanName, cleanText } from './clean-text.js'
import { shortId } from './short-id.js'

/** `Наименование` of a catalogue item in 1C; a longer one is cut when saved and never found again by name. */
const NAME_LIMIT = 100
/** `НаименованиеТип` and `Представление` in every version of the schema (255 from 2.07 on). */
const LONG_NAME_LIMIT = 250
/** `СтрокаТип`. */
const TEXT_LIMIT = 255

/**
 * The buyer. 1C takes for a legal entity whoever has `ОфициальноеНаименование`, so only an organization gets it: an entrepreneur
 * is written as a person with a 12-digit ИНН, which УТ and Бухгалтерия both turn into "ИП".
 */
export function mapCounterparty(customer: Customer): Counterparty {
  const name = nameOf(customer)
  const address = addressOf(customer)
  const inn = customer.inn !== undefined && /^(\d{10}|\d{12})$/.test(customer.inn) ? customer.inn : undefined
  const party = {
    id: shortId(customer.id, 40),
    name: cleanName(name, NAME_LIMIT),
    ...(address ? { address } : {}),
    ...contactsOf(customer),
    role: 'buyer' as const,
  }
  if (customer.kind === 'person') {
    return {
      ...party,
      kind: 'person',
      fullName: cleanName(name, LONG_NAME_LIMIT),
      ...filled('lastName', customer.lastName),
      ...filled('firstName', customer.firstName),
      ...filled('middleName', customer.middleName ?? ''),
      ...(inn ? { inn } : {}),
    }
  }
  const officialName = cleanName(customer.fullName ?? '', LONG_NAME_LIMIT) || cleanName(name, LONG_NAME_LIMIT)
  if (customer.kind === 'entrepreneur') {
    return {
      ...party,
      kind: 'person',
      fullName: officialName,
      ...(inn ? { inn } : {}),
      ...(address ? { registrationAddress: address } : {}),
    }
  }
  const kpp = customer.kpp !== undefined && /^[0-9A-Z]{9}$/.test(customer.kpp) ? customer.kpp : undefined
  return {
    ...party,
    kind: 'organization',
    officialName,
    ...(address ? { legalAddress: address } : {}),
    ...(inn ? { inn } : {}),
    ...(kpp ? { kpp } : {}),
  }
}

/** Never empty: УТ keeps an order of a nameless buyer without a buyer at all. */
function nameOf(customer: Customer): string {
  const name =
    customer.kind === 'person'
      ? [customer.lastName, customer.firstName, customer.middleName ?? '']
          .filter(part => part.trim() !== '')
          .join(' ')
      : customer.name
  return cleanName(name, 1) === '' ? shortId(customer.id, 40) : name
}

function filled<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  const value = cleanName(text, TEXT_LIMIT)
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>)
}

function addressOf(customer: Customer): Address | undefined {
  const text = cleanText(customer.address ?? '', LONG_NAME_LIMIT)
  return text === '' ? undefined : { text }
}

/** The kinds that all five read: УТ knows of phones only "Телефон рабочий", Розница finds buyers by it. */
function contactsOf(customer: Customer): { contacts?: Contact[] } {
  const phone = cleanText(customer.phone ?? '', TEXT_LIMIT)
  const email = cleanText(customer.email ?? '', TEXT_LIMIT)
  const contacts: Contact[] = []
  if (phone !== '') contacts.push({ type: 'phone-work', value: phone })
  if (email !== '') contacts.push({ type: 'email', value: email })
  return contacts.length > 0 ? { contacts } : {}
}
