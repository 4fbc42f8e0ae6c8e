import { isDeepStrictEqual } from 'node:util'
import { SAID_PARTS, type SaidPart } from '@obmen/contract'
import type { Said, Withdrawn } from '../said.js'

export interface MergedSaid {
  said: Said
  withdrawn: Withdrawn[]
  changed: SaidPart[]
}

/** What was known of the document before. */
export interface KnownSaid {
  said: Said
  withdrawn: Withdrawn[]
  receivedAt: Date
}

/**
 * A document in a file is complete: a flag or date that it lacks is withdrawn. Only payments and shipments that the file does not
 * mention stay as they were.
 */
export function mergeSaid(before: KnownSaid | undefined, reported: Said, now: Date): MergedSaid {
  const said: Said = before
    ? {
        ...reported,
        payments: joined(before.said.payments, reported.payments),
        shipments: joined(before.said.shipments, reported.shipments),
      }
    : reported
  const changed = SAID_PARTS.filter(
    part => !isDeepStrictEqual(partOf(before?.said, part), partOf(said, part)),
  )
  return { said, changed, withdrawn: before ? withdrawnOf(before, said, now) : [] }
}

/** The value of a part, an empty one if there was no document before. */
function partOf(said: Said | undefined, part: SaidPart): unknown {
  switch (part) {
    case 'document':
      return said && [said.documentId, said.documentNumber, said.documentDate]
    case 'posted':
    case 'deleted':
    case 'canceled':
      return said?.[part] ?? false
    case 'status':
      return [said?.status ?? null, said?.statusId ?? null]
    case 'payments':
    case 'shipments':
      return said?.[part] ?? []
    case 'lines':
      return said?.lines
    case 'requisites':
      return said?.requisites ?? {}
    default:
      return said?.[part] ?? null
  }
}

/** Replaces documents with the same GUID, else with the same number and date; keeps the others. */
function joined<Item extends { id: string | null; number: string | null; date: string | null }>(
  before: readonly Item[],
  reported: readonly Item[],
): Item[] {
  const isSame = (one: Item, other: Item): boolean =>
    one.id !== null && other.id !== null
      ? one.id === other.id
      : one.number !== null && one.number === other.number && one.date === other.date
  const kept = before.map(item => reported.findLast(other => isSame(item, other)) ?? item)
  return [...kept, ...reported.filter(item => !before.some(other => isSame(other, item)))]
}

const FACTS = ['posted', 'canceled', 'deleted', 'paid', 'shipped', 'status'] as const

function withdrawnOf(before: KnownSaid, said: Said, now: Date): Withdrawn[] {
  const isTold = (from: Said, what: Withdrawn['what']): boolean => from[what] !== null && from[what] !== false
  const earlier = before.withdrawn.filter(({ what }) => !isTold(said, what))
  const fresh = FACTS.filter(what => isTold(before.said, what) && !isTold(said, what)).map(
    (what): Withdrawn => ({
      what,
      before: before.said[what],
      toldAt: before.receivedAt.toISOString(),
      withdrawnAt: now.toISOString(),
    }),
  )
  return [...earlier.filter(({ what }) => !fresh.some(other => other.what === what)), ...fresh]
}
