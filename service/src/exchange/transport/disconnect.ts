/** Whether the client has disconnected. The signal is created on demand: nearly every call ends without one. */
export class Disconnect {
  #gone = false
  #controller: AbortController | undefined

  get gone(): boolean {
    return this.#gone
  }

  /** Aborted once the client has disconnected. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.#gone) this.#controller.abort()
    }
    return this.#controller.signal
  }

  /** Call it when the client disconnects. */
  mark(): void {
    this.#gone = true
    this.#controller?.abort()
  }
}
