import { type Customer, fullName } from '@obmen/contract'
import type { CustomerRow, DocumentRow } from '../../programs/program.js'

/** An order that a document may be of: its digits are the order's, or it is known to be. */
export interface Candidate {
  orderKey: number
  /** It is of this order since an earlier reading, or by its mark. */
  isKnown: boolean
  /** The document's number has the digits of the order's. */
  hasNumber: boolean
  /** By the location's clock: `2026-11-17`. The exchange dates a document so. */
  placedOn: string
  /** Of the order as 1C confirmed it, as it was sent, and as it is. */
  totals: string[]
  customer: Customer
  /** Of the document as it was read last. */
  version: string | null
  earlierVersions: string[] | null
}

export interface Recognized {
  orderKey: number
  isWeak: boolean
  /** Undefined: as it was known; null: not compared. */
  customerAgrees: boolean | null | undefined
}

/** What the base gives to its numbers; undefined: not known. */
export type OwnPrefix = string | undefined

/**
 * The orders of a document. What is known stays, whatever its number is now: it may have been renumbered. A
 * number is confirmed by sum or customer; under another prefix, or in another year, by both and by the day on
 * which the order was placed: that is a double. People's own invoices may have its digits, sum and customer.
 */
export function recognize(
  document: DocumentRow & { prefix: string },
  candidates: readonly Candidate[],
  customer: CustomerRow | undefined,
  ownPrefix: OwnPrefix,
): Recognized[] {
  const known = candidates.filter(({ isKnown }) => isKnown)
  const isRenumbered = known.length > 0 && !known.some(({ hasNumber }) => hasNumber)
  const knownKeys = new Set(known.map(({ orderKey }) => orderKey))
  const others = isRenumbered
    ? []
    : candidates.flatMap(candidate => {
        const strength = knownKeys.has(candidate.orderKey)
          ? undefined
          : strengthOf(document, candidate, customer, ownPrefix)
        return strength ? [{ candidate, strength }] : []
      })
  const inYear = (candidate: Candidate): boolean => isOfYear(candidate, document)
  // Next year's invoice of the number is that year's order.
  const hasOwner = known.some(inYear) || others.some(({ candidate }) => inYear(candidate))
  return [
    ...known.map(candidate => ({
      orderKey: candidate.orderKey,
      isWeak: false,
      customerAgrees: candidate.version === document.version ? undefined : sameInn(candidate, customer),
    })),
    ...others
      .filter(({ candidate }) => inYear(candidate) || !hasOwner)
      .map(({ candidate, strength }) => ({
        orderKey: candidate.orderKey,
        isWeak: strength === 'weak',
        customerAgrees: sameInn(candidate, customer),
      })),
  ]
}

/** Whether anything depends on who the document's customer is. */
export function needsCustomer(
  document: DocumentRow & { prefix: string },
  candidate: Candidate,
  ownPrefix: OwnPrefix,
): boolean {
  const { isKnown, version, customer } = candidate
  if (isKnown) return version !== document.version && customer.inn !== undefined
  return document.prefix === ownPrefix && strengthOf(document, candidate, undefined, ownPrefix) === 'sure'
    ? customer.inn !== undefined
    : isPossible(document, candidate)
}

/** Sum or year speak for it: the customer may, too. */
const isPossible = (document: DocumentRow, candidate: Candidate): boolean =>
  candidate.totals.includes(document.total) || isOfYear(candidate, document)

function strengthOf(
  document: DocumentRow & { prefix: string },
  candidate: Candidate,
  customer: CustomerRow | undefined,
  ownPrefix: OwnPrefix,
): 'sure' | 'weak' | undefined {
  const isOwn = document.prefix === ownPrefix && isOfYear(candidate, document)
  const sameSum = candidate.totals.includes(document.total)
  const sameCustomer = customer && isCustomer(candidate.customer, customer)
  const sameDay = document.date.startsWith(candidate.placedOn)
  if (sameSum && sameDay && sameCustomer !== false) return 'sure'
  if (sameSum && sameCustomer) return isOwn ? 'sure' : 'weak'
  if (!isOfYear(candidate, document) || !(sameSum || sameCustomer)) return undefined
  if (isOwn) return 'sure'
  return sameCustomer === false && (ownPrefix !== undefined || !sameDay) ? undefined : 'weak'
}

const isOfYear = ({ placedOn }: Candidate, { date }: DocumentRow): boolean =>
  placedOn.slice(0, 4) === date.slice(0, 4)

function sameInn({ customer }: Candidate, inBooks: CustomerRow | undefined): boolean | null {
  return customer.inn && inBooks?.inn ? customer.inn === inBooks.inn : null
}

/** By ИНН if both have one, else by name, in which people change case, quotes and the order of words. */
function isCustomer(customer: Customer, inBooks: CustomerRow): boolean {
  if (customer.inn && inBooks.inn) return customer.inn === inBooks.inn
  const names = [fullName(customer), 'fullName' in customer ? customer.fullName : undefined]
  return names.some(
    name => name !== undefined && wordsOf(name) !== '' && wordsOf(name) === wordsOf(inBooks.name),
  )
}

const wordsOf = (name: string): string =>
  (
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .sort()
    .join(' ')
