import type { SaleDocument } from './document.js'
import type { Requisite } from './parts.js'

/**
 * A value type as it is found in a file: any part may be missing. A requisite alone always has its name and a value,
 * which is empty where the file has an empty one.
 */
export type Received<T> = T extends string | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Received<Item>[]
    : T extends Requisite
      ? T
      : { [Key in keyof T]?: Received<T[Key]> }

/**
 * A document out of a file. Besides what the schemas know it may carry elements that only 1C and Bitrix know.
 * Dates, times, numbers and flags are brought to the form of the schemas where they are recognized (`9:05:00` → `09:05:00`,
 * `2016-11-03+03:00` → `2016-11-03`, `1 890,50` → `1890.50`), and left as they stand where not; `T`, the empty date of
 * 1C, is no date.
 */
export interface ReceivedDocument extends Received<SaleDocument> {
  /** `НомерВерсии`: changes with each change of the document. */
  versionNumber?: string
  /** `Номер1С`: number of the document in 1C. */
  number1c?: string
  /** `Дата1С`: its date in 1C. */
  date1c?: string
  /** `ПометкаУдаления`. */
  deletionMark?: boolean
  /** `Основание`: the document this one is based on; payments of Bitrix name their order so. */
  basis?: string
}

/** What the root of a file says. */
export interface Envelope {
  /** `ВерсияСхемы` as it stands; 1C doesn't always tell the truth here. */
  schemaVersion?: string
  /** `ДатаФормирования` as it stands. */
  createdAt?: string
}
