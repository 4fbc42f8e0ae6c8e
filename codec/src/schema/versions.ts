import { ELEMENTS } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import * as t from './value-types.js'

export interface AttributeRule {
  name: string
  type: t.ValueType
  required?: boolean
  since?: SchemaVersion
}

/** An element in its position; the order of the rules is the order of elements. */
export interface ElementRule {
  name: string
  min: number
  max: number
  /** Text, or the elements inside. A function, as some contain each other. */
  content: t.ValueType | (() => Particle[])
  attributes?: AttributeRule[]
  /** First and last version that has it. */
  since?: SchemaVersion
  until?: SchemaVersion
}

/** One of several sequences, chosen by its first element. */
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
  one(ELEMENTS.name, t.nameText),
  { name: ELEMENTS.value, content: t.requisiteText, min: 1, max: Infinity },
]

const address = (): Particle[] => [
  one(ELEMENTS.addressText, t.nameText),
  maybe(ELEMENTS.comment, t.commentText),
  several(
    ELEMENTS.addressPart,
    () => [one(ELEMENTS.type, t.addressPart), one(ELEMENTS.value, t.shortText)],
    10,
  ),
]

const contact = (): Particle[] => [
  one(ELEMENTS.type, t.contactKind),
  one(ELEMENTS.value, t.shortText),
  maybe(ELEMENTS.comment, t.commentText),
]

const bank = (): Particle[] => [
  maybe(ELEMENTS.correspondentAccount, t.accountText),
  maybe(ELEMENTS.name, t.nameText),
  maybe(ELEMENTS.address, address),
  { choice: [[one(ELEMENTS.bic, t.bicText)], [one(ELEMENTS.swift, t.anyText)]] },
]

const bankAccount = (): Particle[] => [
  one(ELEMENTS.accountNumber, t.accountText),
  one(ELEMENTS.bank, bank),
  maybe(ELEMENTS.correspondentBank, bank),
  maybe(ELEMENTS.comment, t.commentText),
]

const warehouse = (): Particle[] => [
  one(ELEMENTS.id, t.globalId),
  // Required up to 2.06.
  { ...one(ELEMENTS.name, t.nameText), until: '2.06' },
  since('2.07', maybe(ELEMENTS.name, t.nameText)),
  maybe(ELEMENTS.comment, t.commentText),
  maybe(ELEMENTS.address, address),
  wrapped(ELEMENTS.contacts, ELEMENTS.contact, contact),
]

const legalEntity: ElementRule[] = [
  one(ELEMENTS.officialName, t.nameText),
  maybe(ELEMENTS.legalAddress, address),
  maybe(ELEMENTS.inn, t.innText),
  maybe(ELEMENTS.kpp, t.kppText),
  maybe(ELEMENTS.mainActivity, t.nameText),
  ...[ELEMENTS.egrpo, ELEMENTS.okved, ELEMENTS.okdp, ELEMENTS.okopf, ELEMENTS.okfs, ELEMENTS.okpo].map(code =>
    maybe(code, t.anyText),
  ),
  maybe(ELEMENTS.registeredOn, t.date),
  wrapped(ELEMENTS.bankAccounts, ELEMENTS.bankAccount, bankAccount),
]

const naturalPerson: ElementRule[] = [
  one(ELEMENTS.fullName, t.nameText),
  since('2.06', maybe(ELEMENTS.salutation, t.salutationText)),
  maybe(ELEMENTS.lastName, t.shortText),
  maybe(ELEMENTS.firstName, t.shortText),
  maybe(ELEMENTS.middleName, t.shortText),
  maybe(ELEMENTS.birthDate, t.date),
  maybe(ELEMENTS.birthPlace, address),
  maybe(ELEMENTS.sex, t.sex),
  maybe(ELEMENTS.inn, t.innText),
  maybe(ELEMENTS.kpp, t.kppText),
  maybe(ELEMENTS.registrationAddress, address),
]

