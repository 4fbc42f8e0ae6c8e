import { type Customer, fullName } from '@obmen/contract'
import { cutText } from '../intake/read/cut-text.js'

/** Characters of the customer's name that lists show. */
const LISTED_NAME = 300

/** A customer's name for a list. */
export function listedName(customer: Customer): string {
  return cutText(fullName(customer), LISTED_NAME)
}
