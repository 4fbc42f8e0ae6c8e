import type {
  DocumentBody,
  PaymentRecord,
  SaleDocument,
  Signer,
  SubordinateDocument,
} from '../model/document.js'
import { N, OPERATIONS, ROLES } from '../model/names.js'
import type { SchemaVersion } from '../model/schema-version.js'
import { writeWord } from '../model/words.js'
import { branch, leaf, list } from '../xml/xml-writer.js'
import { writeAddress, writeCounterparties, writeLegalEntity, writeWarehouses } from './write-counterparty.js'
import { writeLines } from './write-line.js'
import { writeDiscounts, writeExtraCosts, writeRequisites, writeTaxes } from './write-parts.js'

export interface WriteOptions {
  /** The version whose order and set of elements is kept; what it lacks is left out. */
  schemaVersion: SchemaVersion
}

/**
 * One `Документ` as XML text with a line break after it, ready to stand between `writeEnvelopeStart` and
 * `writeEnvelopeEnd`. Elements stand in the order of the schema; none is empty; amounts and dates are written as they are
 * given. `Оплаты` appear in 2.09 alone, `ПодчиненныеДокументы` in 2.10 alone, `Склады` from 2.07 on. Values too long for
 * the schema are not cut: `checkStructure` finds them.
 *
 * @example
 * let xml = writeEnvelopeStart({ schemaVersion: '2.08', createdAt, encoding: 'utf-8' })
 * for (const document of documents) xml += writeDocument(document, { schemaVersion: '2.08' })
 * xml += writeEnvelopeEnd()
 */
export function writeDocument(document: SaleDocument, { schemaVersion }: WriteOptions): string {
  return (
    DOCUMENT_OPEN +
    writeHeading(document, schemaVersion) +
    (schemaVersion === '2.09' ? writePayments(document.payments) : '') +
    writeBody(document, schemaVersion) +
    (schemaVersion === '2.10' ? writeSubordinates(document.subordinateDocuments) : '') +
    DOCUMENT_CLOSE
  )
}

function writeHeading(document: SaleDocument | SubordinateDocument, version: SchemaVersion): string {
  return (
    id(document.id) +
    number(document.number) +
    date(document.date) +
    operation(writeWord(document.operation, OPERATIONS)) +
    (document.role === undefined ? '' : role(writeWord(document.role, ROLES))) +
    currency(document.currency) +
    rate(document.rate) +
    amount(document.total) +
    writeCounterparties(document.counterparties, version)
  )
}

function writeBody(body: DocumentBody, version: SchemaVersion): string {
  return (
    time(body.time) +
    paymentDue(body.paymentDue) +
    comment(body.comment) +
    writeTaxes(body.taxes) +
    writeDiscounts(body.discounts) +
    writeExtraCosts(body.extraCosts) +
    (version >= '2.07' ? writeWarehouses(body.warehouses) : '') +
    writeLines(body.lines, version) +
    writeRequisites(body.requisites) +
    (version >= '2.06' ? writeSigners(body.signers) : '')
  )
}

function writeSubordinate(document: SubordinateDocument): string {
  return subordinate(writeHeading(document, '2.10') + writeBody(document, '2.10'))
}

function writePayment(record: PaymentRecord): string {
  return payment(
    paymentNumber(record.number) +
      paymentTransaction(record.transaction) +
      paymentDate(record.paidAt) +
      paymentAmount(record.amount) +
      paymentMethod(record.method) +
      paymentMethodId(record.methodId),
  )
}

function writeSigner(person: Signer): string {
  return signer(
    lastName(person.lastName) +
      firstName(person.firstName) +
      middleName(person.middleName) +
      salutation(person.salutation) +
      writeAddress(N.registrationAddress, person.registrationAddress) +
      (person.employer === undefined ? '' : employer(writeLegalEntity(person.employer))) +
      position(person.position) +
      comment(person.comment),
  )
}

const DOCUMENT_OPEN = `<${N.document}>`
const DOCUMENT_CLOSE = `</${N.document}>\n`

const id = leaf(N.id)
const number = leaf(N.number)
const date = leaf(N.date)
const operation = leaf(N.operation)
const role = leaf(N.role)
const currency = leaf(N.currency)
const rate = leaf(N.rateOfCurrency)
const amount = leaf(N.amount)
const time = leaf(N.time)
const paymentDue = leaf(N.paymentDue)
const comment = leaf(N.comment)
const subordinate = branch(N.subordinateDocument)
const payment = branch(N.payment)
const paymentNumber = leaf(N.paymentNumber)
const paymentTransaction = leaf(N.paymentTransaction)
const paymentDate = leaf(N.paymentDate)
const paymentAmount = leaf(N.paymentAmount)
const paymentMethod = leaf(N.paymentMethod)
const paymentMethodId = leaf(N.paymentMethodId)
const signer = branch(N.signer)
const lastName = leaf(N.lastName)
const firstName = leaf(N.firstName)
const middleName = leaf(N.middleName)
const salutation = leaf(N.salutation)
const employer = branch(N.employer)
const position = leaf(N.position)

const writePayments = list(N.payments, writePayment)
const writeSubordinates = list(N.subordinateDocuments, writeSubordinate)
const writeSigners = list(N.signers, writeSigner)
