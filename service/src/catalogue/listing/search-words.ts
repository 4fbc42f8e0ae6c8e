import { articleKey, foldText } from '../item-facts.js'

/** A parsed search for items. */
export interface ItemSearch {
  /** All must match, in any form or as a prefix. */
  words: string[]
  /** The same as texts of tsquery: `'арен':*`. */
  prefixes: string[]
  /** Prefix of a normalized article. */
  article: string | null
  /** Verbatim: an id or a barcode. */
  exact: string
}

const MAX_WORDS = 8

export function readSearch(q: string): ItemSearch {
  const plain = q.replaceAll('\0', '').trim()
  const words = (foldText(plain).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS)
  return { words, prefixes: words.map(word => `'${word}':*`), article: articleKey(plain), exact: plain }
}

const CYRILLIC = /^[а-я]{3,}$/

/**
 * A tsquery of the stems that differ only in a fleeting vowel, which no stemmer handles: «елка» and «елок»,
 * «кресло» and «кресел», «скамейка» and «скамеек» have two stems each. Most of these stems are not words,
 * and find nothing.
 */
function otherStems(word: string): string {
  const [before, after] = ['бвгджзклмнпрстфхцчшщ', 'гклнрцм']
  const stem = `(ts_lexize('russian_stem', ${word}))[1]`
  const stems = [
    [`([${before}])([${after}])$`, '\\1о\\2'],
    [`([${before}])([${after}])$`, '\\1е\\2'],
    [`[йь]([${after}])$`, 'е\\1'],
    [`([${before}])[ое]([${after}])$`, '\\1\\2'],
    [`е([${after}])$`, 'й\\1'],
    [`е([${after}])$`, 'ь\\1'],
  ].map(([ending, other]) => `regexp_replace(${stem}, '${ending}', '${other}')`)
  return `array_to_string(array[${stems.join(', ')}], ' | ')::tsquery`
}

/** A condition on `catalogue_item i`; appends its parameters to `values`. Stop words («и») are ignored. */
export function searchSql(
  { words, prefixes, article, exact }: ItemSearch,
  key: number,
  values: unknown[],
): string {
  const at = (value: unknown): string => `$${values.push(value)}`
  const asked = words.map((word, index) => {
    const asWord = at(word)
    const forms = `plainto_tsquery('russian', ${asWord})`
    const asked = `${forms} || to_tsquery('simple', ${at(prefixes[index])})`
    return `case when numnode(${forms}) = 0 then ''
        else ${asked}${CYRILLIC.test(word) ? ` || ${otherStems(asWord)}` : ''} end`
  })
  const found = (): string => `i.search @@ (${[`${at(`'~${key}'`)}::tsquery`, ...asked].join(' && ')})`
  const alternatives = [
    ...(asked.length > 0 ? [found()] : []),
    ...(article === null ? [] : [`i.article_key like ${at(`${article}%`)}`]),
    `i.item_id = ${at(exact)}`,
    `i.barcode = ${at(exact)}`,
  ]
  return `(${alternatives.join(' or ')})`
}
