import {
  type ClientChoice,
  fillSettings,
  type Payments,
  type SchemaVersion,
  type Settings,
} from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { appliedSettings } from '../recognition/applied-settings.js'
import { hashExchangePassword, isExchangePassword } from './credentials.js'

/** What the protocol needs of the integration that signed in. */
export interface SignedInIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  client: ClientChoice
  schemaVersion: SchemaVersion
  payments: Payments
  zip: boolean
  fileLimit: number
  accept1c: boolean
  /** As text of the database, to the microsecond. */
  passwordChangedAt: string
}

interface Row
  extends Pick<SignedInIntegration, 'id' | 'key' | 'locationId' | 'name' | 'enabled' | 'passwordChangedAt'> {
  settings: Settings
  passwordHash: Buffer
}

const SELECT = `select id, key, location_id as "locationId", name, enabled, ${appliedSettings('integration')} as settings, password_hash as "passwordHash",
                       password_changed_at::text as "passwordChangedAt"
                  from integration`

/** Undefined if login or password is wrong, which takes the same time. A paused integration can sign in, too. */
export async function signInIntegration(
  db: Queryable,
  login: string,
  password: string,
): Promise<SignedInIntegration | undefined> {
  const { rows } = await db.query<Row>(`${SELECT} where login = $1`, [login.replaceAll('\0', '\uFFFD')])
  const row = rows[0]
  return isExchangePassword(hashExchangePassword(password), row?.passwordHash) && row
    ? toSignedIn(row)
    : undefined
}

/** Loads an integration for a session that was opened earlier. */
export async function findSignedIn(db: Queryable, key: number): Promise<SignedInIntegration | undefined> {
  const { rows } = await db.query<Row>(`${SELECT} where key = $1`, [key])
  return rows[0] && toSignedIn(rows[0])
}

function toSignedIn({ settings, passwordHash: _, ...integration }: Row): SignedInIntegration {
  const {
    client,
    schemaversion: schemaVersion,
    payments,
    zip,
    filelimit: fileLimit,
    accept1c,
  } = fillSettings(settings)
  return { ...integration, client, schemaVersion, payments, zip, fileLimit, accept1c }
}
