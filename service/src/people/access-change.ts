import type { Queryable } from '../db/database.js'
import { LIVE_CHANNEL } from '../db/live-channel.js'

/** Whose access has changed: their open streams of live events are checked again. */
export type AccessChange = { userId: string } | { tokenId: string }

const KIND = 'access-changed'

export async function notifyAccessChanged(tx: Queryable, change: AccessChange): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ kind: KIND, ...change })])
}

/** Undefined for any other notification on the channel. */
export function readAccessChange(payload: string): AccessChange | undefined {
  try {
    const notice = JSON.parse(payload) as Record<string, unknown> | null
    if (notice?.kind !== KIND) return undefined
    if (typeof notice.userId === 'string') return { userId: notice.userId }
    return typeof notice.tokenId === 'string' ? { tokenId: notice.tokenId } : undefined
  } catch {
    return undefined
  }
}
