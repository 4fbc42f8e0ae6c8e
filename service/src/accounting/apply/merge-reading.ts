import { isDeepStrictEqual } from 'node:util'
import { scaled } from '../../orders/decimal.js'
import { readReported } from '../reading/read-reported.js'
import type { ReportedDocument } from '../reported-document.js'
import {
  type OrderReading,
  READ_FIELDS,
  type ReadFacts,
  type ReadField,
  type ReadTimes,
  WORSE,
  type Worse,
} from './order-reading.js'

export interface KnownByBoth {
  reported: ReportedDocument
  readFields: ReadTimes
  readFacts: ReadFacts | null
}

export interface MergedReading {
  reported: ReportedDocument
  readFields: ReadTimes
  readFacts: ReadFacts
  /** Payments, refunds or shipments are not as they were. */
  relatedChanged: boolean
}

/**
 * What is known of a document after a reading that began `at`. What became worse is told once two readings
 * in turn say so, each on its own; all else at once. Undefined if nothing is to be stored. Pure.
 */
export function mergeReading(
  before: KnownByBoth | undefined,
  read: OrderReading,
  at: string,
): MergedReading | undefined {
  const known = before?.reported ?? { ...readReported({}), lines: null }
  const facts = before?.readFacts ?? null
  const worse = before ? worseOf(before, read) : []
  const held = new Set(worse.filter(one => !facts?.worse.includes(one)))
  const heldFields = new Set<ReadField>([...held].flatMap(one => WORSE[one]))
  const told = READ_FIELDS.filter(field => read.fields[field] !== undefined && !heldFields.has(field))
  const reported: ReportedDocument = {
    ...known,
    ...Object.fromEntries(told.map(field => [field, read.fields[field]])),
  }
  const documents = facts && held.has('money') ? facts.documents : withSince(read, facts, at)
  const keepsMoney = read.money === null || held.has('money')
  const money = keepsMoney ? (facts?.money ?? null) : read.money
  const isSame = told.every(
    field => before?.readFields[field] !== undefined && isDeepStrictEqual(known[field], reported[field]),
  )
  const relatedChanged = !isDeepStrictEqual(
    [money, documents],
    [facts?.money ?? null, facts?.documents ?? []],
  )
  const isNewer = !facts || (read.money !== null && new Date(facts.at) < read.latestAt)
  const sameWorse = isDeepStrictEqual([...held], [...(facts?.worse ?? [])])
  if (before && isSame && !relatedChanged && !isNewer && sameWorse) return undefined
  const times = told.map(field => {
    const isAsBefore = before?.readFields[field] && isDeepStrictEqual(known[field], reported[field])
    return [field, isAsBefore ? before.readFields[field] : at]
  })
  return {
    reported,
    readFields: { ...before?.readFields, ...Object.fromEntries(times) },
    readFacts: { at: facts && keepsMoney ? facts.at : at, money, documents, worse: [...held] },
    relatedChanged,
  }
}

/** What the reading tells worse than it is known, whoever told that. */
function worseOf({ reported: known, readFacts }: KnownByBoth, { fields, money }: OrderReading): Worse[] {
  const before = readFacts?.money
  const found: Record<Worse, boolean | undefined> = {
    posted: known.posted && fields.posted === false,
    deleted: !known.deleted && fields.deleted,
    canceled: !known.canceled && fields.canceled,
    money:
      (known.paid !== null && fields.paid === null) ||
      (!!before && !!money && scaled(money.paid, 2) < scaled(before.paid, 2)),
    shipped: known.shipped !== null && fields.shipped === null,
  }
  return (Object.keys(found) as Worse[]).filter(one => found[one])
}

const withSince = (
  { related }: OrderReading,
  facts: ReadFacts | null,
  at: string,
): ReadFacts['documents'] => {
  const since = new Map(facts?.documents.map(document => [document.ref, document.since]))
  return related.map(document => ({ ...document, since: since.get(document.ref) ?? at }))
}
