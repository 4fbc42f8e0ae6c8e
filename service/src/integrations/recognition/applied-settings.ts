import { type Client, type ClientChoice, fillSettings, type Settings } from '@obmen/contract/settings'

/**
 * The settings in effect, as SQL: with `client: auto`, the recognized client is filled in. To show or change settings, use
 * the column `settings` itself.
 */
export function appliedSettings(i: string): string {
  return `case when ${i}.recognized_client is not null and coalesce(${i}.settings->>'client', 'auto') = 'auto'
               then (${i}.settings::jsonb || ('{"client":"' || ${i}.recognized_client || '"}')::jsonb)::json else ${i}.settings end`
}

/** The same for a loaded integration. */
export function withAppliedClient(settings: Settings, recognized: Client | null): Settings {
  return recognized !== null && chosenClient(settings) === 'auto'
    ? { ...settings, client: recognized }
    : settings
}

/** The client that the settings choose, whether or not one was recognized. */
export function chosenClient(settings: Settings): ClientChoice {
  return fillSettings(settings).client
}
