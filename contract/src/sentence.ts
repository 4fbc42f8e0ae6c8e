/** A message not yet worded: the key of a text, and its parameters. */
export interface Sentence {
  code: string
  params: readonly unknown[]
}

/** The texts of one language: sentences, and functions that put parameters into one. */
// biome-ignore lint/suspicious/noExplicitAny: each text takes parameters of its own
export type Wording = Readonly<Record<string, string | ((...params: any[]) => string)>>

/** The same texts in any language. */
export type WordingLike<Texts extends Wording> = {
  readonly [Key in keyof Texts]: Texts[Key] extends (...params: infer Params) => string
    ? (...params: Params) => string
    : string
}

/** Message constructors for the texts: whoever shows a message words it in a language. */
export type Messages<Texts extends Wording> = {
  readonly [Key in keyof Texts]: Texts[Key] extends (...params: infer Params) => string
    ? (...params: { [At in keyof Params]: Params[At] | Sentence }) => Sentence
    : Sentence
}

export function messagesOf<Texts extends Wording>(texts: Texts): Messages<Texts> {
  const messages = Object.entries(texts).map(([code, text]) => [
    code,
    typeof text === 'string' ? { code, params: [] } : (...params: unknown[]) => ({ code, params }),
  ])
  return Object.fromEntries(messages) as Messages<Texts>
}

/** Words a sentence with these texts; its parameters may be sentences themselves. */
export function formatSentence(texts: Wording, { code, params }: Sentence): string {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined
  if (text === undefined || typeof text === 'string') return text ?? code
  return text(...params.map(param => (isSentence(param) ? formatSentence(texts, param) : param)))
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'code' in value && 'params' in value
}
