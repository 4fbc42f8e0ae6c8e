import type { DocumentBody, PaymentRecord, Signer, SubordinateDocument } from '../model/document.js'
import { ELEMENTS, OPERATIONS, ROLES } from '../model/names.js'
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

/** The value of a `Документ`, whatever the order of its elements and whatever is missing. */
export function readDocument(node: XmlNode): ReceivedDocument {
  const document = compact<ReceivedDocument>({
    ...readHeader(node),
    ...readBody(node),
    payments: readList(items(node, ELEMENTS.payments, ELEMENTS.payment), readPayment),
    subordinateDocuments: readList(
      items(node, ELEMENTS.subordinateDocuments, ELEMENTS.subordinateDocument),
      readSubordinate,
    ),
    versionNumber: childText(node, ELEMENTS.versionNumber),
    number1c: childText(node, ELEMENTS.number1c),
    date1c: readDateTime(node, ELEMENTS.date1c),
    deletionMark: readFlag(node, ELEMENTS.deletionMark),
    basis: childText(node, ELEMENTS.basis),
  } as ReceivedDocument)
  return document ?? {}
}

function readSubordinate(node: XmlNode): Received<SubordinateDocument> | undefined {
  return compact({ ...readHeader(node), ...readBody(node) } as Received<SubordinateDocument>)
}

function readHeader(node: XmlNode): Received<SubordinateDocument> | undefined {
  return compact<Received<SubordinateDocument>>({
    id: childText(node, ELEMENTS.id),
    number: childText(node, ELEMENTS.number),
    date: readDate(node, ELEMENTS.date),
    operation: readWord(childText(node, ELEMENTS.operation), operations),
    role: readWord(childText(node, ELEMENTS.role), roles),
    currency: childText(node, ELEMENTS.currency),
    rate: childText(node, ELEMENTS.rateOfCurrency),
    total: readDecimal(node, ELEMENTS.amount),
    counterparties: readCounterparties(node),
  } as Received<SubordinateDocument>)
}

function readBody(node: XmlNode): Received<DocumentBody> | undefined {
  return compact<Received<DocumentBody>>({
    time: readTime(node, ELEMENTS.time),
    paymentDue: readDate(node, ELEMENTS.paymentDue),
    comment: childText(node, ELEMENTS.comment),
    taxes: readTaxes(node),
    discounts: readDiscounts(node),
    extraCosts: readExtraCosts(node),
    warehouses: readWarehouses(node),
    lines: readLines(node),
    requisites: readRequisites(node),
    signers: readList(items(node, ELEMENTS.signers, ELEMENTS.signer), readSigner),
  })
}

function readPayment(node: XmlNode): Received<PaymentRecord> | undefined {
  return compact<Received<PaymentRecord>>({
    number: childText(node, ELEMENTS.paymentNumber),
    transaction: childText(node, ELEMENTS.paymentTransaction),
    paidAt: readDateTime(node, ELEMENTS.paymentDate),
    amount: readDecimal(node, ELEMENTS.paymentAmount),
    method: childText(node, ELEMENTS.paymentMethod),
    methodId: childText(node, ELEMENTS.paymentMethodId),
  })
}

function readSigner(node: XmlNode): Received<Signer> | undefined {
  const employer = child(node, ELEMENTS.employer)
  return compact<Received<Signer>>({
    lastName: childText(node, ELEMENTS.lastName),
    firstName: childText(node, ELEMENTS.firstName),
    middleName: childText(node, ELEMENTS.middleName),
    salutation: childText(node, ELEMENTS.salutation),
    registrationAddress: readAddress(node, ELEMENTS.registrationAddress),
    employer: employer === undefined ? undefined : readLegalEntity(employer),
    position: childText(node, ELEMENTS.position),
    comment: childText(node, ELEMENTS.comment),
  })
}

const operations = wordsOf(OPERATIONS)
const roles = wordsOf(ROLES)
