import type { Order } from '@obmen/contract'
import { truncateText } from '../intake/read/truncate-text.js'

/** A line's id and its name. */
export interface ItemName {
  id: string
  name: string
}

/** Characters that are compared; longer names are cut. */
const LENGTH = 200
const BLANKS = /\s+/g

export function itemsOf({ lines }: Pick<Order, 'lines'>): ItemName[] {
  return lines.map(({ id, name }) => ({ id, name: itemName(name) }))
}

/** A name as it is stored and compared. */
function itemName(name: string): string {
  return truncateText(name.replace(BLANKS, ' '), LENGTH)
}

/** Whether two names differ in more than letter case. */
export function namesDiffer(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() !== other.toLowerCase()
}
