/** Characters of an id of 1C at most: `GUID#GUID` has 73. What is longer is none, and would not fit an index. */
export const ID_LENGTH = 200
/** Characters by which names are ordered. */
export const SORT_LENGTH = 200

/** An article as articles are compared: `АР-0001 ` and `ар 0001` are the same. */
export function articleKey(article: string | null): string | null {
  const key = (article ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, ID_LENGTH)
  return key === '' ? null : key
}

/** A rate as orders have it: `20.00` and `НДС20` are `20`, «Без НДС» is `none`; one that orders don't know as it stands. */
export function vatOf(rate: string | null): string | null {
  if (rate === null) return null
  if (/без\s*(налога|ндс)/i.test(rate)) return 'none'
  const match = /^(?:ндс)?\s*(\d{1,2})(?:[.,]0+)?\s*%?(?:\s*\/\s*(\d{3}))?\s*%?$/i.exec(rate)
  if (match === null) return rate
  const [, percent, whole] = match
  return whole === undefined ? String(Number(percent)) : `${Number(percent)}/${whole}`
}

/** «ТипНоменклатуры» in the words of orders; a word of its own tells nothing. */
export function kindOf(type: string | undefined): 'goods' | 'service' | null {
  const word = type?.trim().toLowerCase() ?? ''
  if (word === 'услуга' || word === 'работа') return 'service'
  return word === 'товар' || word === 'запас' ? 'goods' : null
}

/** What an item is found by: words in their forms, and texts by their beginning. Lower case here: PostgreSQL of locale C has none. */
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

/** Texts are compared so: without case, and with `е` for `ё`. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
