import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'

/** Most settings in the cache. */
const CACHE_SIZE = 2000

const cache = new Map<string, FullSettings>()

/** Parses settings as they are stored, and caches the result: callers must not modify it. */
export function cachedSettings(text: string): FullSettings {
  let settings = cache.get(text)
  if (settings === undefined) {
    if (cache.size >= CACHE_SIZE) cache.clear()
    settings = fillSettings(JSON.parse(text) as Settings)
    cache.set(text, settings)
  }
  return settings
}
