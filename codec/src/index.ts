export type * from './model/catalogue.js'
export { CommercemlError, type CommercemlErrorCode, type Place } from './model/commerceml-error.js'
export type * from './model/counterparty.js'
export type * from './model/document.js'
export type * from './model/line.js'
export { ATTACHED_OPERATIONS, ELEMENTS, OPERATIONS, REQUISITES, WORDS } from './model/names.js'
export * from './model/parts.js'
export type { Envelope, Received, ReceivedDocument, ReceivedSubordinateDocument } from './model/received.js'
export * from './model/values.js'
export { type CatalogueReader, createCatalogueReader } from './read/read-catalogue.js'
export { createDocumentReader, type DocumentReader, readAllDocuments } from './read/read-documents.js'
export type { PieceReader, ReadOptions } from './read/read-pieces.js'
export { type ValidationProblem, validateXml } from './schema/validate-xml.js'
export {
  type Dictionaries,
  type DictionaryEntry,
  type PaymentSystemEntry,
  writeDictionaries,
} from './write/write-dictionaries.js'
export { type WriteOptions, writeDocument, writeDocumentPieces } from './write/write-document.js'
export { type EnvelopeOptions, writeEnvelopeEnd, writeEnvelopeStart } from './write/write-envelope.js'
export { ENCODINGS, type Encoding, encodeText, encodingLabel } from './xml/encoding.js'
export type { ReadLimits } from './xml/xml-tree.js'
