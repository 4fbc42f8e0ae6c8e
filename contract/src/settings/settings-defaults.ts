import type { Settings } from './settings.js'

/** Settings with every default filled in. */
export type FullSettings = Required<Omit<Settings, 'ordersfrom' | 'ordernumberfrom' | 'closedbefore'>> &
  Pick<Settings, 'ordersfrom' | 'ordernumberfrom' | 'closedbefore'>

export const SETTINGS_DEFAULTS = {
  client: 'auto',
  schemaversion: '2.08',
  encoding: 'utf-8',
  payments: 'auto',
  ordernumber: 'sequence',
  batchlimit: 5000,
  commentprefix: true,
  zip: false,
  filelimit: 104_857_600,
  accept1c: true,
  quarantineafter: 2,
  quarantinepause: 60,
} as const satisfies Partial<Settings>

export function fillSettings(settings: Settings): FullSettings {
  return { ...SETTINGS_DEFAULTS, ...settings }
}
