import type { CatalogueItem, CatalogueLink } from '@obmen/contract/rest'
import type { Link } from '../../catalogue/links/link.js'
import type { ItemRow } from '../../catalogue/listing/item-columns.js'

export function presentItem({ unitCode, unitName, stateSince, changedAt, ...row }: ItemRow): CatalogueItem {
  return {
    ...row,
    unit: unitCode === null && unitName === null ? null : { code: unitCode, name: unitName },
    stateSince: stateSince.toISOString(),
    changedAt: changedAt.toISOString(),
  }
}

export function presentLink({ since, ...link }: Link): CatalogueLink {
  return { ...link, since: since?.toISOString() ?? null }
}
