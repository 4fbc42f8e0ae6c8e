import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { describeProblem, type FieldProblem } from '@obmen/contract'
import { dictionary } from '@zxcvbn-ts/language-common'

const MIN_LENGTH = 8
/** A password of so many characters may be any; no shorter one is among those that are tried first. */
const FREE_LENGTH = 12
const MAX_LENGTH = 200
const BLANK = /[\s\p{Z}\p{C}]/gu

/** The one rule for every new password, wherever it is set. */
export function checkPassword(password: string, path: string, problems: FieldProblem[]): void {
  const visible = [...password.normalize('NFC').replace(BLANK, '')].length
  if (password === '') problems.push({ path, ...describeProblem('password-empty') })
  else if (visible < MIN_LENGTH)
    problems.push({ path, ...describeProblem('password-short', { min: MIN_LENGTH }) })
  else if (password.length > MAX_LENGTH)
    problems.push({ path, ...describeProblem('password-long', { max: MAX_LENGTH }) })
  else if (visible < FREE_LENGTH && isCommon(password))
    problems.push({ path, ...describeProblem('password-common', { min: FREE_LENGTH }) })
}

const COMMON = new Set(dictionary['passwords-common'])
const REPETITION = /^(.{1,3})\1+$/u
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю'
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

/** Also typed with the keys of the other layout: «йцукенгш» is `qwertyui`, «пароль123» `gfhjkm123`. */
function isCommon(password: string): boolean {
  const plain = password.normalize('NFC').replace(BLANK, '').toLowerCase()
  const latin = plain.replace(/[а-я]/g, letter => LATIN_KEYS[CYRILLIC_KEYS.indexOf(letter)]!)
  return COMMON.has(plain) || COMMON.has(latin) || REPETITION.test(plain)
}

/** Log2 of scrypt's N: 128 MB and about half a second. */
const DEFAULT_HASH_COST = 17
const R = 8
const P = 1
const KEY_LENGTH = 32
const SALT_LENGTH = 16

/** `scrypt$N$r$p$salt$key`: with its parameters, so that they can be raised. `cost`: log2 of N. */
export async function hashPassword(
  password: string,
  cost: number = DEFAULT_HASH_COST,
  salt: Buffer = newSalt(),
): Promise<string> {
  const N = 2 ** cost
  const key = await derive(password, { salt, length: KEY_LENGTH, N, r: R, p: P })
  return ['scrypt', N, R, P, salt.toString('base64'), key.toString('base64')].join('$')
}

export function newSalt(): Buffer {
  return randomBytes(SALT_LENGTH)
}

export function saltOf(hash: string): Buffer {
  return Buffer.from(hash.split('$')[4]!, 'base64')
}

/**
 * The one of these hashes that is of the password. Those of an address share their salt: one derivation
 * compares all. `outdated`: hashed with weaker parameters than today's.
 */
export async function matchPassword(
  password: string,
  hashes: readonly string[],
  cost: number = DEFAULT_HASH_COST,
): Promise<{ hash: string; outdated: boolean } | undefined> {
  let work = 0
  for (const parameters of new Set(hashes.map(hash => hash.slice(0, hash.lastIndexOf('$') + 1)))) {
    const [, n, r, p] = parameters.split('$').map(Number)
    const options = { N: n!, r: r!, p: p! }
    const key = await derive(password, { salt: saltOf(parameters), length: KEY_LENGTH, ...options })
    const hash = hashes.find(one => one.startsWith(parameters) && timingSafeEqual(keyOf(one), key))
    if (hash) return { hash, outdated: options.N < 2 ** cost || options.r < R || options.p < P }
    work += options.N
  }
  // A wrong password takes the same time, whether the address has old hashes, new ones or none.
  const N = work || 2 ** cost
  const p = Math.floor((2 ** cost - work) / N)
  if (p > 0) await derive(password, { salt: newSalt(), length: KEY_LENGTH, N, r: R, p })
  return undefined
}

function keyOf(hash: string): Buffer {
  return Buffer.from(hash.slice(hash.lastIndexOf('$') + 1), 'base64')
}

interface KeyOptions {
  salt: Buffer
  length: number
  N: number
  r: number
  p: number
}

/** In libuv's threads, which compression and files share: `openHashing` bounds how many at a time. */
function derive(password: string, { salt, length, N, r, p }: KeyOptions): Promise<Buffer> {
  // Composed form: a keyboard of macOS types «й» as two characters.
  const text = password.normalize('NFC')
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
