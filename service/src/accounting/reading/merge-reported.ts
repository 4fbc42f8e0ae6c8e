import { isDeepStrictEqual } from 'node:util'
import { DOCUMENT_PARTS, type DocumentPart } from '@obmen/contract'
import type { ReportedDocument, ReportedPayment, ReportedShipment, Withdrawn } from '../reported-document.js'
import { type AttachedDocument, readReported, type VoidParts } from './read-reported.js'

export interface MergedDocument {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  changed: DocumentPart[]
}

export interface KnownDocument {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  receivedAt: Date
}

/**
 * A document in a file is complete: a flag or date that it lacks is withdrawn. Only payments and shipments
 * that the file does not mention stay as they were; those that it says are void are taken away.
 */
export function mergeReported(
  before: KnownDocument | undefined,
  reported: ReportedDocument,
  voided: VoidParts,
  now: Date,
): MergedDocument {
  const { payments = [], shipments = [] } = before?.reported ?? {}
  const merged: ReportedDocument = {
    ...reported,
    payments: keptPayments(mergeLists(withoutThese(payments, voided.payments), reported.payments)),
    shipments: keptShipments(mergeLists(withoutThese(shipments, voided.shipments), reported.shipments)),
  }
  return {
    reported: merged,
    changed: differingParts(before?.reported, merged),
    withdrawn: before ? withdrawnOf(before, merged, now) : [],
  }
}

/** Adds a payment or shipment that came as a document of its own, or takes away one that does not count. */
export function mergeAttached(
  { reported: before, withdrawn }: KnownDocument,
  { payments, shipments, isVoid }: AttachedDocument,
): MergedDocument {
  const merge = isVoid ? withoutThese : mergeLists
  const reported = {
    ...before,
    payments: keptPayments(merge(before.payments, payments)),
    shipments: keptShipments(merge(before.shipments, shipments)),
  }
  return { reported, changed: differingParts(before, reported), withdrawn }
}

/**
 * Of a 1C that lists all payments of an order: those that it deleted, for it lists them no more. A file
 * without
 * any says so only if the order is not paid any more: 1C may have been told to list none.
 */
export function deletedPayments(before: ReportedDocument, reported: ReportedDocument): ReportedPayment[] {
  const left = new Set(reported.payments.map(({ id }) => id))
  const tells = left.size > 0 || (before.paid !== null && reported.paid === null)
  return tells ? before.payments.filter(({ id }) => id !== null && !left.has(id)) : []
}

export function differingParts(known: ReportedDocument | undefined, after: ReportedDocument): DocumentPart[] {
  const before = known ?? readReported({})
  const isNew = (part: DocumentPart): boolean => part === 'document' && !known
  return DOCUMENT_PARTS.filter(
    part => isNew(part) || !isDeepStrictEqual(partOf(before, part), partOf(after, part)),
  )
}

function partOf(reported: ReportedDocument, part: DocumentPart): unknown {
  if (part === 'document') return [reported.documentId, reported.documentNumber, reported.documentDate]
  if (part === 'status') return [reported.status, reported.statusId]
  return reported[part]
}

interface Identified {
  id: string | null
  number: string | null
  date: string | null
}

const isAnonymous = ({ id, number }: Identified): boolean => id === null && number === null

/**
 * The earlier documents, each replaced by the last reported one that is the same; then the new ones. What
 * has neither GUID nor number is the same if all of it is equal, as often as it occurs.
 */
function mergeLists<Item extends Identified>(before: readonly Item[], reported: readonly Item[]): Item[] {
  const [earlier, current] = [finderOf(before), finderOf(reported)]
  const anonymous = new Map<string, number>()
  for (const item of before.filter(isAnonymous)) {
    const content = JSON.stringify(item)
    anonymous.set(content, (anonymous.get(content) ?? 0) + 1)
  }
  const isKnown = (item: Item): boolean => {
    if (!isAnonymous(item)) return earlier(item) !== undefined
    const content = JSON.stringify(item)
    const left = anonymous.get(content) ?? 0
    anonymous.set(content, left - 1)
    return left > 0
  }
  return [...before.map(item => current(item) ?? item), ...reported.filter(item => !isKnown(item))]
}

/** The earlier documents without those that are the same. */
function withoutThese<Item extends Identified>(before: readonly Item[], reported: readonly Item[]): Item[] {
  const current = finderOf(reported)
  const anonymous = new Set(reported.filter(isAnonymous).map(item => JSON.stringify(item)))
  return before.filter(item =>
    isAnonymous(item) ? !anonymous.has(JSON.stringify(item)) : current(item) === undefined,
  )
}

/**
 * Finds the last item of a list that is the same document as a given one: by its GUID if both have one, else
 * by number and date. A list may have ten thousand, so it is not searched.
 */
function finderOf<Item extends Identified>(list: readonly Item[]): (item: Identified) => Item | undefined {
  const byId = new Map<string, number>()
  const byNumber = new Map<string, number>()
  const withoutId = new Map<string, number>()
  for (const [index, { id, number, date }] of list.entries()) {
    if (id !== null) byId.set(id, index)
    if (number === null) continue
    byNumber.set(`${date} ${number}`, index)
    if (id === null) withoutId.set(`${date} ${number}`, index)
  }
  return ({ id, number, date }) => {
    const sameId = id === null ? undefined : byId.get(id)
    const numbers = id === null ? byNumber : withoutId
    const sameNumber = number === null ? undefined : numbers.get(`${date} ${number}`)
    return list[Math.max(sameId ?? -1, sameNumber ?? -1)]
  }
}

/** Most payments and shipments kept of an order, and lines of its shipments: ten times the largest order. */
const MOST_PARTS = 10_000
const MOST_SHIPPED_LINES = 100_000

const keptPayments = (payments: ReportedPayment[]): ReportedPayment[] => payments.slice(0, MOST_PARTS)

function keptShipments(shipments: ReportedShipment[]): ReportedShipment[] {
  let lines = 0
  const end = shipments.findIndex(shipment => {
    lines += shipment.lines.length
    return lines > MOST_SHIPPED_LINES
  })
  return shipments.slice(0, Math.min(end < 0 ? MOST_PARTS : end, MOST_PARTS))
}

const FACTS = ['posted', 'canceled', 'deleted', 'paid', 'shipped', 'status', 'payments'] as const

export function withdrawnOf(before: KnownDocument, reported: ReportedDocument, now: Date): Withdrawn[] {
  const isStated = (from: ReportedDocument, what: Withdrawn['what']): boolean =>
    what === 'payments' ? from.payments.length > 0 : from[what] !== null && from[what] !== false
  const fresh = FACTS.filter(what => isStated(before.reported, what) && !isStated(reported, what))
  const earlier = before.withdrawn.filter(({ what }) => !isStated(reported, what) && !fresh.includes(what))
  return [
    ...earlier,
    ...fresh.map(what => ({
      what,
      before: before.reported[what],
      toldAt: before.receivedAt.toISOString(),
      withdrawnAt: now.toISOString(),
    })),
  ]
}
