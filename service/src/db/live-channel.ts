import type { Queryable } from './database.js'

/** NOTIFY channel by which servers learn of events that people are watching. */
export const LIVE_CHANNEL = 'obmen'

export interface AttentionScope {
  locationId: string
  integrationId: string | null
}

/** Tells watchers that something needs attention, or no longer does; once per transaction. */
export async function notifyAttention(tx: Queryable, concerned: readonly AttentionScope[]): Promise<void> {
  const payloads = concerned.map(({ locationId, integrationId }) =>
    JSON.stringify({ kind: 'attention-changed', locationId, integrationId, sessionId: null }),
  )
  if (payloads.length === 0) return
  await tx.query('select count(pg_notify($1, payload)) from unnest($2::text[]) payload', [
    LIVE_CHANNEL,
    [...new Set(payloads)],
  ])
}
