import type { UploadContent, UploadType } from '../upload.js'

/** A file waiting to be read. */
export interface Waiting {
  locationId: string
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
  /** Lane and location: files with the same owner share its turns. */
  owner: string
  begin: () => void
}

interface Places {
  most: number
  /** Beyond those, for a location that has none in the lane. */
  forAnother: number
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
 * others. A location of which none of a kind is being read has one place more: reading may take an hour, and another location's files
 * would take every place. Of those that wait, the one goes first whose location has the fewest being read, then whose location's turn
 * was longest ago.
 * Of the files that were tried before, one small and one large are read at a time, for a dead server leaves innocent ones, too;
 * of those that were tried often, one: what ends its server by itself is given up before what was read beside it.
 */
export class ReadingTurns {
  readonly #places: Record<Lane, Places>
  readonly #reading = new Map<string, Queued>()
  readonly #waiting: Queued[] = []
  /** Of each owner, how many files had begun when its latest did. */
  readonly #latest = new Map<string, number>()
  #begun = 0

  constructor(atOnce: number) {
    const shared = { most: atOnce, forAnother: 1 }
    const suspect = { most: 1, forAnother: 0 }
    this.#places = {
      small: shared,
      'large sale': shared,
      'large catalog': shared,
      'tried small': suspect,
      'tried large': suspect,
      'tried often': suspect,
    }
  }

  /** Resolves when it is this file's turn, with the function that ends the turn. */
  async take({ locationId, integrationKey, type, content, size, tries }: Waiting): Promise<() => void> {
    const key = `${integrationKey} ${type}`
    const smallBytes = content === 'archive' ? SMALL_ARCHIVE_BYTES : SMALL_BYTES
    const lane = laneOf(type, size > smallBytes ? 'large' : 'small', tries)
    await new Promise<void>(begin => {
      this.#waiting.push({ key, lane, owner: `${lane} ${locationId}`, begin })
      this.#beginNext()
    })
    return () => {
      this.#reading.delete(key)
      this.#beginNext()
    }
  }

  #beginNext(): void {
    for (let next = this.#findNext(); next; next = this.#findNext()) {
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#reading.set(next.key, next)
      this.#latest.set(next.owner, ++this.#begun)
      next.begin()
    }
  }

  #findNext(): Queued | undefined {
    const taken = new Set(this.#reading.keys())
    const counts = new Map<string, number>()
    for (const { lane, owner } of this.#reading.values())
      for (const counted of [lane, owner]) counts.set(counted, (counts.get(counted) ?? 0) + 1)
    let next: { queued: Queued; own: number; latest: number } | undefined
    for (const queued of this.#waiting) {
      const { key, lane, owner } = queued
      if (taken.has(key)) continue
      taken.add(key)
      const own = counts.get(owner) ?? 0
      const { most, forAnother } = this.#places[lane]
      if ((counts.get(lane) ?? 0) >= (own > 0 ? most : most + forAnother)) continue
      const latest = this.#latest.get(owner) ?? 0
      if (!next || own < next.own || (own === next.own && latest < next.latest))
        next = { queued, own, latest }
    }
    return next?.queued
  }
}

function laneOf(type: UploadType, size: 'small' | 'large', tries: number): Lane {
  if (tries >= OFTEN) return 'tried often'
  if (tries > 0) return `tried ${size}`
  return size === 'small' ? size : `${size} ${type}`
}
