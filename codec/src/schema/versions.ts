import { N } from '../model/names.js'
import type { SchemaVersion } from '../model/schema-version.js'
import * as t from './value-types.js'

export interface AttributeRule {
  name: string
  type: t.ValueType
  required?: boolean
  since?: SchemaVersion
}

/** An element in its place; the order of rules is the order of elements. */
export interface ElementRule {
  name: string
  min: number
  max: number
  /** Text, or the elements within. A function, as some contain each other. */
  content: t.ValueType | (() => Particle[])
  attributes?: AttributeRule[]
  /** First and last version that has it. */
  since?: SchemaVersion
  until?: SchemaVersion
}

/** One of several sequences, told by its first element. */
interface ChoiceRule {
  choice: ElementRule[][]
}

export type Particle = ElementRule | ChoiceRule

type Content = ElementRule['content']

const one = (name: string, content: Content): ElementRule => ({ name, content, min: 1, max: 1 })
const maybe = (name: string, content: Content): ElementRule => ({ name, content, min: 0, max: 1 })
const several = (name: string, content: Content, max = Infinity): ElementRule => ({
  name,
  content,
  min: 0,
  max,
})
const wrapped = (wrapper: string, item: string, content: Content): ElementRule =>
  maybe(wrapper, () => [{ name: item, content, min: 1, max: Infinity }])
const since = (version: SchemaVersion, rule: ElementRule): ElementRule => ({ ...rule, since: version })
const only = (version: SchemaVersion, rule: ElementRule): ElementRule => ({
  ...rule,
  since: version,
  until: version,
})

const requisite = (): Particle[] => [
  one(N.name, t.nameText),
  { name: N.value, content: t.requisiteText, min: 1, max: Infinity },
]

const address = (): Particle[] => [
  one(N.addressText, t.nameText),
  maybe(N.comment, t.commentText),
  several(N.addressPart, () => [one(N.type, t.addressPart), one(N.value, t.shortText)], 10),
]

const contact = (): Particle[] => [
  one(N.type, t.contactKind),
  one(N.value, t.shortText),
  maybe(N.comment, t.commentText),
]

const bank = (): Particle[] => [
  maybe(N.correspondentAccount, t.accountText),
  maybe(N.name, t.nameText),
  maybe(N.address, address),
  { choice: [[one(N.bic, t.bicText)], [one(N.swift, t.anyText)]] },
]

const bankAccount = (): Particle[] => [
  one(N.accountNumber, t.accountText),
  one(N.bank, bank),
  maybe(N.correspondentBank, bank),
  maybe(N.comment, t.commentText),
]

const warehouse = (): Particle[] => [
  one(N.id, t.globalId),
  // Required up to 2.06.
  { ...one(N.name, t.nameText), until: '2.06' },
  since('2.07', maybe(N.name, t.nameText)),
  maybe(N.comment, t.commentText),
  maybe(N.address, address),
  wrapped(N.contacts, N.contact, contact),
]

const legalEntity: ElementRule[] = [
  one(N.officialName, t.nameText),
  maybe(N.legalAddress, address),
  maybe(N.inn, t.innText),
  maybe(N.kpp, t.kppText),
  maybe(N.mainActivity, t.nameText),
  ...[N.egrpo, N.okved, N.okdp, N.okopf, N.okfs, N.okpo].map(code => maybe(code, t.anyText)),
  maybe(N.registeredOn, t.date),
  wrapped(N.bankAccounts, N.bankAccount, bankAccount),
]

const naturalPerson: ElementRule[] = [
  one(N.fullName, t.nameText),
  since('2.06', maybe(N.salutation, t.salutationText)),
  maybe(N.lastName, t.shortText),
  maybe(N.firstName, t.shortText),
  maybe(N.middleName, t.shortText),
  maybe(N.birthDate, t.date),
  maybe(N.birthPlace, address),
  maybe(N.sex, t.sex),
  maybe(N.inn, t.innText),
  maybe(N.kpp, t.kppText),
  maybe(N.registrationAddress, address),
]

const party: Particle[] = [
  maybe(N.id, t.globalId),
  maybe(N.name, t.nameText),
  { choice: [legalEntity, naturalPerson] },
  maybe(N.comment, t.commentText),
  maybe(N.address, address),
  wrapped(N.contacts, N.contact, contact),
]

const counterparty = (): Particle[] => [
  ...party,
  wrapped(N.representatives, N.representative, () => [...party, one(N.relation, t.anyText)]),
  one(N.role, t.role),
  maybe(N.bankAccount, bankAccount),
  maybe(N.warehouse, warehouse),
]

const tax = (): Particle[] => [
  one(N.name, t.nameText),
  maybe(N.included, t.boolean),
  maybe(N.excise, t.boolean),
  one(N.amount, t.money),
  maybe(N.rate, t.shortText),
]

const adjustment = (): Particle[] => [
  one(N.name, t.nameText),
  one(N.amount, t.money),
  maybe(N.percent, t.shortText),
  maybe(N.included, t.boolean),
  maybe(N.comment, t.commentText),
]

