import type { UploadType } from '../upload.js'

/** A file that waits to be read. */
export interface Waiting {
  integrationKey: number
  type: UploadType
  /** Its bytes as they came, packed or not. */
  size: number
}

interface Queued {
  /** Files of one key are read one after the other, as they came. */
  key: string
  lane: 'small' | 'large'
  begin: () => void
}

/** Files up to this size never wait for larger ones. */
const SMALL = 1024 * 1024

/**
 * Who may read now: so many large files and as many small ones at once, and of one integration one of orders and one of a catalogue. A
 * huge catalogue then holds up nobody's orders, and a 1C that sends much holds up no other.
 */
export class ReadingTurns {
  readonly #atOnce: number
  readonly #reading = new Map<string, Queued['lane']>()
  readonly #waiting: Queued[] = []

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Resolves when it is this file's turn, with what ends the turn. */
  async take({ integrationKey, type, size }: Waiting): Promise<() => void> {
    const key = `${integrationKey} ${type}`
    await new Promise<void>(begin => {
      this.#waiting.push({ key, lane: size > SMALL ? 'large' : 'small', begin })
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
