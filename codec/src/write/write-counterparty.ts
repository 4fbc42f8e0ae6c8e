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
import { ADDRESS_PARTS, CONTACT_KINDS, N, ROLES, SEXES } from '../model/names.js'
import type { SchemaVersion } from '../model/schema-version.js'
import { writeWord } from '../model/words.js'
import { branch, isBlank, leaf, list } from '../xml/xml-writer.js'

/** `Контрагенты` of a document. */
export function writeCounterparties(
  parties: readonly Counterparty[] | undefined,
  version: SchemaVersion,
): string {
  if (parties === undefined) return ''
  let content = ''
  for (const party of parties) content += writeCounterparty(party, version)
  return counterparties(content)
}

function writeCounterparty(party: Counterparty, version: SchemaVersion): string {
  return counterparty(
    writeParty(party, version) +
      writeRepresentatives(party.representatives, version) +
      role(writeWord(party.role, ROLES)) +
      writeAccount(party.account) +
      (party.warehouse === undefined ? '' : writeWarehouse(party.warehouse, '')),
  )
}

function writeRepresentatives(items: readonly Representative[] | undefined, version: SchemaVersion): string {
  if (items === undefined) return ''
  let content = ''
  for (const item of items) content += representative(writeParty(item, version) + relation(item.relation))
  return representatives(content)
}

function writeParty(party: Counterparty | Representative, version: SchemaVersion): string {
  return (
    id(party.id) +
    name(party.name) +
    (party.kind === 'organization' ? writeLegalEntity(party) : writeNaturalPerson(party, version)) +
    comment(party.comment) +
    writeAddress(N.address, party.address) +
    writeContacts(party.contacts)
  )
}

/** The group `РеквизитыЮрЛица`. */
export function writeLegalEntity(entity: LegalEntity): string {
  return (
    officialName(entity.officialName) +
    writeAddress(N.legalAddress, entity.legalAddress) +
    inn(entity.inn) +
    kpp(entity.kpp) +
    mainActivity(entity.mainActivity) +
    egrpo(entity.egrpo) +
    okved(entity.okved) +
    okdp(entity.okdp) +
    okopf(entity.okopf) +
    okfs(entity.okfs) +
    okpo(entity.okpo) +
    registeredOn(entity.registeredOn) +
    writeAccounts(entity.bankAccounts)
  )
}

/** The group `РеквизитыФизЛица`. In schema 2.05 no value of `Обращение` is valid, so it is left out there. */
function writeNaturalPerson(person: NaturalPerson, version: SchemaVersion): string {
  return (
    fullName(person.fullName) +
    (version >= '2.06' ? salutation(person.salutation) : '') +
    lastName(person.lastName) +
    firstName(person.firstName) +
    middleName(person.middleName) +
    birthDate(person.birthDate) +
    writeAddress(N.birthPlace, person.birthPlace) +
    (person.sex === undefined ? '' : sex(SEXES[person.sex])) +
    inn(person.inn) +
    kpp(person.kpp) +
    writeAddress(N.registrationAddress, person.registrationAddress)
  )
}

/** An address under the given element name; without its one-line text nothing, as БП fails on such an address. */
export function writeAddress(element: string, address: Address | undefined): string {
  if (address === undefined || isBlank(address.text)) return ''
  let parts = ''
  for (const { type, value } of address.parts ?? []) {
    if (isBlank(type) || isBlank(value)) continue
    parts += addressPart(typeElement(writeWord(type, ADDRESS_PARTS)) + valueElement(value))
  }
  return `<${element}>${addressText(address.text)}${comment(address.comment)}${parts}</${element}>`
}

/** `Контакт`; without type or value nothing, as 1C fails on such a contact. */
function writeContact(contact: Contact): string {
  if (isBlank(contact.type) || isBlank(contact.value)) return ''
  const type = writeWord(contact.type, CONTACT_KINDS)
  return contactElement(typeElement(type) + valueElement(contact.value) + comment(contact.comment))
}

function writeAccount(account: BankAccount | undefined): string {
  if (account === undefined) return ''
  return bankAccount(
    accountNumber(account.number) +
      writeBank(bankElement, account.bank) +
      writeBank(correspondentBank, account.correspondentBank) +
      comment(account.comment),
  )
}

function writeBank(wrap: (content: string) => string, bank: Bank | undefined): string {
  if (bank === undefined) return ''
  return wrap(
    correspondentAccount(bank.correspondentAccount) +
      name(bank.name) +
      writeAddress(N.address, bank.address) +
      (bank.bic === undefined ? swift(bank.swift) : bic(bank.bic)),
  )
}

/** `Склад` with what its context adds at the end. */
export function writeWarehouse(warehouse: Warehouse, tail: string): string {
  return warehouseElement(
    id(warehouse.id) +
      name(warehouse.name) +
      comment(warehouse.comment) +
      writeAddress(N.address, warehouse.address) +
      writeContacts(warehouse.contacts) +
      tail,
  )
}

const counterparties = branch(N.counterparties)
const counterparty = branch(N.counterparty)
const representatives = branch(N.representatives)
const representative = branch(N.representative)
const relation = leaf(N.relation)
const role = leaf(N.role)
const id = leaf(N.id)
const name = leaf(N.name)
const comment = leaf(N.comment)
const officialName = leaf(N.officialName)
const inn = leaf(N.inn)
const kpp = leaf(N.kpp)
const mainActivity = leaf(N.mainActivity)
const egrpo = leaf(N.egrpo)
const okved = leaf(N.okved)
const okdp = leaf(N.okdp)
const okopf = leaf(N.okopf)
const okfs = leaf(N.okfs)
const okpo = leaf(N.okpo)
const registeredOn = leaf(N.registeredOn)
const fullName = leaf(N.fullName)
const salutation = leaf(N.salutation)
const lastName = leaf(N.lastName)
const firstName = leaf(N.firstName)
const middleName = leaf(N.middleName)
const birthDate = leaf(N.birthDate)
const sex = leaf(N.sex)
const addressText = leaf(N.addressText)
const addressPart = branch(N.addressPart)
const typeElement = leaf(N.type)
const valueElement = leaf(N.value)
const contactElement = branch(N.contact)
const bankAccount = branch(N.bankAccount)
const accountNumber = leaf(N.accountNumber)
const bankElement = branch(N.bank)
const correspondentBank = branch(N.correspondentBank)
const correspondentAccount = leaf(N.correspondentAccount)
const bic = leaf(N.bic)
const swift = leaf(N.swift)
const warehouseElement = branch(N.warehouse)

const writeContacts = list(N.contacts, writeContact)
const writeAccounts = list(N.bankAccounts, writeAccount)
export const writeWarehouses = list(N.warehouses, (item: Warehouse) => writeWarehouse(item, ''))
