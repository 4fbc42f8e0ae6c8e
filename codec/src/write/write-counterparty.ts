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
import { ADDRESS_PARTS, CONTACT_KINDS, ELEMENTS, ROLES, SEXES } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { writeWord } from '../model/words.js'
import { branch, isBlank, leaves, list } from '../xml/xml-writer.js'

function writeCounterparty(party: Counterparty, version: SchemaVersion): string {
  return counterparty(
    writeParty(party, version) +
      writeRepresentatives(party.representatives, version) +
      role(writeWord(party.role, ROLES)) +
      writeAccount(party.account) +
      (party.warehouse === undefined ? '' : writeWarehouse(party.warehouse, '')),
  )
}

function writeRepresentative(item: Representative, version: SchemaVersion): string {
  return representative(writeParty(item, version) + relation(item.relation))
}

function writeParty(party: Counterparty | Representative, version: SchemaVersion): string {
  return (
    id(party.id) +
    name(party.name) +
    (party.kind === 'organization' ? writeLegalEntity(party) : writeNaturalPerson(party, version)) +
    comment(party.comment) +
    writeAddress(ELEMENTS.address, party.address) +
    writeContacts(party.contacts)
  )
}

export function writeLegalEntity(entity: LegalEntity): string {
  return (
    officialName(entity.officialName) +
    writeAddress(ELEMENTS.legalAddress, entity.legalAddress) +
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
    writeAddress(ELEMENTS.birthPlace, person.birthPlace) +
    (person.sex === undefined ? '' : sex(SEXES[person.sex])) +
    inn(person.inn) +
    kpp(person.kpp) +
    writeAddress(ELEMENTS.registrationAddress, person.registrationAddress)
  )
}

/** An address; nothing without its one-line text, as БП fails on such an address. */
export function writeAddress(element: string, address: Address | undefined): string {
  if (address === undefined || isBlank(address.text)) return ''
  let parts = ''
  for (const { type, value } of address.parts ?? []) {
    if (isBlank(type) || isBlank(value)) continue
    parts += addressPart(typeElement(writeWord(type, ADDRESS_PARTS)) + valueElement(value))
  }
  return `<${element}>${addressText(address.text)}${comment(address.comment)}${parts}</${element}>`
}

/** `Контакт`; nothing without type or value, as 1C fails on such a contact. */
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
      writeAddress(ELEMENTS.address, bank.address) +
      (bank.bic === undefined ? swift(bank.swift) : bic(bank.bic)),
  )
}

/** `Склад` with what its context appends. */
export function writeWarehouse(warehouse: Warehouse, tail: string): string {
  return warehouseElement(
    id(warehouse.id) +
      name(warehouse.name) +
      comment(warehouse.comment) +
      writeAddress(ELEMENTS.address, warehouse.address) +
      writeContacts(warehouse.contacts) +
      tail,
  )
}

const { relation, role, id, name, comment, officialName, inn, kpp, mainActivity, egrpo, okved } = leaves
const { okdp, okopf, okfs, okpo, registeredOn, fullName, salutation, lastName, firstName } = leaves
const { middleName, birthDate, sex, addressText, type: typeElement, value: valueElement } = leaves
const { accountNumber, correspondentAccount, bic, swift } = leaves
const counterparty = branch(ELEMENTS.counterparty)
const representative = branch(ELEMENTS.representative)
const addressPart = branch(ELEMENTS.addressPart)
const contactElement = branch(ELEMENTS.contact)
const bankAccount = branch(ELEMENTS.bankAccount)
const bankElement = branch(ELEMENTS.bank)
const correspondentBank = branch(ELEMENTS.correspondentBank)
const warehouseElement = branch(ELEMENTS.warehouse)

export const writeCounterparties = list(ELEMENTS.counterparties, writeCounterparty)
const writeRepresentatives = list(ELEMENTS.representatives, writeRepresentative)
const writeContacts = list(ELEMENTS.contacts, writeContact)
const writeAccounts = list(ELEMENTS.bankAccounts, writeAccount)
export const writeWarehouses = list(ELEMENTS.warehouses, (item: Warehouse) => writeWarehouse(item, ''))
