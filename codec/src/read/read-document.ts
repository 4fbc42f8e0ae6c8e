import type { DocumentBody, PaymentRecord, Signer, SubordinateDocument } from '../model/document.js'
import { ELEMENTS, OPERATIONS, ROLES } from '../model/names.js'
import type { Received, ReceivedDocument, ReceivedSubordinateDocument } from '../model/received.js'
import { wordsOf } from '../model/words.js'
import type { XmlNode } from '../xml/xml-node.js'
import { address, counterparties, readLegalEntity, warehouses } from './read-counterparty.js'
import { lines } from './read-line.js'
import {
  date,
  dateTime,
  decimal,
  discounts,
  extraCosts,
  flag,
  requisites,
  taxes,
  text,
  texts,
  time,
  word,
} from './read-parts.js'
import { type Fields, list, one, record } from './record.js'

/** Reads a `Документ`; its elements may come in any order, and any may be missing. */
export function readDocument(node: XmlNode): ReceivedDocument {
  return readFields(node) ?? {}
}

const HEADER: Fields<Omit<Received<SubordinateDocument>, keyof DocumentBody>> = {
  id: text(ELEMENTS.id),
  number: text(ELEMENTS.number),
  date: date(ELEMENTS.date),
  operation: word(ELEMENTS.operation, wordsOf(OPERATIONS)),
  role: word(ELEMENTS.role, wordsOf(ROLES)),
  currency: text(ELEMENTS.currency),
  rate: text(ELEMENTS.rateOfCurrency),
  total: decimal(ELEMENTS.amount),
  counterparties,
}

const BODY: Fields<Received<DocumentBody>> = {
  time: time(ELEMENTS.time),
  paymentDue: date(ELEMENTS.paymentDue),
  comment: text(ELEMENTS.comment),
  taxes,
  discounts,
  extraCosts,
  warehouses,
  lines,
  requisites,
  signers: list(
    ELEMENTS.signers,
    ELEMENTS.signer,
    record<Received<Signer>>({
      ...texts('lastName', 'firstName', 'middleName', 'salutation'),
      registrationAddress: address(ELEMENTS.registrationAddress),
      employer: one(ELEMENTS.employer, readLegalEntity),
      position: text(ELEMENTS.position),
      comment: text(ELEMENTS.comment),
    }),
  ),
}

const readFields = record<ReceivedDocument>({
  ...HEADER,
  ...BODY,
  payments: list(
    ELEMENTS.payments,
    ELEMENTS.payment,
    record<Received<PaymentRecord>>({
      number: text(ELEMENTS.paymentNumber),
      transaction: text(ELEMENTS.paymentTransaction),
      paidAt: dateTime(ELEMENTS.paymentDate),
      amount: decimal(ELEMENTS.paymentAmount),
      method: text(ELEMENTS.paymentMethod),
      methodId: text(ELEMENTS.paymentMethodId),
    }),
  ),
  subordinateDocuments: list(
    ELEMENTS.subordinateDocuments,
    ELEMENTS.subordinateDocument,
    record<ReceivedSubordinateDocument>({
      ...HEADER,
      ...BODY,
      deletionMark: flag(ELEMENTS.deletionMark),
    }),
  ),
  versionNumber: text(ELEMENTS.versionNumber),
  number1c: text(ELEMENTS.number1c),
  date1c: dateTime(ELEMENTS.date1c),
  deletionMark: flag(ELEMENTS.deletionMark),
  basis: text(ELEMENTS.basis),
})
