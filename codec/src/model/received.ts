import type { SaleDocument, SubordinateDocument } from './document.js'
import type { Requisite } from './parts.js'

/**
 * A value type as found in a file: any part may be missing. Only a requisite always has its name and a value,
 * which is empty if the file's is.
 */
export type Received<T> = T extends string | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Received<Item>[]
    : T extends Requisite
      ? T
      : { [Key in keyof T]?: Received<T[Key]> }

/**
 * A document from a file. It may contain elements outside the schemas, which only 1C and Bitrix use. Dates,
 * times, numbers and flags are normalized to the form of the schemas where they are recognized (`9:05:00` →
 * `09:05:00`, `2016-11-03+03:00` → `2016-11-03`, `1 890,50` → `1890.50`), and otherwise left as they are;
 * `T`, the empty date of 1C, is omitted.
 */
export interface ReceivedDocument extends Received<SaleDocument> {
  /** `НомерВерсии`: changes with every change of the document. */
  versionNumber?: string
  /** `Номер1С`: the document's number in 1C. */
  number1c?: string
  /** `Дата1С`: its date in 1C. */
  date1c?: string
  /** `ПометкаУдаления`. */
  deletionMark?: boolean
  subordinateDocuments?: ReceivedSubordinateDocument[]
  /** `Основание`: the document this one is based on; Bitrix' payments refer to their order by it. */
  basis?: string
}

/** A payment or shipment within the order's document. */
export interface ReceivedSubordinateDocument extends Received<SubordinateDocument> {
  /** `ПометкаУдаления`. */
  deletionMark?: boolean
}

/** The root's attributes. */
export interface Envelope {
  /** `ВерсияСхемы` as it is; 1C's is not always true. */
  schemaVersion?: string
  /** `ДатаФормирования` as it is. */
  createdAt?: string
}
