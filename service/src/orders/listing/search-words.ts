import { fullName, type Order } from '@obmen/contract'
import { truncateText } from '../intake/read/truncate-text.js'

const MAX_WORDS = 12
const MAX_WORD = 60
const MAX_TEXT = 200

/** Lexeme by which orders of a status are found; other words are of letters and digits. */
export function statusLexeme(status: string): string {
  return `=${status}`
}

/**
 * The words that an order is found by, as PostgreSQL reads a tsvector. Every word that no other order has costs the index dearly: id
 * and number, mostly two spellings of one, become one word, and the number in 1C has an index of its own.
 */
export function searchWords(order: Order): string {
  const { customer } = order
  const words = [statusLexeme(order.status)]
  const add = (word: string): void => {
    if (word !== '' && !words.includes(word)) words.push(word)
  }
  add(squeezed(order.id))
  if (order.number !== undefined) add(squeezed(order.number))
  for (const word of wordsOf(fullName(customer)).slice(0, MAX_WORDS)) add(word)
  if (customer.inn !== undefined) add(customer.inn)
  if (customer.email !== undefined) add(squeezed(customer.email))
  if (customer.phone !== undefined) add(phoneDigits(customer.phone))
  return words.map(quoted).join(' ')
}

/**
 * Each a tsquery: an order is found by `text` if it meets every one of some list. Every part of the text begins some word of the order; a
 * part may be a word in quotes, a number with its slashes or a phone number in any spelling. Empty when nothing is left to search for.
 */
export function searchQueries(text: string): string[][] {
  // Typed from its beginning: with +7, 8 or neither.
  const digits = text.replace(/\D/g, '')
  const isPhone = digits.length >= 4 && /^[\d\s()+-]+$/.test(text)
  const parts = text
    .split(/\s+/)
    .map(partQuery)
    .filter(part => part !== undefined)
  const all = parts.length === 0 ? [] : [parts]
  const add = (query: string): void => {
    if (parts.length !== 1 || parts[0] !== query) all.push([query])
  }
  if (isPhone) add(prefix(digits.slice(0, 10)))
  if (isPhone && /^[78]/.test(digits)) add(prefix(digits.slice(1, 11)))
  return all
}

/** The number in 1C that `text` may be. */
export function searchedNumber(text: string): number | undefined {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined
}

function partQuery(part: string): string | undefined {
  const words = wordsOf(part)
  if (words.length === 0) return undefined
  const whole = prefix(squeezed(part))
  // Only names are of several words in one part: a short piece of a code or an address begins too much.
  return words.length > 1 && NAME.test(part) ? `(${whole} | (${words.map(prefix).join(' & ')}))` : whole
}
const NAME = /^[^\p{N}@._/]+$/u

function prefix(word: string): string {
  return `${quoted(word)}:*`
}

function normal(text: string): string {
  return truncateText(text.toLowerCase().replaceAll('ё', 'е'), MAX_TEXT)
}

/** Letters and digits alone: `OLV/17` and `olv-17` are one. */
function squeezed(text: string): string {
  return normal(text).replace(NOT_WORD, '')
}
const NOT_WORD = /[^\p{L}\p{N}]+/gu

function wordsOf(text: string): string[] {
  return (
    normal(text)
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