const party: Particle[] = [
  maybe(ELEMENTS.id, t.globalId),
  maybe(ELEMENTS.name, t.nameText),
  { choice: [legalEntity, naturalPerson] },
  maybe(ELEMENTS.comment, t.commentText),
  maybe(ELEMENTS.address, address),
  wrapped(ELEMENTS.contacts, ELEMENTS.contact, contact),
]

const counterparty = (): Particle[] => [
  ...party,
  wrapped(ELEMENTS.representatives, ELEMENTS.representative, () => [
    ...party,
    one(ELEMENTS.relation, t.anyText),
  ]),
  one(ELEMENTS.role, t.role),
  maybe(ELEMENTS.bankAccount, bankAccount),
  maybe(ELEMENTS.warehouse, warehouse),
]

const tax = (): Particle[] => [
  one(ELEMENTS.name, t.nameText),
  maybe(ELEMENTS.included, t.boolean),
  maybe(ELEMENTS.excise, t.boolean),
  one(ELEMENTS.amount, t.money),
  maybe(ELEMENTS.rate, t.shortText),
]

const adjustment = (): Particle[] => [
  one(ELEMENTS.name, t.nameText),
  one(ELEMENTS.amount, t.money),
  maybe(ELEMENTS.percent, t.shortText),
  maybe(ELEMENTS.included, t.boolean),
  maybe(ELEMENTS.comment, t.commentText),
]

const unit: ElementRule = {
  ...one(ELEMENTS.unit, t.anyText),
  attributes: [
    { name: ELEMENTS.unitCode, type: t.unitCodeText },
    { name: ELEMENTS.unitFullName, type: t.shortText },
    { name: ELEMENTS.unitInternational, type: t.internationalText },
    { name: ELEMENTS.unitShortName, type: t.shortText, since: '2.06' },
  ],
}

const line = (): Particle[] => [
  maybe(ELEMENTS.id, t.id80),
  maybe(ELEMENTS.barcode, t.barcodeText),
  maybe(ELEMENTS.article, t.shortText),
  one(ELEMENTS.name, t.nameText),
  unit,
  maybe(ELEMENTS.counterpartyItemId, t.globalId),
  wrapped(ELEMENTS.groups, ELEMENTS.id, t.globalId),
  maybe(ELEMENTS.description, t.descriptionText),
  several(ELEMENTS.picture, t.shortText),
  maybe(ELEMENTS.country, t.shortText),
  maybe(ELEMENTS.trademark, t.shortText),
  wrapped(ELEMENTS.properties, ELEMENTS.propertyValues, () => [
    one(ELEMENTS.id, t.globalId),
    maybe(ELEMENTS.name, t.nameText),
    requisite()[1]!,
  ]),
  wrapped(ELEMENTS.taxRates, ELEMENTS.taxRate, () => [
    one(ELEMENTS.name, t.shortText),
    one(ELEMENTS.rate, t.shortText),
  ]),
  wrapped(ELEMENTS.characteristics, ELEMENTS.characteristic, () => [
    since('2.06', maybe(ELEMENTS.id, t.globalId)),
    one(ELEMENTS.name, t.nameText),
    one(ELEMENTS.value, t.requisiteText),
  ]),
  wrapped(ELEMENTS.requisites, ELEMENTS.requisite, requisite),
  maybe(ELEMENTS.catalogId, t.globalId),
  maybe(ELEMENTS.classifierId, t.globalId),
  maybe(ELEMENTS.price, t.money),
  maybe(ELEMENTS.quantity, t.decimal),
  maybe(ELEMENTS.amount, t.money),
  maybe(ELEMENTS.packageUnit, t.packageUnitText),
  maybe(ELEMENTS.coefficient, t.shortText),
  maybe(ELEMENTS.originCountry, t.shortText),
  maybe(ELEMENTS.customsDeclaration, t.shortText),
  wrapped(ELEMENTS.taxes, ELEMENTS.tax, tax),
  wrapped(ELEMENTS.discounts, ELEMENTS.discount, adjustment),
  wrapped(ELEMENTS.extraCosts, ELEMENTS.extraCost, adjustment),
  wrapped(ELEMENTS.additionalRequisites, ELEMENTS.requisite, requisite),
  since(
    '2.07',
    wrapped(ELEMENTS.warehouses, ELEMENTS.warehouse, () => [
      ...warehouse(),
      maybe(ELEMENTS.quantity, t.decimal),
    ]),
  ),
]

