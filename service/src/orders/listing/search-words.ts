import { fullName, type Order } from '@obmen/contract'
import { truncateText } from '../intake/read/order-limits.js'

const MAX_WORDS = 12
const MAX_WORD = 60
const MAX_TEXT = 200
const MAX_PAYMENTS = 10
/** An id with more numbers beside letters is a random one. */
const MAX_BESIDE_LETTERS = 3
/** So many of an id's numbers that stand by themselves are words: the last ones, which identify it. */
const MAX_APART = 6

/** Lexeme of an order's status; all other lexemes consist of letters and digits. */
export function statusLexeme(status: string): string {
  return `=${status}`
}

/** An order's codes without punctuation, numbers in them, and its buyer. The number in 1C is not here. */
export function searchWords(order: Order): string[] {
  const { customer } = order
  const words = [statusLexeme(order.status)]
  for (const code of [order.id, order.number ?? '']) {
    const word = alphanumeric(code)
    words.push(word, word.replace(LETTERS_AND_ZEROS, '$1$2'))
    words.push(...numbersIn(code).flatMap(number => [number, withoutZeros(number)]))
  }
  for (const { id } of order.payments.slice(0, MAX_PAYMENTS))
    words.push(truncateText(alphanumeric(id), MAX_WORD))
  words.push(...wordsOf(fullName(customer)).slice(0, MAX_WORDS))
  if (customer.inn !== undefined) words.push(customer.inn)
  if (customer.email !== undefined) words.push(alphanumeric(customer.email))
  if (customer.phone !== undefined) words.push(phoneDigits(customer.phone))
  return [...new Set(words)].filter(word => word !== '')
}

/** A tsquery of the orders whose buyer may have this key, as orders/warnings/buyers.ts writes it. */
export function buyerQuery({ kind, value }: { kind: string; value: string }): string {
  const words = {
    inn: () => [value.split('/')[0]!],
    phone: () => [phoneDigits(value)],
    email: () => [alphanumeric(value)],
    name: () => wordsOf(value.slice(value.indexOf(':') + 1)).slice(0, MAX_WORDS),
  }[kind]!()
  return words
    .filter(word => word !== '')
    .map(quoted)
    .join(' & ')
}

/** `olv0077` is found as `olv77`, too. */
const LETTERS_AND_ZEROS = /^(\p{L}+)0+(\d+)$/u

/**
 * Lists of tsqueries: an order is found if it matches all queries of one of the lists, of which the first is
 * probably the rarest. Each part of the text
 * is the prefix of a word; it may be a quoted word, a number with slashes, or a phone number in any notation.
 * Empty if there is nothing to search for.
 */
export function searchQueries(text: string): string[][] {
  // A phone number may be typed with +7, 8 or neither, and only in part.
  const digits = text.replace(/\D/g, '')
  const isPhone = digits.length >= 4 && /^[\d\s()+-]+$/.test(text)
  const parts = text
    .split(/\s+/)
    .map(partQuery)
    .filter(part => part !== undefined)
    // A word with a digit is rarer than a name, and a long one than a short one.
    .sort((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)) || b.length - a.length)
  const all = parts.length === 0 ? [] : [parts]
  const add = (query: string): void => {
    if (parts.length !== 1 || parts[0] !== query) all.push([query])
  }
  if (isPhone) add(prefix(digits.slice(0, 10)))
  if (isPhone && /^[78]/.test(digits)) add(prefix(digits.slice(1, 11)))
  return all
}

/** `text` as a sequence number, if it can be one. */
export function asSequenceNumber(text: string): number | undefined {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined
}

/** `text` as the digits that the number of a 1C document may end in, without leading zeros. */
export function asNumberEnding(text: string): string | undefined {
  return /^\s*0*([1-9]\d{0,19})\s*$/.exec(text)?.[1]
}

/** `text` as a query for a complete search word, if it is a single one with a digit. */
export function asWholeWord(text: string): string | undefined {
  const word = alphanumeric(text)
  return word !== '' && /\d/.test(word) && !/\s/.test(text.trim()) ? quoted(word) : undefined
}

function partQuery(part: string): string | undefined {
  const words = wordsOf(part)
  if (words.length === 0) return undefined
  const whole = prefix(alphanumeric(part))
  // Only names have several words in one part: a short fragment of a code or an address would match too much.
  return words.length > 1 && NAME.test(part) ? `(${whole} | (${words.map(prefix).join(' & ')}))` : whole
}

const NAME = /^[^\p{N}@._/]+$/u

function prefix(word: string): string {
  return `${quoted(word)}:*`
}

function normalize(text: string): string {
  return truncateText(text.normalize('NFC').toLowerCase().replaceAll('ё', 'е'), MAX_TEXT)
}

/** Letters and digits only: `OLV/17` and `olv-17` are the same. */
function alphanumeric(text: string): string {
  return normalize(text).replace(NOT_WORD, '')
}
const NOT_WORD = /[^\p{L}\p{N}]+/gu

/** The numbers in an id: 17 of `OLV/17`; 2026, 11, 17, 005 of `2026-11-17-005`; none of a random one. */
function numbersIn(text: string): string[] {
  const besideLetters = text.match(BESIDE_LETTERS) ?? []
  if (besideLetters.length > MAX_BESIDE_LETTERS || UUID.test(text)) return []
  const apart = text.match(APART) ?? []
  return [...besideLetters, ...apart.slice(-MAX_APART)].map(run => truncateText(run, MAX_WORD))
}
const BESIDE_LETTERS = /(?<=\p{L})\d+|\d+(?=\p{L})/gu
const APART = /(?<![\p{L}\d])\d+(?![\p{L}\d])/gu
/** Whole groups of it may be digits. */
const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i

function withoutZeros(number: string): string {
  return number.startsWith('0') ? number.replace(/^0+/, '') : number
}

function wordsOf(text: string): string[] {
  return (
    normalize(text)
      .match(WORD)
      ?.map(word => truncateText(word, MAX_WORD)) ?? []
  )
}
const WORD = /[\p{L}\p{N}]+/gu

/** The last ten digits: Russian numbers are written with +7, 8 or neither. */
function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').slice(-10)
}

function quoted(word: string): string {
  return `'${/['\\]/.test(word) ? word.replace(/['\\]/g, '$&$&') : word}'`
}
