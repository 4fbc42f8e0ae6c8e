import { cutText } from './cut-text.js'
import type { Customer, Order } from './order.js'

const MAX_WORDS = 12
const MAX_WORD = 60
const MAX_TEXT = 200

/** Lexeme by which orders of a status are found; no word of a search begins so. */
export function statusLexeme(status: string): string {
  return `=${status}`
}

/** The words that an order is found by, as PostgreSQL reads a tsvector; its number in 1C comes to them. */
export function searchWords(order: Order): string {
  const { customer } = order
  const words = new Set([statusLexeme(order.status), normal(order.id)])
  if (order.number !== undefined) words.add(normal(order.number))
  for (const word of wordsOf(nameOf(customer)).slice(0, MAX_WORDS)) words.add(word)
  if (customer.inn !== undefined) words.add(customer.inn)
  if (customer.email !== undefined) words.add(normal(customer.email))
  if (customer.phone !== undefined) words.add(phoneDigits(customer.phone))
  words.delete('')
  let text = ''
  for (const word of words) text += text === '' ? quoted(word) : ` ${quoted(word)}`
  return text
}

/**
 * A tsquery: every part of `text` begins some word of the order. A part may be a word in quotes, a number with its slashes or a
 * phone number in any spelling; undefined when nothing is left to search for.
 */
export function searchQuery(text: string): string | undefined {
  // Typed from its beginning: with +7, 8 or neither.
  const digits = text.replace(/\D/g, '')
  const isPhone = digits.length >= 4 && /^[\d\s()+-]+$/.test(text)
  const parts = text
    .split(/\s+/)
    .map(partQuery)
    .filter(part => part !== undefined)
  const all = parts.length === 0 ? [] : [parts.join(' & ')]
  if (isPhone) all.push(prefix(digits.slice(0, 10)))
  if (isPhone && /^[78]/.test(digits)) all.push(prefix(digits.slice(1, 11)))
  return all.length === 0 ? undefined : all.map(query => `(${query})`).join(' | ')
}

/** The customer's name as people read it. */
export function nameOf(customer: Customer): string {
  if (customer.kind !== 'person') return customer.name
  const { lastName, firstName, middleName } = customer
  return middleName === undefined ? `${lastName} ${firstName}` : `${lastName} ${firstName} ${middleName}`
}

function partQuery(part: string): string | undefined {
  const whole = normal(part).replace(/^=+/, '')
  const words = wordsOf(part)
  const split = words.length === 0 ? undefined : words.map(prefix).join(' & ')
  if (whole === '') return split
  if (split === undefined || (words.length === 1 && words[0] === whole)) return prefix(whole)
  return `(${prefix(whole)} | (${split}))`
}

function prefix(word: string): string {
  return `${quoted(word)}:*`
}

function normal(text: string): string {
  return cutText(text.toLowerCase().replaceAll('ё', 'е'), MAX_TEXT)
}

function wordsOf(text: string): string[] {
  return (
    normal(text)
      .match(WORD)
      ?.map(word => cutText(word, MAX_WORD)) ?? []
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