const payment = (): Particle[] => [
  one(ELEMENTS.paymentNumber, t.shortText),
  one(ELEMENTS.paymentTransaction, t.shortText),
  one(ELEMENTS.paymentDate, t.dateTime),
  one(ELEMENTS.paymentAmount, t.money),
  one(ELEMENTS.paymentMethod, t.shortText),
  maybe(ELEMENTS.paymentMethodId, t.id20),
]

const signer = (): Particle[] => [
  one(ELEMENTS.lastName, t.shortText),
  one(ELEMENTS.firstName, t.shortText),
  maybe(ELEMENTS.middleName, t.shortText),
  maybe(ELEMENTS.salutation, t.salutationText),
  maybe(ELEMENTS.registrationAddress, address),
  maybe(ELEMENTS.employer, () => legalEntity),
  maybe(ELEMENTS.position, t.shortText),
  maybe(ELEMENTS.comment, t.commentText),
]

const heading: ElementRule[] = [
  one(ELEMENTS.id, t.globalId),
  one(ELEMENTS.number, t.shortText),
  one(ELEMENTS.date, t.date),
  one(ELEMENTS.operation, t.operation),
  one(ELEMENTS.role, t.role),
  one(ELEMENTS.currency, t.currencyText),
  one(ELEMENTS.rateOfCurrency, t.shortText),
  one(ELEMENTS.amount, t.money),
  { ...wrapped(ELEMENTS.counterparties, ELEMENTS.counterparty, counterparty), min: 1 },
]

const body: ElementRule[] = [
  maybe(ELEMENTS.time, t.time),
  maybe(ELEMENTS.paymentDue, t.date),
  maybe(ELEMENTS.comment, t.commentText),
  wrapped(ELEMENTS.taxes, ELEMENTS.tax, tax),
  wrapped(ELEMENTS.discounts, ELEMENTS.discount, adjustment),
  wrapped(ELEMENTS.extraCosts, ELEMENTS.extraCost, adjustment),
  since('2.07', wrapped(ELEMENTS.warehouses, ELEMENTS.warehouse, warehouse)),
  wrapped(ELEMENTS.lines, ELEMENTS.line, line),
  wrapped(ELEMENTS.requisites, ELEMENTS.requisite, requisite),
  since('2.06', wrapped(ELEMENTS.signers, ELEMENTS.signer, signer)),
]

/** `ПодчиненныйДокумент`: as a document, but only its first four elements are required. */
const subordinate = (): Particle[] => [
  ...heading.map((rule, place) => (place < 4 ? rule : { ...rule, min: 0 })),
  ...body,
]

/** `Документ`: which elements, in which order, in which version. */
export const DOCUMENT_RULE: ElementRule = several(ELEMENTS.document, () => [
  ...heading,
  only('2.09', wrapped(ELEMENTS.payments, ELEMENTS.payment, payment)),
  ...body,
  only('2.10', wrapped(ELEMENTS.subordinateDocuments, ELEMENTS.subordinateDocument, subordinate)),
])

/** A file with documents. */
export const ROOT_RULE: ElementRule = {
  ...one(ELEMENTS.root, () => [DOCUMENT_RULE]),
  attributes: [
    { name: ELEMENTS.schemaVersion, type: t.anyText, required: true },
    { name: ELEMENTS.createdAt, type: t.dateTime, required: true },
  ],
}
