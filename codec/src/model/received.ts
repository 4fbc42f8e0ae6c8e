import type { SaleDocument, SubordinateDocument } from './document.js'
import type { Requisite } from './parts.js'

/** A value as found in a file: any part may be missing, but of a requisite neither name nor value. */
export type Received<T> = T extends string | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Received<Item>[]
    : T extends Requisite
      ? T
      : { [Key in keyof T]?: Received<T[Key]> }

/**
 * A document from a file; it may have elements outside the schemas, which 1C and Bitrix use. Dates, times,
 * numbers and flags are normalized where they are recognized (`9:05:00` → `09:05:00`, `1 890,50` →
 * `1890.50`); `T`, the empty date of 1C, is omitted.
 */
export interface ReceivedDocument extends Received<SaleDocument> {
  /** `НомерВерсии`: changes with every change of the document. */
  versionNumber?: string
  /** `Номер1С`: the document's number in 1C. */
  number1c?: string
  /** `Дата1С`: its date in 1C. */
  date1c?: string
  deletionMark?: boolean
  subordinateDocuments?: ReceivedSubordinateDocument[]
  /** `Основание`: the document this one is based on; Bitrix' payments refer to their order by it. */
  basis?: string
}

/** A payment or shipment within the order's document. */
export interface ReceivedSubordinateDocument extends Received<SubordinateDocument> {
  deletionMark?: boolean
}

/** The root's attributes. */
export interface Envelope {
  /** `ВерсияСхемы` as it is; 1C's is not always true. */
  schemaVersion?: string
  /** `ДатаФормирования` as it is. */
  createdAt?: string
}
