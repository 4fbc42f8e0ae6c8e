import { FLAG_WORDS } from './names.js'
import type { Requisite } from './parts.js'

/** A local date and time. */
export interface WallClock {
  date: string
  /** `12:15:07`; absent if the text is only a day. */
  time?: string
}

/**
 * Date and time as 1C and sites write them: `2024-03-02T9:05:00 AM`, `2024-03-02 09:05`, `2016-11-03+03:00`,
 * `02.03.2024`. If the time can't be read, the day is kept; an offset is dropped: 1C means local time.
 * Undefined for anything else, also for the empty dates of 1C: `T`, an empty text, the year 1.
 */
export function parseDateTime(text: string): WallClock | undefined {
  const trimmed = text.trim()
  const match = DAY.exec(trimmed)
  if (match === null) return undefined
  const [found, isoYear, isoMonth, isoDay, day, month, year] = match
  const date = parseDay(isoYear ?? year!, isoMonth ?? month!, isoDay ?? day!)
  if (date === undefined) return undefined
  const rest = trimmed.slice(found.length)
  if (NO_TIME.test(rest)) return { date }
  if (!BEFORE_TIME.test(rest)) return undefined
  const time = parseTime(rest.slice(1))
  return time === undefined ? { date } : { date, time }
}

/** The day that `parseDateTime` finds. */
export function parseDate(text: string): string | undefined {
  return parseDateTime(text)?.date
}

/** A time of 24 hours: `9:05` → `09:05:00`, `9:05 PM` → `21:05:00`. Undefined for anything else. */
export function parseTime(text: string): string | undefined {
  const match = TIME.exec(text.trim())
  if (match === null) return undefined
  const [, hours, minutes, seconds = '00', half] = match
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  if (Number(hours) > (half === undefined ? 23 : 12) || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`
}

/** A decimal with a dot: `1 890,50` → `1890.50`, trailing zeros kept. Undefined for anything else. */
export function parseDecimal(text: string): string | undefined {
  if (DECIMAL.test(text)) return text
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return DECIMAL.test(plain) ? plain : undefined
}

/** `true`, `1`, `Да`, `Истина` and their opposites, in any case. Undefined for anything else. */
export function parseFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'true' || word === '1' || includes(FLAG_WORDS.yes, word)) return true
  if (word === 'false' || word === '0' || includes(FLAG_WORDS.no, word)) return false
  return undefined
}

/** Value of the last requisite with that name, which is the one 1C uses; undefined if absent or empty. */
export function requisiteValue(
  requisites: readonly Requisite[] | undefined,
  name: string,
): string | undefined {
  return requisites?.findLast(requisite => requisite.name === name && requisite.value !== '')?.value
}

/** Undoes a text that was escaped twice: `ООО &quot;Вектор&quot;` → `ООО "Вектор"`. */
export function unescapeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (entity, name: string, decimal?: string, hexadecimal?: string) => {
    if (decimal === undefined && hexadecimal === undefined) return ENTITIES[name.toLowerCase()]!
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal)
    const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : entity
  })
}

const ENTITY = /&(amp|lt|gt|quot|apos|#(\d{1,7})|#x([\da-f]{1,6}));/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function parseDay(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // Date turns 31 February into March; the year 1 is the empty date of 1C.
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1 || Number(year) < 1000)
    return undefined
  return `${year}-${month}-${day}`
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word)
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/
const DAY = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d\d)\.(\d\d)\.(\d{4}))/
/** What may follow a day, but for a time. */
const NO_TIME = /^T?\s*(?:Z|[+-]\d\d:?\d\d)?$/
const BEFORE_TIME = /^(?:T|\s+)\d/
/** Something stands between two runs of blanks, or a million of them would be divided in every way. */
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s*([AP])\.?M\.?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/i
