import { type Customer, fullName } from '@obmen/contract'

/** How large an order may be. Longer texts are stored whole, and cut when the XML is written. */
export const ORDER_LIMITS = {
  /** Bytes of the stored order: JSON in UTF-8, without spaces. */
  bytes: 8 * 1024 * 1024,
  /** Characters of an id: of an order, line, payment, customer, place. */
  id: 200,
  /** Characters of a status, a gateway, an attribute's name. */
  word: 200,
  /** Characters of a name. */
  name: 10_000,
  /** Characters of a comment, an address, an attribute's value. */
  text: 10_000,
  email: 320,
  phone: 100,
  lines: 10_000,
  payments: 1_000,
  /** Refunds of one payment. */
  refunds: 100,
  attributes: 200,
  /** Most problems reported of one order. */
  problems: 100,
} as const

/** At most `limit` characters of a text, never half of a surrogate pair. */
export function truncateText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
}

/** Characters of the customer's name that lists show. */
const LISTED_NAME = 300

/** A customer's name for a list. */
export function listedName(customer: Customer): string {
  return truncateText(fullName(customer), LISTED_NAME)
}
