export { checkStructure, type StructureProblem } from './check-structure.js'
export { CommercemlError, type CommercemlErrorCode, type Place } from './commerceml-error.js'
export type {
  Address,
  AddressPart,
  Bank,
  BankAccount,
  Contact,
  ContactKind,
  Counterparty,
  LegalEntity,
  NaturalPerson,
  Representative,
  Warehouse,
} from './counterparty.js'
export type {
  Adjustment,
  DateText,
  DateTimeText,
  DocumentBody,
  KnownOr,
  Money,
  Operation,
  PaymentRecord,
  Quantity,
  Requisite,
  Role,
  SaleDocument,
  Signer,
  SubordinateDocument,
  Tax,
  TimeText,
} from './document.js'
export { ENCODINGS, type Encoding, encodeText, encodingLabel } from './encoding.js'
export type {
  Characteristic,
  DocumentLine,
  LineWarehouse,
  PropertyValues,
  TaxRate,
  Unit,
} from './line.js'
export { N as ELEMENTS, REQUISITES, WORDS } from './names.js'
export { type Chunks, type ReadOptions, readAllDocuments, readDocuments } from './read-documents.js'
export type { Envelope, Received, ReceivedDocument } from './received.js'
export { SCHEMA_VERSIONS, type SchemaVersion } from './schema-version.js'
export {
  parseDate,
  parseDateTime,
  parseDecimal,
  parseFlag,
  parseTime,
  requisiteValue,
  type WallClock,
} from './values.js'
export {
  type Dictionaries,
  type DictionaryEntry,
  type PaymentSystemEntry,
  writeDictionaries,
} from './write-dictionaries.js'
export { type WriteOptions, writeDocument } from './write-document.js'
export { type EnvelopeOptions, writeEnvelopeEnd, writeEnvelopeStart } from './write-envelope.js'
export type { ReadLimits } from './xml-reader.js'
