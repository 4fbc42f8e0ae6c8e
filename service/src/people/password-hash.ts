import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

const N = 2 ** 15
const R = 8
const P = 1
const KEY_LENGTH = 32
const SALT_LENGTH = 16
/** What verifying takes when there is no user, so that an unknown e-mail answers as slowly as a wrong password. */
const NOBODY = `scrypt$${N}$${R}$${P}$${Buffer.alloc(SALT_LENGTH).toString('base64')}$${Buffer.alloc(KEY_LENGTH).toString('base64')}`

/** `scrypt$N$r$p$salt$key`: parameters stay with the hash, so that they can be raised without losing anybody. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_LENGTH)
  const key = await derive(password, salt, KEY_LENGTH, { N, r: R, p: P })
  return ['scrypt', N, R, P, salt.toString('base64'), key.toString('base64')].join('$')
}

/** `outdated`: right, but hashed with weaker parameters than today's; hash it again while the password is at hand. */
export async function verifyPassword(
  password: string,
  hash: string | null | undefined,
): Promise<'right' | 'outdated' | 'wrong'> {
  const [, n, r, p, salt, key] = (hash ?? NOBODY).split('$')
  const expected = Buffer.from(key!, 'base64')
  const options = { N: Number(n), r: Number(r), p: Number(p) }
  const actual = await derive(password, Buffer.from(salt!, 'base64'), expected.length, options)
  if (!timingSafeEqual(actual, expected) || hash == null) return 'wrong'
  return options.N < N || options.r < R || options.p < P ? 'outdated' : 'right'
}

function derive(
  password: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions & { N: number; r: number },
) {
  // Composed form: a keyboard of macOS types «й» as two characters.
  const typed = password.normalize('NFC')
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(typed, salt, length, { ...options, maxmem: 256 * options.N * options.r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
