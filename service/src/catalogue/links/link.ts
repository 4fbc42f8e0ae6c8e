import type { Difference } from './compare.js'

export type LinkState = 'linked' | 'unlinked' | 'broken'

/** What a link shows of its item. */
export interface LinkedItem {
  itemId: string
  name: string
  article: string | null
  unit: { code: string | null; name: string | null } | null
  vat: string | null
  state: 'current' | 'deleted' | 'gone'
}

/** A line of orders, and the item that it is in 1C. */
export interface Link {
  lineId: string
  name: string | null
  unit: string | null
  vat: string | null
  uses: number
  state: LinkState
  item: LinkedItem | null
  since: Date | null
  differs: Difference[]
}

export interface LinkedItemRow extends Omit<LinkedItem, 'unit'> {
  unitCode: string | null
  unitName: string | null
}

export function toLinkedItem({
  unitCode,
  unitName,
  itemId,
  name,
  article,
  vat,
  state,
}: LinkedItemRow): LinkedItem {
  const unit = unitCode === null && unitName === null ? null : { code: unitCode, name: unitName }
  return { itemId, name, article, unit, vat, state }
}
