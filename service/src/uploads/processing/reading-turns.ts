import type { UploadType } from '../upload.js'

/** A file waiting to be read. */
export interface Waiting {
  integrationKey: number
  type: UploadType
  /** Its size as received, packed or not. */
  size: number
}

interface Queued {
  /** Files with the same key are read one after another, in order of arrival. */
  key: string
  lane: 'small' | 'large'
  begin: () => void
}

/** Files up to this size never wait for larger ones. */
const SMALL_BYTES = 1024 * 1024

/**
 * Decides which files may be read now: `atOnce` large files and as many small ones, and per integration one file of orders and
 * one of a catalogue. So a huge catalogue never delays orders, and a busy 1C never delays the others.
 */
export class ReadingTurns {
  readonly #atOnce: number
  readonly #reading = new Map<string, Queued['lane']>()
  readonly #waiting: Queued[] = []

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Resolves when it is this file's turn, with the function that ends the turn. */
  async take({ integrationKey, type, size }: Waiting): Promise<() => void> {
    const key = `${integrationKey} ${type}`
    await new Promise<void>(begin => {
      this.#waiting.push({ key, lane: size > SMALL_BYTES ? 'large' : 'small', begin })
      this.#beginNext()
    })
    return () => {
      this.#reading.delete(key)
      this.#beginNext()
    }
  }

  #beginNext(): void {
    const taken = new Set(this.#reading.keys())
    const free = { small: this.#atOnce, large: this.#atOnce }
    for (const lane of this.#reading.values()) free[lane]--
    for (const queued of [...this.#waiting]) {
      const { key, lane, begin } = queued
      if (taken.has(key)) continue
      taken.add(key)
      if (free[lane] === 0) continue
      free[lane]--
      this.#reading.set(key, lane)
      this.#waiting.splice(this.#waiting.indexOf(queued), 1)
      begin()
    }
  }
}
