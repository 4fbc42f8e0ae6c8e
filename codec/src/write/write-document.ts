import type {
  DocumentBody,
  PaymentRecord,
  SaleDocument,
  Signer,
  SubordinateDocument,
} from '../model/document.js'
import { ELEMENTS, OPERATIONS, ROLES } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { writeWord } from '../model/words.js'
import { branch, leaves, list } from '../xml/xml-writer.js'
import { writeAddress, writeCounterparties, writeLegalEntity, writeWarehouses } from './write-counterparty.js'
import { writeLinePieces, writeLines } from './write-line.js'
import { writeDiscounts, writeExtraCosts, writeRequisites, writeTaxes } from './write-parts.js'

export interface WriteOptions {
  /** The version whose order and set of elements is used; what it lacks is omitted. */
  schemaVersion: SchemaVersion
}

/**
 * One `Документ` as XML text with a line break after it, ready to stand between `writeEnvelopeStart` and
 * `writeEnvelopeEnd`. Elements stand in the order of the schema; none is empty; amounts and dates are written
 * as they are given. `Оплаты` appear in 2.09 alone, `ПодчиненныеДокументы` in 2.10 alone, `Склады` from 2.07
 * on. Values too long for the schema are not cut: `validateXml` finds them.
 *
 * @example
 * let xml = writeEnvelopeStart({ schemaVersion: '2.08', createdAt, encoding: 'utf-8' })
 * for (const document of documents) xml += writeDocument(document, { schemaVersion: '2.08' })
 * xml += writeEnvelopeEnd()
 */
export function writeDocument(document: SaleDocument, { schemaVersion }: WriteOptions): string {
  return (
    openDocument(document, schemaVersion) +
    writeLines(document.lines, schemaVersion) +
    closeDocument(document, schemaVersion)
  )
}

/** The text of `writeDocument` in pieces of some lines each, so that a caller may pause between them. */
export function* writeDocumentPieces(
  document: SaleDocument,
  { schemaVersion }: WriteOptions,
): Generator<string, void> {
  yield openDocument(document, schemaVersion)
  yield* writeLinePieces(document.lines, schemaVersion)
  yield closeDocument(document, schemaVersion)
}

function openDocument(document: SaleDocument, version: SchemaVersion): string {
  return (
    DOCUMENT_OPEN +
    writeHeader(document, version) +
    (version === '2.09' ? writePayments(document.payments) : '') +
    writeBeforeLines(document, version)
  )
}

function closeDocument(document: SaleDocument, version: SchemaVersion): string {
  return (
    writeAfterLines(document, version) +
    (version === '2.10' ? writeSubordinates(document.subordinateDocuments) : '') +
    DOCUMENT_CLOSE
  )
}

function writeHeader(document: SaleDocument | SubordinateDocument, version: SchemaVersion): string {
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
  return writeBeforeLines(body, version) + writeLines(body.lines, version) + writeAfterLines(body, version)
}

function writeBeforeLines(body: DocumentBody, version: SchemaVersion): string {
  return (
    time(body.time) +
    paymentDue(body.paymentDue) +
    comment(body.comment) +
    writeTaxes(body.taxes) +
    writeDiscounts(body.discounts) +
    writeExtraCosts(body.extraCosts) +
    (version >= '2.07' ? writeWarehouses(body.warehouses) : '')
  )
}

function writeAfterLines(body: DocumentBody, version: SchemaVersion): string {
  return writeRequisites(body.requisites) + (version >= '2.06' ? writeSigners(body.signers) : '')
}

function writeSubordinate(document: SubordinateDocument): string {
  return subordinate(writeHeader(document, '2.10') + writeBody(document, '2.10'))
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
      writeAddress(ELEMENTS.registrationAddress, person.registrationAddress) +
      (person.employer === undefined ? '' : employer(writeLegalEntity(person.employer))) +
      position(person.position) +
      comment(person.comment),
  )
}

const { id, number, date, operation, role, currency, rateOfCurrency: rate, amount, time } = leaves
const { paymentDue, comment, paymentNumber, paymentTransaction, paymentDate, paymentAmount } = leaves
const { paymentMethod, paymentMethodId, lastName, firstName, middleName, salutation, position } = leaves
const DOCUMENT_OPEN = `<${ELEMENTS.document}>`
const DOCUMENT_CLOSE = `</${ELEMENTS.document}>\n`

const subordinate = branch(ELEMENTS.subordinateDocument)
const payment = branch(ELEMENTS.payment)
const signer = branch(ELEMENTS.signer)
const employer = branch(ELEMENTS.employer)

const writePayments = list(ELEMENTS.payments, writePayment)
const writeSubordinates = list(ELEMENTS.subordinateDocuments, writeSubordinate)
const writeSigners = list(ELEMENTS.signers, writeSigner)
