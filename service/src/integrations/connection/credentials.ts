import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { transliterate } from '../texts.js'

/** Without look-alikes: 0 o, 1 l i. */
const PASSWORD_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const PASSWORD_GROUPS = 4
const PASSWORD_GROUP_LENGTH = 6
const SUFFIX_LETTERS = '23456789acdef'
const STEM_LENGTH = 16

/** 24 random characters of 31 (118 bits), in groups that can be dictated: `k7fp3w-9xqhab-…`. */
export function randomPassword(): string {
  return Array.from({ length: PASSWORD_GROUPS }, () => pick(PASSWORD_LETTERS, PASSWORD_GROUP_LENGTH)).join(
    '-',
  )
}

/** The first word of the name in Latin letters and something random: `kassa-7f3a`. */
export function randomLogin(name: string, suffixLength: number): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).map(transliterate)
  const stem = words.find(word => /^[a-z]{2}/.test(word))?.slice(0, STEM_LENGTH) ?? '1c'
  return `${stem}-${pick(SUFFIX_LETTERS, suffixLength)}`
}

/** A plain hash: more than 100 random bits can't be guessed, and every request of 1C is checked. */
export function hashExchangePassword(password: string): Buffer {
  return createHash('sha256').update(password).digest()
}

/** Compares hashes of passwords; takes the same time for a login that doesn't exist (`hash` undefined). */
export function isExchangePassword(given: Buffer, hash: Buffer | undefined): boolean {
  return timingSafeEqual(given, hash ?? Buffer.alloc(given.length)) && hash !== undefined
}

function pick(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
