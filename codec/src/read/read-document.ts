import type { DocumentBody, PaymentRecord, Signer, SubordinateDocument } from '../model/document.js'
import { N, OPERATIONS, ROLES } from '../model/names.js'
import type { Received, ReceivedDocument } from '../model/received.js'
import { readWord, wordsOf } from '../model/words.js'
import { child, childText, compact, items, readList, type XmlNode } from '../xml/xml-node.js'
import { readAddress, readCounterparties, readLegalEntity, readWarehouses } from './read-counterparty.js'
import { readLines } from './read-line.js'
import {
  readDate,
  readDateTime,
  readDecimal,
  readDiscounts,
  readExtraCosts,
  readFlag,
  readRequisites,
  readTaxes,
  readTime,
} from './read-parts.js'

/** The value of one `Документ`, whatever the order of its elements and whatever it lacks. */
export function readDocument(node: XmlNode): ReceivedDocument {
  const document = compact<ReceivedDocument>({
    ...readHeading(node),
    ...readBody(node),
    payments: readList(items(node, N.payments, N.payment), readPayment),
    subordinateDocuments: readList(
      items(node, N.subordinateDocuments, N.subordinateDocument),
      readSubordinate,
    ),
    versionNumber: childText(node, N.versionNumber),
    number1c: childText(node, N.number1c),
    date1c: readDateTime(node, N.date1c),
    deletionMark: readFlag(node, N.deletionMark),
    basis: childText(node, N.basis),
  } as ReceivedDocument)
  return document ?? {}
}

function readSubordinate(node: XmlNode): Received<SubordinateDocument> | undefined {
  return compact({ ...readHeading(node), ...readBody(node) } as Received<SubordinateDocument>)
}

function readHeading(node: XmlNode): Received<SubordinateDocument> | undefined {
  return compact<Received<SubordinateDocument>>({
    id: childText(node, N.id),
    number: childText(node, N.number),
    date: readDate(node, N.date),
    operation: readWord(childText(node, N.operation), operations),
    role: readWord(childText(node, N.role), roles),
    currency: childText(node, N.currency),
    rate: childText(node, N.rateOfCurrency),
    total: readDecimal(node, N.amount),
    counterparties: readCounterparties(node),
  } as Received<SubordinateDocument>)
}

function readBody(node: XmlNode): Received<DocumentBody> | undefined {
  return compact<Received<DocumentBody>>({
    time: readTime(node, N.time),
    paymentDue: readDate(node, N.paymentDue),
    comment: childText(node, N.comment),
    taxes: readTaxes(node),
    discounts: readDiscounts(node),
    extraCosts: readExtraCosts(node),
    warehouses: readWarehouses(node),
    lines: readLines(node),
    requisites: readRequisites(node),
    signers: readList(items(node, N.signers, N.signer), readSigner),
  })
}

function readPayment(node: XmlNode): Received<PaymentRecord> | undefined {
  return compact<Received<PaymentRecord>>({
    number: childText(node, N.paymentNumber),
    transaction: childText(node, N.paymentTransaction),
    paidAt: readDateTime(node, N.paymentDate),
    amount: readDecimal(node, N.paymentAmount),
    method: childText(node, N.paymentMethod),
    methodId: childText(node, N.paymentMethodId),
  })
}

function readSigner(node: XmlNode): Received<Signer> | undefined {
  const employer = child(node, N.employer)
  return compact<Received<Signer>>({
    lastName: childText(node, N.lastName),
    firstName: childText(node, N.firstName),
    middleName: childText(node, N.middleName),
    salutation: childText(node, N.salutation),
    registrationAddress: readAddress(node, N.registrationAddress),
    employer: employer === undefined ? undefined : readLegalEntity(employer),
    position: childText(node, N.position),
    comment: childText(node, N.comment),
  })
}

const operations = wordsOf(OPERATIONS)
const roles = wordsOf(ROLES)
