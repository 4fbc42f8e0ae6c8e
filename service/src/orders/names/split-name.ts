import { PATRONYMIC_SUFFIX } from './texts-names.js'

/** Consists only of characters that occur in names. */
const NAME = /^[\p{L}\p{M}\s.,'’ʼ`\-–—]+$/u

/** The words of a name; initials are separate words, «Ахмед оглы» is one. `surname`: what precedes a comma. Undefined: not a name. */
export function splitName(name: string): { surname?: string; words: string[] } | undefined {
  if (!NAME.test(name)) return undefined
  const [before = '', after, ...more] = name.split(',')
  if (more.length > 0) return undefined
  if (after === undefined) return { words: wordsOf(before) }
  const surname = wordsOf(before).join(' ')
  return surname === '' ? undefined : { surname, words: wordsOf(after) }
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  const spaced = text
    .replace(/(?<=\p{L})\s*[–—-]\s*(?=\p{L})/gu, '-')
    // «Иванов И.И.», «И.Иванов»
    .replace(/\.(?=\p{L})/gu, '. ')
  for (const word of spaced.split(/\s+/)) {
    if (!/\p{L}/u.test(word)) continue
    if (words.length > 1 && PATRONYMIC_SUFFIX.test(word.toLowerCase())) words.push(`${words.pop()} ${word}`)
    else words.push(word)
  }
  return words
}
