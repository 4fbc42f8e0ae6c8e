import type {
  Address,
  Bank,
  BankAccount,
  Contact,
  Counterparty,
  LegalEntity,
  NaturalPerson,
  Representative,
  Warehouse,
} from '../model/counterparty.js'
import { ADDRESS_PARTS, CONTACT_ALIASES, CONTACT_KINDS, ELEMENTS, ROLES, SEXES } from '../model/names.js'
import type { Received } from '../model/received.js'
import { wordsOf } from '../model/words.js'
import { child, childText, type XmlNode } from '../xml/xml-node.js'
import { date, text, texts, word } from './read-parts.js'
import { type Field, type Fields, list, one, type Reader, record, repeated, wrappedList } from './record.js'

const readAddressParts = record<Received<Address>>({
  text: text(ELEMENTS.addressText),
  comment: text(ELEMENTS.comment),
  parts: repeated(
    ELEMENTS.addressPart,
    record<Received<NonNullable<Address['parts']>[number]>>({
      type: word(ELEMENTS.type, wordsOf(ADDRESS_PARTS)),
      value: text(ELEMENTS.value),
    }),
  ),
})

/** Some sites write an address as plain text. */
function readAddress(node: XmlNode): Received<Address> | undefined {
  const address = readAddressParts(node)
  return node.text === '' ? address : { text: node.text, ...address }
}

export const address = (element: string): Field<Received<Address>> => one(element, readAddress)

const contacts: Field<Received<Contact>[]> = list(
  ELEMENTS.contacts,
  ELEMENTS.contact,
  record<Received<Contact>>({
    type: word(ELEMENTS.type, wordsOf(CONTACT_KINDS, CONTACT_ALIASES)),
    value: text(ELEMENTS.value),
    comment: text(ELEMENTS.comment),
  }),
)

const readBank = record<Received<Bank>>({
  correspondentAccount: text(ELEMENTS.correspondentAccount),
  name: text(ELEMENTS.name),
  address: address(ELEMENTS.address),
  bic: text(ELEMENTS.bic),
  swift: text(ELEMENTS.swift),
})

const readAccount = record<Received<BankAccount>>({
  number: text(ELEMENTS.accountNumber),
  bank: one(ELEMENTS.bank, readBank),
  correspondentBank: one(ELEMENTS.correspondentBank, readBank),
  comment: text(ELEMENTS.comment),
})

export const WAREHOUSE: Fields<Received<Warehouse>> = {
  ...texts('id', 'name', 'comment'),
  address: address(ELEMENTS.address),
  contacts,
}
const readWarehouse = record(WAREHOUSE)

export const warehouses: Field<Received<Warehouse>[]> = list(
  ELEMENTS.warehouses,
  ELEMENTS.warehouse,
  readWarehouse,
)

const LEGAL_ENTITY: Fields<Received<LegalEntity>> = {
  officialName: text(ELEMENTS.officialName),
  legalAddress: address(ELEMENTS.legalAddress),
  ...texts('inn', 'kpp', 'mainActivity', 'egrpo', 'okved', 'okdp', 'okopf', 'okfs', 'okpo'),
  registeredOn: date(ELEMENTS.registeredOn),
  bankAccounts: wrappedList(ELEMENTS.bankAccounts, ELEMENTS.bankAccount, readAccount),
}
export const readLegalEntity = record(LEGAL_ENTITY)

const NATURAL_PERSON: Fields<Received<NaturalPerson>> = {
  ...texts('fullName', 'salutation', 'lastName', 'firstName', 'middleName'),
  birthDate: date(ELEMENTS.birthDate),
  birthPlace: address(ELEMENTS.birthPlace),
  sex: word(ELEMENTS.sex, wordsOf(SEXES)) as Field<'male' | 'female'>,
  inn: text(ELEMENTS.inn),
  kpp: text(ELEMENTS.kpp),
  registrationAddress: address(ELEMENTS.registrationAddress),
}

const PARTY = {
  ...texts('id', 'name', 'comment'),
  address: address(ELEMENTS.address),
  contacts,
}

/**
 * Reads fields of all parties, and of `rest`. The name tells an organization from a person; if both are
 * filled, as in УНФ, the official one decides, as in 1C.
 */
function party<T extends object>(rest: Readonly<Record<string, Field<unknown>>>): Reader<T> {
  const readOrganization = record<Party>({ ...PARTY, ...LEGAL_ENTITY, ...rest } as unknown as Fields<Party>)
  const readPerson = record<Party>({ ...PARTY, ...NATURAL_PERSON, ...rest } as unknown as Fields<Party>)
  return node => {
    const official = childText(node, ELEMENTS.officialName) !== undefined
    const found = official ? readOrganization(node) : readPerson(node)
    if (found === undefined) return undefined
    if (official) found.kind = 'organization'
    else if (PERSON_MARKS.some(mark => found[mark] !== undefined)) found.kind = 'person'
    return found as T
  }
}

type Party = { kind?: 'organization' | 'person' } & Received<NaturalPerson>
const PERSON_MARKS = ['fullName', 'lastName', 'firstName'] as const

const readRepresented = party<Received<Representative>>({})

/** Bitrix and similar sites wrap the person in another `Контрагент`. */
function readRepresentative(node: XmlNode): Received<Representative> | undefined {
  const person = readRepresented(child(node, ELEMENTS.counterparty) ?? node)
  const relation = childText(node, ELEMENTS.relation)
  return relation === undefined ? person : { ...person, relation }
}

export const counterparties: Field<Received<Counterparty>[]> = list(
  ELEMENTS.counterparties,
  ELEMENTS.counterparty,
  party<Received<Counterparty>>({
    representatives: list(ELEMENTS.representatives, ELEMENTS.representative, readRepresentative),
    role: word(ELEMENTS.role, wordsOf(ROLES)),
    account: one(ELEMENTS.bankAccount, readAccount),
    warehouse: one(ELEMENTS.warehouse, readWarehouse),
  }),
)
