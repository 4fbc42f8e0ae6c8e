/** Words of the XML to the codec's, as in the table and normalized: senders vary case and spacing. */
export type Words<Known extends string> = ReadonlyMap<string, Known>

export function wordsOf<Known extends string>(
  table: Readonly<Record<Known, string>>,
  aliases: Readonly<Record<string, Known>> = {},
): Words<Known> {
  const words = new Map<string, Known>()
  const set = (word: string, known: Known): void => void words.set(word, known).set(normalize(word), known)
  for (const [known, word] of Object.entries(table) as [Known, string][]) set(word, known)
  for (const [word, known] of Object.entries(aliases)) set(word, known)
  return words
}

/** The codec's word for the text, or the text itself if there is none. */
export function readWord<Known extends string>(
  text: string | undefined,
  words: Words<Known>,
): Known | (string & Record<never, never>) | undefined {
  return text === undefined ? undefined : (words.get(text) ?? words.get(normalize(text)) ?? text)
}

/** The XML's word for the codec's; an unknown one is returned unchanged. */
export function writeWord(word: string, table: Readonly<Record<string, string>>): string {
  return Object.hasOwn(table, word) ? table[word]! : word
}

function normalize(word: string): string {
  return word.replace(/[\s\u00a0-]/g, '').toLowerCase()
}
