/** What one integration's catalogue may take; each is a setting of the server (config.ts, CATALOGUE_…). */
export interface CatalogueLimits {
  /** Items and characteristics. */
  items: number
  /** Characters of a name, an article and the like; what is longer is cut. */
  textLength: number
  /** Prices, warehouses, groups and characteristics of one item; further ones are let go. */
  listLength: number
}

/** When an exchange of whole catalogues is taken to be over. */
export interface RoundPauses {
  /** Nothing came for so long, in seconds. */
  settleSeconds: number
  /** The same where 1C cuts the catalogue into portions and prepares each. */
  portionSeconds: number
}
