import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as 43 characters that need no escaping in an address, a header or a cookie. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A random secret can't be guessed: a plain hash is enough, and a lookup by it leaks nothing. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
