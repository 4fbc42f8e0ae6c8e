/** An exchange session. */
export interface Session {
  id: number
  integrationKey: number
  cmlVersion: string | undefined
  /** Whether its `init` named a version; undefined: there was no `init`. */
  initKind: 'plain' | 'version' | undefined
  /** Number of calls stored in its row. */
  briefCalls: number
}

/** The integration of a session. */
export interface SessionOwner {
  id: string
  key: number
  locationId: string
}

export interface SessionRow {
  id: number
  integration_key: number
  cml_version: string | null
  init_kind: 'plain' | 'version' | null
  brief_count: number
}

export const SESSION_COLUMNS = 'id, integration_key, cml_version, init_kind, brief_count'

export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    integrationKey: row.integration_key,
    cmlVersion: row.cml_version ?? undefined,
    initKind: row.init_kind ?? undefined,
    briefCalls: row.brief_count,
  }
}
