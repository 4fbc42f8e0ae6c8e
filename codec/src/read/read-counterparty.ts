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
import { readWord, wordsOf } from '../model/words.js'
import { child, childText, compact, items, readList, wrappedItems, type XmlNode } from '../xml/xml-node.js'
import { readDate } from './read-parts.js'

export function readCounterparties(node: XmlNode): Received<Counterparty>[] | undefined {
  return readList(items(node, ELEMENTS.counterparties, ELEMENTS.counterparty), readCounterparty)
}

function readCounterparty(node: XmlNode): Received<Counterparty> | undefined {
  const account = child(node, ELEMENTS.bankAccount)
  const warehouse = child(node, ELEMENTS.warehouse)
  return compact<object>({
    ...readParty(node),
    representatives: readList(
      items(node, ELEMENTS.representatives, ELEMENTS.representative),
      readRepresentative,
    ),
    role: readWord(childText(node, ELEMENTS.role), roles),
    account: account === undefined ? undefined : readAccount(account),
    warehouse: warehouse === undefined ? undefined : readWarehouse(warehouse),
  }) as Received<Counterparty> | undefined
}

/** Bitrix and similar sites wrap the person in another `Контрагент`. */
function readRepresentative(node: XmlNode): Received<Representative> | undefined {
  const inner = child(node, ELEMENTS.counterparty) ?? node
  const relation = childText(node, ELEMENTS.relation)
  return compact<object>({ ...readParty(inner), relation }) as Received<Representative> | undefined
}

/**
 * What all parties have. The name element that is filled tells an organization from a person; if both are, as in УНФ, the official
 * name decides, as in 1C.
 */
function readParty(node: XmlNode): object {
  const official = childText(node, ELEMENTS.officialName) !== undefined
  const person = !official && PERSON_MARKS.some(mark => childText(node, mark) !== undefined)
  return {
    kind: official ? 'organization' : person ? 'person' : undefined,
    id: childText(node, ELEMENTS.id),
    name: childText(node, ELEMENTS.name),
    ...(official ? readLegalEntity(node) : readNaturalPerson(node)),
    comment: childText(node, ELEMENTS.comment),
    address: readAddress(node, ELEMENTS.address),
    contacts: readContacts(node),
  }
}

export function readLegalEntity(node: XmlNode): Received<LegalEntity> | undefined {
  return compact<Received<LegalEntity>>({
    officialName: childText(node, ELEMENTS.officialName),
    legalAddress: readAddress(node, ELEMENTS.legalAddress),
    inn: childText(node, ELEMENTS.inn),
    kpp: childText(node, ELEMENTS.kpp),
    mainActivity: childText(node, ELEMENTS.mainActivity),
    egrpo: childText(node, ELEMENTS.egrpo),
    okved: childText(node, ELEMENTS.okved),
    okdp: childText(node, ELEMENTS.okdp),
    okopf: childText(node, ELEMENTS.okopf),
    okfs: childText(node, ELEMENTS.okfs),
    okpo: childText(node, ELEMENTS.okpo),
    registeredOn: readDate(node, ELEMENTS.registeredOn),
    bankAccounts: readList(wrappedItems(node, ELEMENTS.bankAccounts, ELEMENTS.bankAccount), readAccount),
  })
}

function readNaturalPerson(node: XmlNode): Received<NaturalPerson> | undefined {
  return compact<Received<NaturalPerson>>({
    fullName: childText(node, ELEMENTS.fullName),
    salutation: childText(node, ELEMENTS.salutation),
    lastName: childText(node, ELEMENTS.lastName),
    firstName: childText(node, ELEMENTS.firstName),
    middleName: childText(node, ELEMENTS.middleName),
    birthDate: readDate(node, ELEMENTS.birthDate),
    birthPlace: readAddress(node, ELEMENTS.birthPlace),
    sex: readWord(childText(node, ELEMENTS.sex), sexes) as 'male' | 'female' | undefined,
    inn: childText(node, ELEMENTS.inn),
    kpp: childText(node, ELEMENTS.kpp),
    registrationAddress: readAddress(node, ELEMENTS.registrationAddress),
  })
}

/** The address in the child with that name. */
export function readAddress(node: XmlNode, element: string): Received<Address> | undefined {
  const address = child(node, element)
  if (address === undefined) return undefined
  return compact<Received<Address>>({
    // An address that is plain text, as some sites write it.
    text: childText(address, ELEMENTS.addressText) ?? (address.text === '' ? undefined : address.text),
    comment: childText(address, ELEMENTS.comment),
    parts: readList(address.children, readAddressPart),
  })
}

function readAddressPart(node: XmlNode): Received<NonNullable<Address['parts']>[number]> | undefined {
  if (node.name !== ELEMENTS.addressPart) return undefined
  return compact({
    type: readWord(childText(node, ELEMENTS.type), addressParts),
    value: childText(node, ELEMENTS.value),
  })
}

function readContacts(node: XmlNode): Received<Contact>[] | undefined {
  return readList(items(node, ELEMENTS.contacts, ELEMENTS.contact), contact =>
    compact<Received<Contact>>({
      type: readWord(childText(contact, ELEMENTS.type), contactKinds),
      value: childText(contact, ELEMENTS.value),
      comment: childText(contact, ELEMENTS.comment),
    }),
  )
}

function readAccount(node: XmlNode): Received<BankAccount> | undefined {
  return compact<Received<BankAccount>>({
    number: childText(node, ELEMENTS.accountNumber),
    bank: readBank(child(node, ELEMENTS.bank)),
    correspondentBank: readBank(child(node, ELEMENTS.correspondentBank)),
    comment: childText(node, ELEMENTS.comment),
  })
}

function readBank(node: XmlNode | undefined): Received<Bank> | undefined {
  if (node === undefined) return undefined
  return compact<Received<Bank>>({
    correspondentAccount: childText(node, ELEMENTS.correspondentAccount),
    name: childText(node, ELEMENTS.name),
    address: readAddress(node, ELEMENTS.address),
    bic: childText(node, ELEMENTS.bic),
    swift: childText(node, ELEMENTS.swift),
  })
}

export function readWarehouses(node: XmlNode): Received<Warehouse>[] | undefined {
  return readList(items(node, ELEMENTS.warehouses, ELEMENTS.warehouse), readWarehouse)
}

export function readWarehouse(node: XmlNode): Received<Warehouse> | undefined {
  return compact<Received<Warehouse>>({
    id: childText(node, ELEMENTS.id),
    name: childText(node, ELEMENTS.name),
    comment: childText(node, ELEMENTS.comment),
    address: readAddress(node, ELEMENTS.address),
    contacts: readContacts(node),
  })
}

const PERSON_MARKS = [ELEMENTS.fullName, ELEMENTS.lastName, ELEMENTS.firstName]
const roles = wordsOf(ROLES)
const sexes = wordsOf(SEXES)
const addressParts = wordsOf(ADDRESS_PARTS)
const contactKinds = wordsOf(CONTACT_KINDS, CONTACT_ALIASES)
