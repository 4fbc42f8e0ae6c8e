import type { UploadContent, UploadType } from '../upload.js'

/** A file waiting to be read. */
export interface Waiting {
  integrationKey: number
  type: UploadType
  content: UploadContent
  /** Its size as received, packed or not. */
  size: number
  /** How often reading it was tried in vain. */
  tries: number
}

type Lane = 'small' | `large ${UploadType}` | 'tried small' | 'tried large' | 'tried often'

interface Queued {
  /** Files with the same key are read one after another, in order of arrival. */
  key: string
  lane: Lane
  begin: () => void
}

/** Files up to this size never wait for larger ones, unless they were tried often. */
const SMALL_BYTES = 1024 * 1024
/** The same for archives: XML of a megabyte packs to less. */
const SMALL_ARCHIVE_BYTES = SMALL_BYTES / 16
/** From this many tries on a file is suspected: well before it is given up. */
const OFTEN = 3

/**
 * Decides which files may be read now: `atOnce` large files of orders, as many large ones of catalogues and as many small ones, and per
 * integration one file of orders and one of a catalogue. So a huge catalogue never delays orders, and a busy 1C never delays the
 * others. Of the files that were tried before, one small and one large are read at a time, for a dead server leaves innocent ones, too;
 * of those that were tried often, one: what ends its server by itself is given up before what was read beside it.
 */
export class ReadingTurns {
  readonly #atOnce: number
  readonly #reading = new Map<string, Lane>()
  readonly #waiting: Queued[] = []

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Resolves when it is this file's turn, with the function that ends the turn. */
  async take({ integrationKey, type, content, size, tries }: Waiting): Promise<() => void> {
    const key = `${integrationKey} ${type}`
    const smallBytes = content === 'archive' ? SMALL_ARCHIVE_BYTES : SMALL_BYTES
    const lane = laneOf(type, size > smallBytes ? 'large' : 'small', tries)
    await new Promise<void>(begin => {
      this.#waiting.push({ key, lane, begin })
      this.#beginNext()
    })
    return () => {
      this.#reading.delete(key)
      this.#beginNext()
    }
  }

  #beginNext(): void {
    const taken = new Set(this.#reading.keys())
    const free: Record<Lane, number> = {
      small: this.#atOnce,
      'large sale': this.#atOnce,
      'large catalog': this.#atOnce,
      'tried small': 1,
      'tried large': 1,
      'tried often': 1,
    }
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

function laneOf(type: UploadType, size: 'small' | 'large', tries: number): Lane {
  if (tries >= OFTEN) return 'tried often'
  if (tries > 0) return `tried ${size}`
  return size === 'small' ? size : `${size} ${type}`
}
