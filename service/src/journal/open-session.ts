import type { Queryable } from '../db/database.js'
import { LIVE_CHANNEL } from '../db/live-channel.js'
import type { LiveEvent } from './live-event.js'
import { SESSION_COLUMNS, type Session, type SessionOwner, type SessionRow, toSession } from './session.js'
import { storable } from './storable.js'

export interface SessionOpening {
  integration: SessionOwner & { passwordChangedAt: string }
  /** SHA-256 of the cookie. */
  tokenHash: Uint8Array
  userAgent: string
  address: string
}

/** Opens a session of a 1C; also the journal's heading of all that it will ask. */
export async function openSession(db: Queryable, opening: SessionOpening): Promise<Session> {
  const { integration, tokenHash, userAgent, address } = opening
  const event: Omit<LiveEvent, 'sessionId'> = {
    kind: 'session-opened',
    locationId: integration.locationId,
    integrationId: integration.id,
  }
  const { rows } = await db.query<SessionRow>(
    `with opened as (
       insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at)
       values ($1, $2, $3, $4, $5, $8) returning ${SESSION_COLUMNS})
     select ${SESSION_COLUMNS}, pg_notify($6, ($7::jsonb || jsonb_build_object('sessionId', id))::text) from opened`,
    [
      tokenHash,
      integration.key,
      integration.locationId,
      storable(userAgent, 500),
      storable(address, 100),
      LIVE_CHANNEL,
      JSON.stringify(event),
      integration.passwordChangedAt,
    ],
  )
  return toSession(rows[0]!)
}
