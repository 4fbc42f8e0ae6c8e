import { type Client, type ClientChoice, fillSettings, type Settings } from '@obmen/contract/settings'

/**
 * SQL: the settings in effect, in which `client: auto` is replaced by the recognized client. To show or change settings, use the column
 * `settings` itself.
 */
export function appliedSettings(i: string): string {
  return `case when ${i}.recognized_client is not null and coalesce(${i}.settings->>'client', 'auto') = 'auto'
               then (${i}.settings::jsonb || ('{"client":"' || ${i}.recognized_client || '"}')::jsonb)::json else ${i}.settings end`
}

/** SQL: the client of those settings; `auto` if it is not known. */
export const appliedClient = (i: string): string =>
  `coalesce(nullif(${i}.settings->>'client', 'auto'), ${i}.recognized_client, 'auto')`

/** The settings in effect of a loaded integration. */
export function withAppliedClient(settings: Settings, recognized: Client | null): Settings {
  return recognized !== null && chosenClient(settings) === 'auto'
    ? { ...settings, client: recognized }
    : settings
}

/** The client that the settings name, whether or not one was recognized. */
export function chosenClient(settings: Settings): ClientChoice {
  return fillSettings(settings).client
}
