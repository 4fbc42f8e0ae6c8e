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

/** How keys are derived. */
export interface KeyDerivation {
  derive(task: KeyTask): Promise<Uint8Array>
  /** For new keys: log2 of scrypt's N. */
  cost: number
}

/** 32 MB and about a tenth of a second. */
export const DEFAULT_HASH_COST = 15

/** Memory limit for scrypt, twice what it needs. */
export function memoryLimit({ N, r }: KeyTask): number {
  return 256 * N * r
}

/** Derives keys in libuv's pool, which compression shares: for commands, where nothing else runs. */
export const deriveHere: KeyDerivation = {
  cost: DEFAULT_HASH_COST,
  derive(task) {
    const { password, salt, length, N, r, p } = task
    return new Promise((resolve, reject) => {
      scrypt(password, salt, length, { N, r, p, maxmem: memoryLimit(task) }, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  },
}
