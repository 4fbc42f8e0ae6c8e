import { randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveHere, type KeyDerivation } from './derive-key.js'

const R = 8
const P = 1
const KEY_LENGTH = 32
const SALT_LENGTH = 16
/** `scrypt$N$r$p$salt$key`: the hash includes its parameters, so that they can be raised without locking anybody out. */
export async function hashPassword(password: string, keys: KeyDerivation = deriveHere): Promise<string> {
  const N = 2 ** keys.cost
  const salt = randomBytes(SALT_LENGTH)
  const key = Buffer.from(
    await keys.derive({ password: normalized(password), salt, length: KEY_LENGTH, N, r: R, p: P }),
  )
  return formatHash(N, salt, key)
}

function formatHash(N: number, salt: Buffer, key: Buffer): string {
  return ['scrypt', N, R, P, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Compared with when there is no user, so that an unknown e-mail is answered as slowly as a wrong password. */
function dummyHash({ cost }: KeyDerivation): string {
  return formatHash(2 ** cost, Buffer.alloc(SALT_LENGTH), Buffer.alloc(KEY_LENGTH))
}

/** `outdated`: right, but hashed with weaker parameters than today's; rehash it while the password is known. */
export async function verifyPassword(
  password: string,
  hash: string | null | undefined,
  keys: KeyDerivation = deriveHere,
): Promise<'right' | 'outdated' | 'wrong'> {
  const [, n, r, p, salt, key] = (hash ?? dummyHash(keys)).split('$')
  const expected = Buffer.from(key!, 'base64')
  const options = { N: Number(n), r: Number(r), p: Number(p) }
  const task = { password: normalized(password), salt: Buffer.from(salt!, 'base64'), length: expected.length }
  const actual = await keys.derive({ ...task, ...options })
  if (!timingSafeEqual(actual, expected) || hash == null) return 'wrong'
  return options.N < 2 ** keys.cost || options.r < R || options.p < P ? 'outdated' : 'right'
}

/** Composed form: a keyboard of macOS types «й» as two characters. */
function normalized(password: string): string {
  return password.normalize('NFC')
}
