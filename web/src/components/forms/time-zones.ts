import type { Language } from '../../texts/catalogue.js'
import { LOCALES } from '../../texts/format.js'
import type { SelectOption } from './use-shown-options.js'

export interface TimeZone extends SelectOption {
  /** Its search text, in lower case: IANA name, offset, the city in the person's language. */
  words: string
  offsetMinutes: number
}

const made = new Map<Language, TimeZone[]>()

/** Every zone of the browser by IANA name, in words and with its offset; made once per language. */
export function timeZones(language: Language, now = new Date()): TimeZone[] {
  let zones = made.get(language)
  if (zones === undefined) {
    zones = Intl.supportedValuesOf('timeZone').map(name => toTimeZone(name, language, now))
    made.set(language, zones)
  }
  return zones
}

/** Zones that contain every typed word ("екат", "asia/yek", "+05:00", "+5"); without input Russia's. */
export function findTimeZones(zones: readonly TimeZone[], typed: string): TimeZone[] {
  const typedWords = typed
    .trim()
    .toLocaleLowerCase()
    .replaceAll('_', ' ')
    .replace(
      /^(?:utc|gmt)?([+−-])0?(\d{1,2})(?::?00)?$/,
      (_, sign: string, hours: string) => `utc${sign === '+' ? '+' : '−'}${hours.padStart(2, '0')}:00`,
    )
    .split(/\s+/)
    .filter(Boolean)
  if (typedWords.length > 0)
    return zones.filter(({ words }) => typedWords.every(word => words.includes(word)))
  const russian = zones.filter(({ value }) => RUSSIA.has(value))
  return russian.sort((a, b) => a.offsetMinutes - b.offsetMinutes)
}

function toTimeZone(name: string, language: Language, now: Date): TimeZone {
  const offset = part(now, 'en', name, 'longOffset').replace('GMT', 'UTC').replace('-', '−')
  const shown = offset === 'UTC' ? 'UTC+00:00' : offset
  const words = part(now, language, name, 'long')
  const clock = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: name,
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    value: name,
    label: labelOf(name, language, now),
    detail: `${name} · ${words} · ${clock.format(now)}`,
    words: `${name} ${shown} ${words}`.replaceAll('_', ' ').toLocaleLowerCase(),
    offsetMinutes: minutesOf(shown),
  }
}

/** «Екатеринбург (UTC+5)»: by its city where its name in words begins with one, else by the IANA name. */
export function labelOf(name: string, language: Language, now = new Date()): string {
  const offset = part(now, 'en', name, 'shortOffset').replace('GMT', 'UTC').replace('-', '−')
  const [city = name] = part(now, language, name, 'long').split(',')
  return `${language === 'ru' && RUSSIA.has(name) ? city : name} (${offset})`
}

function part(
  now: Date,
  language: string,
  timeZone: string,
  style: 'long' | 'longOffset' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style }).formatToParts(now)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

function minutesOf(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+−])(\d\d):(\d\d)/.exec(offset) ?? []
  return (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const RUSSIA = new Set([
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
])
