import type { Locale } from '@obmen/contract'
import { readSettings } from '@obmen/contract/settings'

/** The settings as JSON, including values the form can't edit: wrong types, unknown keys. */
export type SettingsDocument = Record<string, unknown>

/** The text as a document for the form; undefined while it isn't readable or correctable JSON. */
export function documentOf(text: string): SettingsDocument | undefined {
  const corrected = mend(text)
  try {
    const value: unknown = JSON.parse(corrected ?? text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as SettingsDocument)
      : undefined
  } catch {
    return undefined
  }
}

/** The text with one key changed by the form; everything else stays, in its order. */
export function withKey(text: string, key: string, value: unknown): string {
  const document = { ...(documentOf(text) ?? {}) }
  if (value === undefined) delete document[key]
  else document[key] = value
  return write(document)
}

/** Two spaces; a rule on one line, as a person would write it. */
export function write(document: SettingsDocument): string {
  const entries = Object.entries(document).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${writeValue(value)}`,
  )
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n}`
}

function writeValue(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
  if (value.length === 0) return '[]'
  return `[\n${value.map(item => `    ${writeRule(item)}`).join(',\n')}\n  ]`
}

function writeRule(rule: unknown): string {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return JSON.stringify(rule)
  const entries = Object.entries(rule).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** The same settings with one key per line; undefined when they are so already, or can't be read. */
export function formatted(text: string): string | undefined {
  const document = documentOf(text)
  const tidy = document === undefined ? undefined : write(document)
  return tidy === text ? undefined : tidy
}

/** The text with its typography corrected, and the corrections in words; undefined: nothing to correct. */
export function corrections(
  text: string,
  language: Locale = 'ru',
): { text: string; notes: string[] } | undefined {
  try {
    const read = readSettings(text, language)
    if (read.text === text) return undefined
    const advice = new Set(readSettings(read.text, language).notes)
    return { text: read.text, notes: read.notes.filter(note => !advice.has(note)) }
  } catch {
    return undefined
  }
}

function mend(text: string): string | undefined {
  try {
    return readSettings(text).text
  } catch {
    return undefined
  }
}

export function exampleSettings(paymentMethod: string): string {
  return write({
    paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
    paymentmethodname: paymentMethod,
  })
}

export function asText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value)
}
