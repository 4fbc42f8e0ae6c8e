import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'

/** Of so many integrations at most. */
const REMEMBERED = 2000

const remembered = new Map<string, FullSettings>()

/** Settings out of the text that the database holds; not to be changed by who gets them. */
export function readSettings(text: string): FullSettings {
  let settings = remembered.get(text)
  if (settings === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear()
    settings = fillSettings(JSON.parse(text) as Settings)
    remembered.set(text, settings)
  }
  return settings
}
