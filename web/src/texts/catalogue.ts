export type Language = 'ru' | 'en'

interface Pairs {
  readonly [key: string]: readonly [ru: unknown, en: unknown] | Pairs
}

export type Texts<Written> = {
  readonly [Key in keyof Written]: Written[Key] extends readonly [infer Russian, infer English]
    ? Text<Russian> | Text<English>
    : Texts<Written[Key]>
}

type Text<Value> = Value extends string ? string : Value

export interface Catalogue<Written> {
  readonly ru: Texts<Written>
  readonly en: Texts<Written>
}

/** The texts of a `texts.ts`, each with its two languages beside each other, by language. */
export function catalogue<const Written extends Pairs>(written: Written): Catalogue<Written> {
  return { ru: inLanguage(written, 0), en: inLanguage(written, 1) }
}

function inLanguage<Written extends Pairs>(written: Written, language: 0 | 1): Texts<Written> {
  const texts = Object.entries(written).map(([key, text]) => [
    key,
    isPair(text) ? nested(text[language]) : inLanguage(text, language),
  ])
  return Object.fromEntries(texts) as Texts<Written>
}

/** A text that quotes a name with quotes of its own: «ООО „Ромашка“». */
function nested(text: unknown): unknown {
  if (typeof text !== 'function') return text
  return (...values: unknown[]) => {
    const said: unknown = text(...values)
    return typeof said === 'string' && said.includes('«') ? nestQuotes(said) : said
  }
}

/** Unless they don't match. */
function nestQuotes(text: string): string {
  let depth = 0
  let lowest = 0
  const nestedText = text.replace(/[«»]/g, quote => {
    if (quote === '»') lowest = Math.min(lowest, --depth)
    const inner = depth > 0
    if (quote === '«') depth++
    return inner ? (quote === '«' ? '„' : '“') : quote
  })
  return depth === 0 && lowest === 0 ? nestedText : text
}

/** Whether the texts have one for a word that the server or a 1C said. */
export function hasText<Known extends object>(
  word: string | null,
  texts: Known,
): word is keyof Known & string {
  return word !== null && Object.hasOwn(texts, word)
}

function isPair(text: Pairs[string]): text is readonly [unknown, unknown] {
  return Array.isArray(text)
}
