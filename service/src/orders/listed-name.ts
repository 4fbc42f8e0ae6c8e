import { cutText } from './cut-text.js'
import type { Customer } from './order.js'
import { nameOf } from './search-words.js'

/** Characters of the customer's name that lists show. */
const LISTED_NAME = 300

/** A customer's name for a list. */
export function listedName(customer: Customer): string {
  return cutText(nameOf(customer), LISTED_NAME)
}
