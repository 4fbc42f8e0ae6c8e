import type { Queryable } from '../db/database.js'
import { storable } from '../db/values/storable.js'
import { COUNT_OPENED } from './count-exchanges.js'
import { SESSION_COLUMNS, type Session, type SessionOwner, type SessionRow, toSession } from './session.js'

export interface SessionOpening {
  integration: SessionOwner & { passwordChangedAt: string }
  /** SHA-256 of the cookie. */
  tokenHash: Uint8Array
  userAgent: string
  address: string
  /** It begins with a call about a catalogue. */
  catalog?: boolean
}

/** Opens an exchange session; its row is also the journal's summary of the exchange. */
export async function openSession(db: Queryable, opening: SessionOpening): Promise<Session> {
  const { integration, tokenHash, userAgent, address, catalog = false } = opening
  const { rows } = await db.query<SessionRow>(
    `with opened as (
       insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at, catalog)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${SESSION_COLUMNS}, location_id, opened_at), ${COUNT_OPENED}
     select ${SESSION_COLUMNS} from opened`,
    [
      tokenHash,
      integration.key,
      integration.locationId,
      storable(userAgent, 500),
      storable(address, 100),
      integration.passwordChangedAt,
      catalog,
    ],
  )
  return toSession(rows[0]!)
}
