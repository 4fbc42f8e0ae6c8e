import type { Queryable } from '../db/database.js'
import { isExchangePassword } from './credentials.js'
import { type Client, fillSettings, type Payments, type SchemaVersion, type Settings } from './settings.js'

/** Whoever signed in to the exchange, as its protocol needs to know it. */
export interface SignedInIntegration {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  client: Client
  schemaVersion: SchemaVersion
  payments: Payments
  zip: boolean
  fileLimit: number
}

interface Row extends Pick<SignedInIntegration, 'id' | 'key' | 'locationId' | 'name' | 'enabled'> {
  settings: Settings
  passwordHash: Buffer
}

/** Undefined when login or password are wrong, after the same time in both cases. A paused integration signs in, too. */
export async function signInIntegration(
  db: Queryable,
  login: string,
  password: string,
): Promise<SignedInIntegration | undefined> {
  const { rows } = await db.query<Row>(
    `select id, key, location_id as "locationId", name, enabled, settings, password_hash as "passwordHash"
       from integration where login = $1`,
    [login.replaceAll('\0', '\uFFFD')],
  )
  const row = rows[0]
  if (!isExchangePassword(password, row?.passwordHash) || !row) return undefined
  const { id, key, locationId, name, enabled } = row
  const settings = fillSettings(row.settings)
  const { client, schemaversion: schemaVersion, payments, zip, filelimit: fileLimit } = settings
  return { id, key, locationId, name, enabled, client, schemaVersion, payments, zip, fileLimit }
}
