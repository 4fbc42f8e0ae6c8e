import { type Customer, fullName } from '@obmen/contract'
import { truncateText } from '../intake/read/truncate-text.js'

/** Characters of the customer's name that lists show. */
const LISTED_NAME = 300

/** A customer's name for a list. */
export function listedName(customer: Customer): string {
  return truncateText(fullName(customer), LISTED_NAME)
}
