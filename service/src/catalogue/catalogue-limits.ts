/** Limits of one integration's catalogue; each is a setting of the server (config.ts, CATALOGUE_…). */
export interface CatalogueLimits {
  /** Items and characteristics. */
  items: number
  /** Characters of a name, an article and the like; longer ones are truncated. */
  textLength: number
  /** Prices, warehouses, groups and characteristics of one item; further ones are dropped. */
  listLength: number
  /** Days that whole catalogues have to come without another until that has gone. */
  keepDays: number
}

/** After which pauses an exchange of whole catalogues counts as finished. */
export interface RoundPauses {
  /** Seconds without anything new. */
  settleSeconds: number
  /** The same if 1C splits the catalogue into portions, each of which it has to prepare. */
  portionSeconds: number
}
