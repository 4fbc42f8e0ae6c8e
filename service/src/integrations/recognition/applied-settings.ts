import { type Client, type ClientChoice, fillSettings, type Settings } from '@obmen/contract/settings'

/**
 * The settings that an integration goes by, as SQL: where its client is told by itself and was recognized, that counts. Who shows or changes
 * settings takes `settings` as they stand.
 */
export function appliedSettings(i: string): string {
  return `case when ${i}.recognized_client is not null and coalesce(${i}.settings->>'client', 'auto') = 'auto'
               then (${i}.settings::jsonb || ('{"client":"' || ${i}.recognized_client || '"}')::jsonb)::json else ${i}.settings end`
}

/** The same of an integration at hand. */
export function withAppliedClient(settings: Settings, recognized: Client | null): Settings {
  return recognized !== null && chosenClient(settings) === 'auto'
    ? { ...settings, client: recognized }
    : settings
}

/** What the settings say of the client, recognized or not. */
export function chosenClient(settings: Settings): ClientChoice {
  return fillSettings(settings).client
}
