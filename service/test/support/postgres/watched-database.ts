import type { Database, Queryable } from '../../../src/db/database.js'

export interface WatchedDatabase {
  db: Database
  /** Bytes of the largest answer since the last time that it was asked. */
  largestAnswer(): number
}

/** The same database, which also measures its largest answer. */
export function watchAnswers(db: Database): WatchedDatabase {
  let largest = 0
  const watched = (inner: Queryable): Queryable => ({
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      const result = await inner.query<Row>(text, values)
      largest = Math.max(largest, Buffer.byteLength(JSON.stringify(result.rows)))
      return result
    },
  })
  return {
    db: { ...db, ...watched(db), transaction: work => db.transaction(tx => work(watched(tx))) },
    largestAnswer() {
      const answer = largest
      largest = 0
      return answer
    },
  }
}
