import { appliedSettings } from '../../integrations/recognition/applied-settings.js'

/**
 * Whether the integration `i` has this login and password, as SQL. A login that failed too often from this address may be locked: that is
 * left to the slow path, which knows until when; so is a paused integration. Failures from other addresses slow nobody down.
 * `address` is a `countedAddress`, `attempts` the failures allowed (SIGN_IN_ATTEMPTS).
 */
export const isCaller = (asked: {
  login: string
  passwordHash: string
  address: string
  attempts: string
}): string => `
  i.login = ${asked.login} and i.password_hash = ${asked.passwordHash}
  and not exists (select from sign_in_failure f
                   where f.scope = 'exchange' and f.login = ${asked.login} and f.address = ${asked.address}
                     and f.failures >= ${asked.attempts})`

/** What the protocol needs of an integration. Settings are read as text, which is parsed once and cached (cached-settings.ts). */
export const SIGN_IN_COLUMNS = `
  i.id, i.key, i.location_id as "locationId", i.name, i.enabled, ${appliedSettings('i')}::text as settings,
  i.password_hash as "passwordHash", i.password_changed_at::text as "passwordChangedAt"`

/** If the database machine crashes, 1C simply opens a new session: no need to wait for the disk. */
export const ASYNC_COMMIT = `set_config('synchronous_commit', 'off', true)`

/** Whether the integration's last call was recorded long ago: for people, once a minute is enough. */
export const IS_LONG_AGO = `(i.last_seen_at is null or i.last_seen_at < now() - interval '1 minute'
                     or i.last_seen_at < i.password_changed_at or i.refused_at is not null)`

export interface SignInRow {
  id: string
  key: number
  locationId: string
  name: string
  enabled: boolean
  settings: string
  passwordHash: Buffer
  passwordChangedAt: string
}
