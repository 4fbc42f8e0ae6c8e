import type { CatalogueLink, LinkedItem } from '@obmen/contract/rest'

export type LinkState = CatalogueLink['state']
/** A line of orders, and the item that it is in 1C. */
export type Link = Omit<CatalogueLink, 'since'> & { since: Date | null }

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

export type Difference = CatalogueLink['differs'][number]

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
