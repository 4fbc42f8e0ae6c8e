import type { Queryable } from '../db/database.js'

/** Stores the version that this session's client announced. */
export async function announceVersion(db: Queryable, sessionId: number, cmlVersion: string): Promise<void> {
  await db.query('update exchange_session set cml_version = $2 where id = $1', [sessionId, cmlVersion])
}

/** Stores whether this session's `init` named a version. */
export async function recordInit(db: Queryable, sessionId: number, kind: 'plain' | 'version'): Promise<void> {
  await db.query('update exchange_session set init_kind = $2 where id = $1', [sessionId, kind])
}
