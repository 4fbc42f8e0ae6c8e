import type { Database, Queryable } from '../db/database.js'

/** Any number, the same on all servers: the lock of whoever assigns positions. */
const SEQUENCE_LOCK = 7_120_385_543
const ROWS_AT_ONCE = 1000

/**
 * Assigns a position in the feed to every committed event that has none. Only one transaction assigns positions at a time, and they
 * become visible together, in increasing order: whoever has read up to a position has read everything before it, and late commits
 * get later positions. Returns how many got one.
 */
export async function sequenceEvents(db: Database): Promise<number> {
  let assigned = 0
  for (;;) {
    const { rows } = await db.query<{ waiting: boolean }>(
      'select exists (select from event where position is null) as waiting',
    )
    if (!rows[0]!.waiting) return assigned
    const count = await db.transaction(assignPositions)
    assigned += count
    if (count < ROWS_AT_ONCE) return assigned
  }
}

async function assignPositions(tx: Queryable): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [SEQUENCE_LOCK])
  const { rowCount } = await tx.query(
    `with waiting as materialized (select key from event where position is null order by key limit $1),
     placed as materialized (select key, nextval('event_position') as position from waiting order by key)
     update event e set position = placed.position from placed where e.key = placed.key`,
    [ROWS_AT_ONCE],
  )
  return rowCount
}
