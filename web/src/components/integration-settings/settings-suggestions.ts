import type { Completion } from '@codemirror/autocomplete'
import type { Facets } from '@obmen/contract/rest'
import {
  CLIENT_CHOICES,
  ENCODINGS,
  PAYMENTS,
  SCHEMA_VERSIONS,
  SETTINGS_DEFAULTS,
  SETTINGS_KEYS,
} from '@obmen/contract/settings'
import type { Texts } from '../../texts/catalogue.js'
import type { PlaceOfKey } from '../code/json-suggestions.js'
import type { texts } from './texts.js'

const CHOICES: Record<string, readonly string[]> = {
  client: CLIENT_CHOICES,
  schemaversion: SCHEMA_VERSIONS,
  encoding: ENCODINGS,
  payments: PAYMENTS,
  ordernumber: ['sequence', 'platform'],
}

/** Suggestions for a position in the settings: keys with their meaning, known values, statuses and gateways of orders. */
export function suggestSettings(
  place: PlaceOfKey,
  facets: Facets | undefined,
  t: Texts<(typeof texts)['ru']>,
): Completion[] {
  const inRule = place.path.length === 1 && place.path[0] === 'paymentrules'
  if (place.path.length > 0 && !inRule) return []
  if (place.kind === 'key') {
    const keys: [string, string][] = inRule
      ? [
          ['status', t.keys.status],
          ['gateway', t.keys.gateway],
          ['paymentmethodname', t.keys.ruleMethod],
        ]
      : SETTINGS_KEYS.map(key => [key, t.keys[key]])
    return keys
      .filter(([key]) => !place.present.includes(key))
      .map(([label, detail]) => ({ label, detail, type: 'property' }))
  }
  if (inRule) return valuesOf(place.key, facets).map(label => ({ label, type: 'text' }))
  const standard = SETTINGS_DEFAULTS[place.key as keyof typeof SETTINGS_DEFAULTS]
  return (CHOICES[place.key] ?? []).map(label => ({
    label,
    type: 'enum',
    ...(label === standard ? { detail: t.byDefault(label) } : {}),
  }))
}

function valuesOf(key: string, facets: Facets | undefined): readonly string[] {
  if (key === 'status') return facets?.statuses ?? []
  return key === 'gateway' ? (facets?.gateways ?? []) : []
}
