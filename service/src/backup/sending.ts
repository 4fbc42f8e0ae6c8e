import type { Queryable } from '../db/database.js'

/*
 * The one switch for all that goes out by itself: webhooks, messages about alarms, mails of invitations,
 * readings of 1C over OData, calls of HEARTBEAT_URL. A restored database begins with it off, for its backup may
 * be tried beside the server that it comes from. What waits meanwhile is sent after it: a restore that is meant
 * loses no event.
 */

/** In a database of an older version as well, whose migration then finds the table. */
export async function pauseSending(tx: Queryable): Promise<void> {
  await tx.query('create table if not exists sending_pause (since timestamptz not null default now())')
  await tx.query('insert into sending_pause select now() where not exists (select from sending_pause)')
}

/** Returns whether it was paused. */
export async function resumeSending(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query('delete from sending_pause')
  return rowCount > 0
}

/** Since when nothing is sent; null: it is. */
export async function sendingPausedAt(db: Queryable): Promise<Date | null> {
  const { rows } = await db.query<{ since: Date | null }>('select min(since) as since from sending_pause')
  return rows[0]!.since
}
