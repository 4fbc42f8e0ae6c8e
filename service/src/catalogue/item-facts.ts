/** `GUID#GUID` has 73 characters. Anything much longer is no id, and would not fit an index. */
export const ID_LENGTH = 200
/** Characters of a name that count when sorting. */
export const SORT_LENGTH = 200

/** Normalizes an article for comparison: `АР-0001 ` and `ар 0001` are the same. */
export function articleKey(article: string | null): string | null {
  const key = (article ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, ID_LENGTH)
  return key === '' ? null : key
}

/** A VAT rate as orders have it: `20.00` and `НДС20` are `20`, «Без НДС» is `none`; others stay. */
export function vatOf(rate: string | null): string | null {
  if (rate === null) return null
  if (/без\s*(налога|ндс)/i.test(rate)) return 'none'
  const match = /^(?:ндс)?\s*(\d{1,2})(?:[.,]0+)?\s*%?(?:\s*\/\s*(\d{3}))?\s*%?$/i.exec(rate)
  if (match === null) return rate
  const [, percent, whole] = match
  return whole === undefined ? String(Number(percent)) : `${Number(percent)}/${whole}`
}

/** «ТипНоменклатуры» in the notation of orders; null for custom values. */
export function kindOf(type: string | undefined): 'goods' | 'service' | null {
  const word = type?.trim().toLowerCase() ?? ''
  if (word === 'услуга' || word === 'работа') return 'service'
  return word === 'товар' || word === 'запас' ? 'goods' : null
}

/** The search texts of an item. Lower-cased here: PostgreSQL with locale C leaves Cyrillic as it is. */
export function searchTexts(names: {
  name: string | null
  /** Its full name, and the values of its characteristics. */
  more: readonly (string | null)[]
  article: string | null
  barcode: string | null
}): { words: string; parts: string } {
  const words = foldText([names.name, ...names.more].filter(Boolean).join(' '))
  return { words, parts: foldText([names.name, names.article, names.barcode].filter(Boolean).join(' ')) }
}

/** Normalizes a text for comparison: lower case, `е` for `ё`. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
