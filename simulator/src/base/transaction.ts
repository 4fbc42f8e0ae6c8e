import type { OneC } from './base.js'

type Change = { map: Map<unknown, unknown>; key: unknown; before: unknown; existed: boolean }

/** Changes that are rolled back: all when УТ rolls back a batch, to a mark when БП does an invoice. */
export class Transaction {
  readonly #changes: Change[] = []
  readonly #startId: number

  constructor(readonly base: OneC) {
    this.#startId = base.lastId
  }

  nextId(): number {
    this.base.lastId += 1
    return this.base.lastId
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    this.#changes.push({
      map: map as Map<unknown, unknown>,
      key,
      before: map.get(key),
      existed: map.has(key),
    })
    map.set(key, value)
  }

  mark(): number {
    return this.#changes.length
  }

  /** Rolls back to the mark; without a mark everything. */
  rollBack(mark = 0): void {
    while (this.#changes.length > mark) {
      const { map, key, before, existed } = this.#changes.pop() as Change
      if (existed) map.set(key, before)
      else map.delete(key)
    }
    if (mark === 0) this.base.lastId = this.#startId
  }

  /** Whether this very load created it. Lookups that 1C does before the first document don't see it. */
  isNew(id: number): boolean {
    return id > this.#startId
  }
}
