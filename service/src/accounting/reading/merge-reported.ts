import { isDeepStrictEqual } from 'node:util'
import { DOCUMENT_PARTS, type DocumentPart } from '@obmen/contract'
import type { ReportedDocument, Withdrawn } from '../reported-document.js'
import type { AttachedDocument } from './read-reported.js'

export interface MergedDocument {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  changed: DocumentPart[]
}

/** What was known of the document before. */
export interface KnownDocument {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  receivedAt: Date
}

/**
 * A document in a file is complete: a flag or date that it lacks is withdrawn. Only payments and shipments that the file does not
 * mention stay as they were.
 */
export function mergeReported(
  before: KnownDocument | undefined,
  reported: ReportedDocument,
  now: Date,
): MergedDocument {
  const merged: ReportedDocument = before
    ? {
        ...reported,
        payments: mergeLists(before.reported.payments, reported.payments),
        shipments: mergeLists(before.reported.shipments, reported.shipments),
      }
    : reported
  return {
    reported: merged,
    changed: changedParts(before?.reported, merged),
    withdrawn: before ? withdrawnOf(before, merged, now) : [],
  }
}

/** Adds a payment or shipment that came as a document of its own, or takes away what does not count; all else stays as it was. */
export function mergeAttached(
  { reported: before, withdrawn }: KnownDocument,
  { payments, shipments, isVoid }: AttachedDocument,
): MergedDocument {
  const merge = isVoid ? withoutThese : mergeLists
  const reported = {
    ...before,
    payments: merge(before.payments, payments),
    shipments: merge(before.shipments, shipments),
  }
  return { reported, changed: changedParts(before, reported), withdrawn }
}

function changedParts(before: ReportedDocument | undefined, after: ReportedDocument): DocumentPart[] {
  return DOCUMENT_PARTS.filter(part => !isDeepStrictEqual(partOf(before, part), partOf(after, part)))
}

/** The value of a part, an empty one if there was no document before. */
function partOf(reported: ReportedDocument | undefined, part: DocumentPart): unknown {
  switch (part) {
    case 'document':
      return reported && [reported.documentId, reported.documentNumber, reported.documentDate]
    case 'posted':
    case 'deleted':
    case 'canceled':
      return reported?.[part] ?? false
    case 'status':
      return [reported?.status ?? null, reported?.statusId ?? null]
    case 'payments':
    case 'shipments':
      return reported?.[part] ?? []
    case 'lines':
      return reported?.lines
    case 'requisites':
      return reported?.requisites ?? {}
    default:
      return reported?.[part] ?? null
  }
}

interface Identified {
  id: string | null
  number: string | null
  date: string | null
}

/** The same GUID, else the same number and date. */
const isSame = (one: Identified, other: Identified): boolean =>
  one.id !== null && other.id !== null
    ? one.id === other.id
    : one.number !== null && one.number === other.number && one.date === other.date

/** The earlier documents, each replaced by a reported one that is the same; then the new ones. */
function mergeLists<Item extends Identified>(before: readonly Item[], reported: readonly Item[]): Item[] {
  const kept = before.map(item => reported.findLast(other => isSame(item, other)) ?? item)
  return [...kept, ...reported.filter(item => !before.some(other => isSame(other, item)))]
}

function withoutThese<Item extends Identified>(before: readonly Item[], reported: readonly Item[]): Item[] {
  return before.filter(item => !reported.some(other => isSame(item, other)))
}

const FACTS = ['posted', 'canceled', 'deleted', 'paid', 'shipped', 'status'] as const

function withdrawnOf(before: KnownDocument, reported: ReportedDocument, now: Date): Withdrawn[] {
  const isStated = (from: ReportedDocument, what: Withdrawn['what']): boolean =>
    from[what] !== null && from[what] !== false
  const earlier = before.withdrawn.filter(({ what }) => !isStated(reported, what))
  const fresh = FACTS.filter(what => isStated(before.reported, what) && !isStated(reported, what)).map(
    (what): Withdrawn => ({
      what,
      before: before.reported[what],
      toldAt: before.receivedAt.toISOString(),
      withdrawnAt: now.toISOString(),
    }),
  )
  return [...earlier.filter(({ what }) => !fresh.some(other => other.what === what)), ...fresh]
}
