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
import { ADDRESS_PARTS, CONTACT_ALIASES, CONTACT_KINDS, N, ROLES, SEXES } from '../model/names.js'
import type { Received } from '../model/received.js'
import { readWord, wordsOf } from '../model/words.js'
import { child, childText, compact, items, readList, wrappedItems, type XmlNode } from '../xml/xml-node.js'
import { readDate } from './read-parts.js'

export function readCounterparties(node: XmlNode): Received<Counterparty>[] | undefined {
  return readList(items(node, N.counterparties, N.counterparty), readCounterparty)
}

function readCounterparty(node: XmlNode): Received<Counterparty> | undefined {
  const account = child(node, N.bankAccount)
  const warehouse = child(node, N.warehouse)
  return compact<object>({
    ...readParty(node),
    representatives: readList(items(node, N.representatives, N.representative), readRepresentative),
    role: readWord(childText(node, N.role), roles),
    account: account === undefined ? undefined : readAccount(account),
    warehouse: warehouse === undefined ? undefined : readWarehouse(warehouse),
  }) as Received<Counterparty> | undefined
}

/** Bitrix and its followers put the person into one more `Контрагент` inside. */
function readRepresentative(node: XmlNode): Received<Representative> | undefined {
  const inner = child(node, N.counterparty) ?? node
  const relation = childText(node, N.relation)
  return compact<object>({ ...readParty(inner), relation }) as Received<Representative> | undefined
}

/**
 * What all parties have. Whether it is an organization or a person follows from the name element that is filled; when
 * both are, as in УНФ, the official name decides, as it does in 1C.
 */
function readParty(node: XmlNode): object {
  const official = childText(node, N.officialName) !== undefined
  const person = !official && PERSON_MARKS.some(mark => childText(node, mark) !== undefined)
  return {
    kind: official ? 'organization' : person ? 'person' : undefined,
    id: childText(node, N.id),
    name: childText(node, N.name),
    ...(official ? readLegalEntity(node) : readNaturalPerson(node)),
    comment: childText(node, N.comment),
    address: readAddress(node, N.address),
    contacts: readContacts(node),
  }
}

export function readLegalEntity(node: XmlNode): Received<LegalEntity> | undefined {
  return compact<Received<LegalEntity>>({
    officialName: childText(node, N.officialName),
    legalAddress: readAddress(node, N.legalAddress),
    inn: childText(node, N.inn),
    kpp: childText(node, N.kpp),
    mainActivity: childText(node, N.mainActivity),
    egrpo: childText(node, N.egrpo),
    okved: childText(node, N.okved),
    okdp: childText(node, N.okdp),
    okopf: childText(node, N.okopf),
    okfs: childText(node, N.okfs),
    okpo: childText(node, N.okpo),
    registeredOn: readDate(node, N.registeredOn),
    bankAccounts: readList(wrappedItems(node, N.bankAccounts, N.bankAccount), readAccount),
  })
}

function readNaturalPerson(node: XmlNode): Received<NaturalPerson> | undefined {
  return compact<Received<NaturalPerson>>({
    fullName: childText(node, N.fullName),
    salutation: childText(node, N.salutation),
    lastName: childText(node, N.lastName),
    firstName: childText(node, N.firstName),
    middleName: childText(node, N.middleName),
    birthDate: readDate(node, N.birthDate),
    birthPlace: readAddress(node, N.birthPlace),
    sex: readWord(childText(node, N.sex), sexes) as 'male' | 'female' | undefined,
    inn: childText(node, N.inn),
    kpp: childText(node, N.kpp),
    registrationAddress: readAddress(node, N.registrationAddress),
  })
}

/** The address in the child of that name. */
export function readAddress(node: XmlNode, element: string): Received<Address> | undefined {
  const address = child(node, element)
  if (address === undefined) return undefined
  return compact<Received<Address>>({
    // An address that is mere text, as some sites write it.
    text: childText(address, N.addressText) ?? (address.text === '' ? undefined : address.text),
    comment: childText(address, N.comment),
    parts: readList(address.children, readAddressPart),
  })
}

function readAddressPart(node: XmlNode): Received<NonNullable<Address['parts']>[number]> | undefined {
  if (node.name !== N.addressPart) return undefined
  return compact({ type: readWord(childText(node, N.type), addressParts), value: childText(node, N.value) })
}

function readContacts(node: XmlNode): Received<Contact>[] | undefined {
  return readList(items(node, N.contacts, N.contact), contact =>
    compact<Received<Contact>>({
      type: readWord(childText(contact, N.type), contactKinds),
      value: childText(contact, N.value),
      comment: childText(contact, N.comment),
    }),
  )
}

function readAccount(node: XmlNode): Received<BankAccount> | undefined {
  return compact<Received<BankAccount>>({
    number: childText(node, N.accountNumber),
    bank: readBank(child(node, N.bank)),
    correspondentBank: readBank(child(node, N.correspondentBank)),
    comment: childText(node, N.comment),
  })
}

function readBank(node: XmlNode | undefined): Received<Bank> | undefined {
  if (node === undefined) return undefined
  return compact<Received<Bank>>({
    correspondentAccount: childText(node, N.correspondentAccount),
    name: childText(node, N.name),
    address: readAddress(node, N.address),
    bic: childText(node, N.bic),
    swift: childText(node, N.swift),
  })
}

export function readWarehouses(node: XmlNode): Received<Warehouse>[] | undefined {
  return readList(items(node, N.warehouses, N.warehouse), readWarehouse)
}

export function readWarehouse(node: XmlNode): Received<Warehouse> | undefined {
  return compact<Received<Warehouse>>({
    id: childText(node, N.id),
    name: childText(node, N.name),
    comment: childText(node, N.comment),
    address: readAddress(node, N.address),
    contacts: readContacts(node),
  })
}

const PERSON_MARKS = [N.fullName, N.lastName, N.firstName]
const roles = wordsOf(ROLES)
const sexes = wordsOf(SEXES)
const addressParts = wordsOf(ADDRESS_PARTS)
const contactKinds = wordsOf(CONTACT_KINDS, CONTACT_ALIASES)
