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

/** Unit and VAT of a line or an item; null: unknown. */
export interface Compared {
  unit: string | null
  vat: string | null
}

export type Difference = 'unit' | 'vat'

/** How an item differs from a line; a value known for only one of them is no difference. */
export function differences(line: Compared, item: Compared): Difference[] {
  const found: Difference[] = []
  if (differ(unitKey(line.unit), unitKey(item.unit))) found.push('unit')
  if (differ(percentOf(line.vat), percentOf(item.vat))) found.push('vat')
  return found
}

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other

/** Codes of ОКЕИ, with or without zeros before them; a unit without a code can't be compared. */
function unitKey(unit: string | null): string | null {
  const code = unit?.trim() ?? ''
  return /^\d{1,4}$/.test(code) ? code.padStart(3, '0') : null
}

/** 20/120 is 20 % that the price already includes. */
function percentOf(vat: string | null): string | null {
  return vat === null ? null : vat.split('/')[0]!
}
