import type { ReportedDocument } from '../reported-document.js'

/** What reading 1C tells of the document of an order; a file of 1C may tell the same, and more. */
export const READ_FIELDS = [
  'documentId',
  'documentNumber',
  'documentDate',
  'posted',
  'deleted',
  'canceled',
  'status',
  'total',
  'paid',
  'shipped',
  'payments',
  'shipments',
] as const
export type ReadField = (typeof READ_FIELDS)[number]

/** When each field was read that no file told since, as ISO instants. */
export type ReadTimes = Partial<Record<ReadField, string>>

/** A payment, refund or shipment of a document, as 1C has it. */
export interface ReadRelated {
  ref: string
  type: 'payment' | 'refund' | 'shipment'
  /** Of the document in 1C: ОплатаПлатежнойКартой. */
  kind: string
  number: string | null
  /** `2026-11-17`. */
  date: string | null
  total: string | null
  posted: boolean
  /** The number under which the site told the payment that it is, or returns. */
  paymentNumber: string | null
}

export interface ReadFacts {
  /** When the reading began that told them; what was sent later it can't know. */
  at: string
  /** Null: not read. */
  money: { paid: string; refunded: string } | null
  /** `since`: when a reading saw it first. */
  documents: (ReadRelated & { since: string })[]
  /** What the last reading told that is worse than what is told: the next one has to tell it, too. */
  worse: readonly Worse[]
}

/** What may become worse, with the fields that go with it; some go with two, and wait for both. */
export const WORSE = {
  posted: ['posted'],
  deleted: ['deleted'],
  canceled: ['canceled', 'status'],
  money: ['paid', 'payments', 'status'],
  shipped: ['shipped', 'shipments'],
} as const satisfies Record<string, readonly ReadField[]>
export type Worse = keyof typeof WORSE

/** What one reading tells of one order; a field that it did not read is absent. */
export interface OrderReading {
  orderKey: number
  orderTotal: string
  fields: Partial<Pick<ReportedDocument, ReadField>>
  money: ReadFacts['money']
  related: readonly ReadRelated[]
  /** It says the same of an order that was sent or confirmed then, so it is newer than that. */
  latestAt: Date
}

export interface ToldByBoth {
  reported: ReportedDocument
  readFields: ReadTimes
}

/** What a file says, and where it says nothing, what was read before. */
export function keepRead({ reported: before, readFields }: ToldByBoth, file: ReportedDocument): ToldByBoth {
  const kept = READ_FIELDS.filter(field => field in readFields && !isStated(file[field]))
  return {
    reported: { ...file, ...Object.fromEntries(kept.map(field => [field, before[field]])) },
    readFields: Object.fromEntries(kept.map(field => [field, readFields[field]])),
  }
}

const isStated = (value: ReportedDocument[ReadField]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== false
