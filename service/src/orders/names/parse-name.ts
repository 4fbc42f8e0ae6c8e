import {
  ENTREPRENEUR,
  GIVEN_NAMES,
  ONLY_PATRONYMIC,
  PATRONYMIC,
  PATRONYMIC_SUFFIX,
  SURNAME_ENDING,
  SURNAME_PARTICLE,
} from './texts-names.js'

/** Consists only of characters that occur in names. */
const NAME = /^[\p{L}\p{M}\s.,'’ʼ`\-–—]+$/u

/** The words of a name, initials apart, «Ахмед оглы» as one. `surname`: what precedes a comma. */
function splitName(name: string): { surname?: string; words: string[] } | undefined {
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

export interface NameParts {
  lastName: string
  firstName: string
  middleName?: string
}

/** A text with more words is not a name. */
const MAX_WORDS = 8

/**
 * Splits a person's full name as a Russian clerk would: «Иванов Иван Иванович», «Иванов И. И.», «Мамедов
 * Рашид Ахмед оглы», "John Smith". Undefined if surname or given name is not recognized: «Анна Сергеевна».
 */
export function parseName(name: string): NameParts | undefined {
  const split = splitName(name)
  if (!split) return undefined
  const { surname, words } = split
  if (words.length === 0 || words.length > MAX_WORDS) return undefined
  if (surname !== undefined) return parts(surname, words[0], words.slice(1))
  if (words.some(isInitial)) return parseInitials(words)
  if (words.slice(1).some(isPatronymic)) return parsePatronymic(words)
  return parseOthers(words)
}

/** The person in an entrepreneur's name, «ИП Петрова А. С.», if it is complete. */
export function parseEntrepreneur(name: string): NameParts | undefined {
  return parseName(
    name
      .trim()
      .replace(ENTREPRENEUR, '')
      .replace(/[«»"„“”]/g, ' '),
  )
}

function parts(
  lastName: string | undefined,
  firstName: string | undefined,
  others: readonly string[],
): NameParts | undefined {
  if (!lastName || !firstName) return undefined
  return { lastName, firstName, ...(others.length > 0 ? { middleName: others.join(' ') } : {}) }
}

/** «Иванов И. И.», «И. Иванов», «Иванов Иван И.», "John F. Kennedy". */
function parseInitials(words: readonly string[]): NameParts | undefined {
  const initials = words.filter(isInitial)
  const whole = words.filter(word => !isInitial(word))
  if (whole.length === 1) return parts(whole[0], initials[0], initials.slice(1))
  const named = whole.length > 1 ? parseOthers(whole) : undefined
  return named && parts(named.lastName, named.firstName, [...rest(named.middleName), ...initials])
}

const rest = (middleName: string | undefined): string[] => (middleName === undefined ? [] : [middleName])

/** A patronymic follows the given name: «Иванов Иван Иванович», «Иван Иванович Иванов». */
function parsePatronymic(words: readonly string[]): NameParts | undefined {
  const places = words.flatMap((word, index) => (index > 0 && isPatronymic(word) ? [index] : []))
  if (words.length === 2) return parseTwoWords(words)
  const place = places.find(index => isGiven(words[index - 1]!)) ?? places.at(-1)!
  const surname = words.filter((_, index) => index !== place && index !== place - 1)
  return parts(surname.join(' '), words[place - 1], [words[place]!])
}

/** «Роман Рабинович» has a surname that ends as a patronymic; «Роман Иванович» has none. */
function parseTwoWords([one, two]: readonly string[]): NameParts | undefined {
  if (!isGiven(one!)) return parts(one, two, [])
  const father = plain(two!).replace(/(?:ович|евич|ovich|evich)$/, '')
  const fathers = [father, `${father}й`, `${father}ь`, `${father}ий`, father.replace(/ь$/, 'ий')]
  const isPatronymicOnly = ONLY_PATRONYMIC.test(plain(two!)) || fathers.some(name => GIVEN_NAMES.has(name))
  return isPatronymicOnly ? undefined : parts(two, one, [])
}

function parseOthers(words: readonly string[]): NameParts | undefined {
  const joined = joinParticles(words)
  const [first, second, ...more] = joined
  if (second === undefined) return undefined
  if (!isSurnameFirst(joined)) return parts(joined.at(-1), first, joined.slice(1, -1))
  // «Гарсия Лопес Мария»: a surname of two words.
  const last = more.at(-1)
  if (last !== undefined && isGiven(last) && !isGiven(second) && looksLikeSurname(second))
    return parts(joined.slice(0, -1).join(' '), last, [])
  return parts(first, second, more)
}

/** Russian documents put the surname first; people, and names in Latin letters, the given name. */
function isSurnameFirst(words: readonly string[]): boolean {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (isGiven(first) !== isGiven(words[1]!) && words.length === 2) return isGiven(words[1]!)
  if (isGiven(first) && !isGiven(last)) return false
  if (!isGiven(last) && !isGiven(words[1]!) && looksLikeSurname(last) && !looksLikeSurname(first))
    return false
  if (words.some(word => CYRILLIC.test(word))) return true
  return looksLikeSurname(first) && !looksLikeSurname(last)
}
const CYRILLIC = /\p{Script=Cyrillic}/u

/** Joins «фон» and the like with the next word. */
function joinParticles(words: readonly string[]): string[] {
  const joined: string[] = []
  let particles = ''
  for (const [index, word] of words.entries()) {
    if (index < words.length - 1 && SURNAME_PARTICLE.test(word)) particles += `${word} `
    else {
      joined.push(particles + word)
      particles = ''
    }
  }
  return joined
}

function isInitial(word: string): boolean {
  return INITIAL.test(word)
}
const INITIAL = /^\p{Lu}\p{Ll}?\.(?:-\p{Lu}\.)?$|^\p{Lu}$/u

function isPatronymic(word: string): boolean {
  // splitName joins «Ахмед оглы» into one word.
  return word.includes(' ') || /[-\s](?:оглы|оглу|кызы|гызы|улы)$/i.test(word) || PATRONYMIC.test(plain(word))
}

function isGiven(word: string): boolean {
  const name = plain(word)
  return GIVEN_NAMES.has(name) || (name.includes('-') && GIVEN_NAMES.has(name.split('-', 1)[0]!))
}

function looksLikeSurname(word: string): boolean {
  const name = plain(word)
  return SURNAME_ENDING.test(name) || word.includes(' ')
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
