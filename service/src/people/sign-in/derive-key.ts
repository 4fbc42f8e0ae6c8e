import { scrypt } from 'node:crypto'

/** Input of scrypt. */
export interface KeyTask {
  password: string
  salt: Uint8Array
  length: number
  N: number
  r: number
  p: number
}

export type DeriveKey = (task: KeyTask) => Promise<Uint8Array>

/** Memory limit for scrypt, twice what it needs. */
export function memoryLimit({ N, r }: KeyTask): number {
  return 256 * N * r
}

/** Derives a key in libuv's pool, which compression shares: for commands, where nothing else runs. */
export function deriveHere(task: KeyTask): Promise<Uint8Array> {
  const { password, salt, length, N, r, p } = task
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, { N, r, p, maxmem: memoryLimit(task) }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
