import { ALARM_CHANNELS, type AlarmCause, type AlarmChannel } from '@obmen/contract'
import type { AlarmSettings, AlarmSettingsInput } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { storableJson } from '../db/values.js'

/** Whose alarms: a location's, or (null) the server's. */
export interface Whose {
  userId: string
  locationId: string | null
}

/** What is missing is as for who never chose anything: told by mail, of everything, at any time. */
export function fillSettings({ channels, causes, quietHours }: AlarmSettingsInput): AlarmSettings {
  const { mail, telegram, max, webhook } = channels ?? {}
  return {
    channels: {
      mail: { enabled: mail?.enabled ?? true },
      telegram: { enabled: telegram?.enabled ?? false, chatId: telegram?.chatId ?? null },
      max: { enabled: max?.enabled ?? false, chatId: max?.chatId ?? null },
      webhook: {
        enabled: webhook?.enabled ?? false,
        url: webhook?.url ?? null,
        format: webhook?.format ?? 'mattermost',
      },
    },
    causes: causes ?? {},
    quietHours: quietHours ?? null,
  }
}

export async function loadSettings(db: Queryable, { userId, locationId }: Whose): Promise<AlarmSettings> {
  const { rows } = await db.query<{ settings: AlarmSettingsInput }>(
    'select settings from alarm_settings where user_id = $1 and location_id is not distinct from $2',
    [userId, locationId],
  )
  return fillSettings(rows[0]?.settings ?? {})
}

export async function saveSettings(
  db: Queryable,
  { userId, locationId }: Whose,
  settings: AlarmSettings,
): Promise<void> {
  await db.query(
    `insert into alarm_settings (user_id, location_id, settings) values ($1, $2, $3)
       on conflict (user_id, coalesce(location_id, '00000000-0000-0000-0000-000000000000'))
       do update set settings = excluded.settings`,
    [userId, locationId, storableJson(settings)],
  )
}

/** A person who is told of the alarms of a location, or of the server. */
export interface Recipient extends Whose {
  /** Of the 1C bases of whose alarms an accountant is told; null: of all alarms. */
  integrationKeys: number[] | null
  /** Of the location; null: the server's own. */
  timezone: string | null
  settings: AlarmSettings
}

/** Administrators and accountants of these locations; with null among them, the operators. */
export async function listRecipients(
  db: Queryable,
  locationIds: ReadonlySet<string | null>,
): Promise<Recipient[]> {
  const { rows } = await db.query<Omit<Recipient, 'settings'> & { settings: AlarmSettingsInput | null }>(
    `select distinct on (u.id, r.location_id)
            u.id as "userId", r.location_id as "locationId", l.timezone, s.settings,
            case when r.company_ids is not null then array(
              select key from integration where company_id = any (r.company_ids)
               union all select key from removed_integration where company_id = any (r.company_ids)) end
              as "integrationKeys"
       from user_role r
       join user_account u on u.id = r.user_id and u.disabled_at is null
       left join location l on l.id = r.location_id
       left join alarm_settings s on s.user_id = u.id and s.location_id is not distinct from r.location_id
      where r.location_id = any ($1::uuid[]) or r.location_id is null and $2
      order by u.id, r.location_id, r.company_ids is not null`,
    [[...locationIds].filter(id => id !== null), locationIds.has(null)],
  )
  return rows.map(row => ({ ...row, settings: fillSettings(row.settings ?? {}) }))
}

/** By which channels of the server the person wants to be told of the cause. */
export function channelsFor(
  { channels, causes }: AlarmSettings,
  cause: AlarmCause,
  available: readonly AlarmChannel[],
): AlarmChannel[] {
  if (causes[cause] === false) return []
  const has: Record<AlarmChannel, boolean> = {
    mail: channels.mail.enabled,
    telegram: channels.telegram.enabled && channels.telegram.chatId !== null,
    max: channels.max.enabled && channels.max.chatId !== null,
    webhook: channels.webhook.enabled && channels.webhook.url !== null,
  }
  return ALARM_CHANNELS.filter(channel => has[channel] && available.includes(channel))
}
