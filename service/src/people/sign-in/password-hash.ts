import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type DeriveKey, deriveHere } from './derive-key.js'

const N = 2 ** 15
const R = 8
const P = 1
const KEY_LENGTH = 32
const SALT_LENGTH = 16
/** Compared with when there is no user, so that an unknown e-mail is answered as slowly as a wrong password. */
const DUMMY_HASH = `scrypt$${N}$${R}$${P}$${Buffer.alloc(SALT_LENGTH).toString('base64')}$${Buffer.alloc(KEY_LENGTH).toString('base64')}`

/** `scrypt$N$r$p$salt$key`: the hash includes its parameters, so that they can be raised without locking anybody out. */
export async function hashPassword(password: string, derive: DeriveKey = deriveHere): Promise<string> {
  const salt = randomBytes(SALT_LENGTH)
  const key = Buffer.from(
    await derive({ password: normalized(password), salt, length: KEY_LENGTH, N, r: R, p: P }),
  )
  return ['scrypt', N, R, P, salt.toString('base64'), key.toString('base64')].join('$')
}

/** `outdated`: right, but hashed with weaker parameters than today's; rehash it while the password is known. */
export async function verifyPassword(
  password: string,
  hash: string | null | undefined,
  derive: DeriveKey = deriveHere,
): Promise<'right' | 'outdated' | 'wrong'> {
  const [, n, r, p, salt, key] = (hash ?? DUMMY_HASH).split('$')
  const expected = Buffer.from(key!, 'base64')
  const options = { N: Number(n), r: Number(r), p: Number(p) }
  const task = { password: normalized(password), salt: Buffer.from(salt!, 'base64'), length: expected.length }
  const actual = await derive({ ...task, ...options })
  if (!timingSafeEqual(actual, expected) || hash == null) return 'wrong'
  return options.N < N || options.r < R || options.p < P ? 'outdated' : 'right'
}

/** Composed form: a keyboard of macOS types «й» as two characters. */
function normalized(password: string): string {
  return password.normalize('NFC')
}