const unit: ElementRule = {
  ...one(N.unit, t.anyText),
  attributes: [
    { name: N.unitCode, type: t.unitCodeText },
    { name: N.unitFullName, type: t.shortText },
    { name: N.unitInternational, type: t.internationalText },
    { name: N.unitShortName, type: t.shortText, since: '2.06' },
  ],
}

const line = (): Particle[] => [
  maybe(N.id, t.id80),
  maybe(N.barcode, t.barcodeText),
  maybe(N.article, t.shortText),
  one(N.name, t.nameText),
  unit,
  maybe(N.counterpartyItemId, t.globalId),
  wrapped(N.groups, N.id, t.globalId),
  maybe(N.description, t.descriptionText),
  several(N.picture, t.shortText),
  maybe(N.country, t.shortText),
  maybe(N.trademark, t.shortText),
  wrapped(N.properties, N.propertyValues, () => [
    one(N.id, t.globalId),
    maybe(N.name, t.nameText),
    requisite()[1]!,
  ]),
  wrapped(N.taxRates, N.taxRate, () => [one(N.name, t.shortText), one(N.rate, t.shortText)]),
  wrapped(N.characteristics, N.characteristic, () => [
    since('2.06', maybe(N.id, t.globalId)),
    one(N.name, t.nameText),
    one(N.value, t.requisiteText),
  ]),
  wrapped(N.requisites, N.requisite, requisite),
  maybe(N.catalogId, t.globalId),
  maybe(N.classifierId, t.globalId),
  maybe(N.price, t.money),
  maybe(N.quantity, t.decimal),
  maybe(N.amount, t.money),
  maybe(N.packageUnit, t.packageUnitText),
  maybe(N.coefficient, t.shortText),
  maybe(N.originCountry, t.shortText),
  maybe(N.customsDeclaration, t.shortText),
  wrapped(N.taxes, N.tax, tax),
  wrapped(N.discounts, N.discount, adjustment),
  wrapped(N.extraCosts, N.extraCost, adjustment),
  wrapped(N.additionalRequisites, N.requisite, requisite),
  since(
    '2.07',
    wrapped(N.warehouses, N.warehouse, () => [...warehouse(), maybe(N.quantity, t.decimal)]),
  ),
]

const payment = (): Particle[] => [
  one(N.paymentNumber, t.shortText),
  one(N.paymentTransaction, t.shortText),
  one(N.paymentDate, t.dateTime),
  one(N.paymentAmount, t.money),
  one(N.paymentMethod, t.shortText),
  maybe(N.paymentMethodId, t.id20),
]

const signer = (): Particle[] => [
  one(N.lastName, t.shortText),
  one(N.firstName, t.shortText),
  maybe(N.middleName, t.shortText),
  maybe(N.salutation, t.salutationText),
  maybe(N.registrationAddress, address),
  maybe(N.employer, () => legalEntity),
  maybe(N.position, t.shortText),
  maybe(N.comment, t.commentText),
]

const heading: ElementRule[] = [
  one(N.id, t.globalId),
  one(N.number, t.shortText),
  one(N.date, t.date),
  one(N.operation, t.operation),
  one(N.role, t.role),
  one(N.currency, t.currencyText),
  one(N.rateOfCurrency, t.shortText),
  one(N.amount, t.money),
  { ...wrapped(N.counterparties, N.counterparty, counterparty), min: 1 },
]

const body: ElementRule[] = [
  maybe(N.time, t.time),
  maybe(N.paymentDue, t.date),
  maybe(N.comment, t.commentText),
  wrapped(N.taxes, N.tax, tax),
  wrapped(N.discounts, N.discount, adjustment),
  wrapped(N.extraCosts, N.extraCost, adjustment),
  since('2.07', wrapped(N.warehouses, N.warehouse, warehouse)),
  wrapped(N.lines, N.line, line),
  wrapped(N.requisites, N.requisite, requisite),
  since('2.06', wrapped(N.signers, N.signer, signer)),
]

/** `ПодчиненныйДокумент`: as a document, but only its first four elements are required. */
const subordinate = (): Particle[] => [
  ...heading.map((rule, place) => (place < 4 ? rule : { ...rule, min: 0 })),
  ...body,
]

/** `Документ`: which elements, in which order, in which version. */
export const DOCUMENT_RULE: ElementRule = several(N.document, () => [
  ...heading,
  only('2.09', wrapped(N.payments, N.payment, payment)),
  ...body,
  only('2.10', wrapped(N.subordinateDocuments, N.subordinateDocument, subordinate)),
])

/** A file with documents. */
export const ROOT_RULE: ElementRule = {
  ...one(N.root, () => [DOCUMENT_RULE]),
  attributes: [
    { name: N.schemaVersion, type: t.anyText, required: true },
    { name: N.createdAt, type: t.dateTime, required: true },
  ],
}
