import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'

/** Of all texts in the cache; a text and what it is parsed into take some bytes a character. */
const MAX_CHARACTERS = 16_000_000
/** What an entry takes beside its text, as characters. */
const ENTRY_CHARACTERS = 1000

const cache = new Map<number, { text: string; settings: FullSettings }>()
let characters = 0

/**
 * Parses settings of an integration as they are stored, and caches the result until they change or newer ones need the room: callers must
 * not modify it.
 */
export function cachedSettings(integrationKey: number, text: string): FullSettings {
  const cached = cache.get(integrationKey)
  if (cached?.text === text) return cached.settings
  const settings = fillSettings(JSON.parse(text) as Settings)
  forget(integrationKey)
  cache.set(integrationKey, { text, settings })
  characters += text.length + ENTRY_CHARACTERS
  for (const oldest of cache.keys()) {
    if (characters <= MAX_CHARACTERS) break
    forget(oldest)
  }
  return settings
}

function forget(integrationKey: number): void {
  const cached = cache.get(integrationKey)
  if (!cached) return
  cache.delete(integrationKey)
  characters -= cached.text.length + ENTRY_CHARACTERS
}
