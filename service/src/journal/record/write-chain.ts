import type { Logger } from '../../log.js'

const MAX_BACKLOG = 1024 * 1024
/** If the database is slower than this, the rest of the body is not stored, and the exchange goes on. */
const MAX_WAIT_MS = 10_000

/** The writes of one running request. If one fails or takes too long, nothing more is written. */
export class WriteChain {
  readonly #log: Logger
  readonly #onStopped: () => void
  #last: Promise<void> = Promise.resolve()
  #backlog = 0
  #stopped = false

  constructor(log: Logger, onStopped: () => void) {
    this.#log = log
    this.#onStopped = onStopped
  }

  get stopped(): boolean {
    return this.#stopped
  }

  get done(): Promise<void> {
    return this.#last
  }

  add(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#stopped) return
      try {
        await work()
      } catch (error) {
        this.#stop()
        this.#log.error({ err: error }, 'journal: a record could not be written')
      }
    })
    return this.#last
  }

  /** Adds the write of a piece of a body; returns a promise to wait for if too much is unwritten. */
  addPiece(bytes: number, work: () => Promise<void>): Promise<void> | undefined {
    this.#backlog += bytes
    const written = this.add(work).finally(() => {
      this.#backlog -= bytes
    })
    return this.#backlog > MAX_BACKLOG ? this.#waitOrStop(written) : undefined
  }

  async #waitOrStop(written: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>(resolve => {
      timer = setTimeout(() => resolve('late'), MAX_WAIT_MS)
    })
    const first = await Promise.race([written, late])
    clearTimeout(timer)
    if (first === 'late' && !this.#stopped) {
      this.#stop()
      this.#log.warn('journal: the database is too slow, the rest of a body is not kept')
    }
  }

  #stop(): void {
    this.#stopped = true
    this.#onStopped()
  }
}
