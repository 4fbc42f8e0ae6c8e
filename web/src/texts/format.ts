import { MOST_COUNTED, sizeInWords, sumInWords } from '@obmen/contract'
import type { Language } from './catalogue.js'
import { texts } from './texts-time.js'
import { daysBetween, type WallTime, wallTime } from './wall-time.js'

export const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const
const NBSP = '\u00a0'

export interface Formats {
  /** "25 ноября 2026 г. в 12:20" in the location's zone. */
  dateTime: (iso: string) => string
  /** With seconds, for journals: "25.11.2026, 12:20:04". */
  exactTime: (iso: string) => string
  /** "сегодня, 12:20", "вчера, 18:02", "25 нояб., 12:20", with the year when it is another one. */
  shortTime: (iso: string, now?: Date) => string
  date: (iso: string) => string
  /** A calendar day, "2026-11-25", whatever the zone: "25.11.2026". */
  day: (date: string) => string
  /** The same without the year, under a chart: "25 нояб.". */
  shortDay: (date: string) => string
  /** "25 нояб., 12:20", with the year when it is another one: for the middle of a sentence. */
  stamp: (iso: string, now?: Date) => string
  /** Start of an ongoing state: "12:20" today, "25 нояб., 12:20" before. */
  sinceTime: (iso: string, now?: Date) => string
  /** "2 минуты назад". */
  relative: (iso: string, now?: Date) => string
  /** How long since, after a verb: "1 минуту", "17 минут", "3 дня"; never less than a minute. */
  since: (iso: string, now?: Date) => string
  /** A decimal string: "1 500,00 ₽". Never passes through a float. */
  money: (amount: string, currency?: string) => string
  number: (value: number) => string
  /** What the server counted up to MOST_COUNTED: the count that words agree with, and how it is shown. */
  counted: (count: number) => [number, string]
  bytes: (size: number) => string
  /** "40 мс", "0,4 с", "2 мин 5 с". */
  duration: (milliseconds: number) => string
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const made = new Map<string, Formats>()

/** Every format of the app for one language and one time zone (the location's). */
export function createFormats(language: Language, timeZone: string | undefined): Formats {
  const key = `${language} ${timeZone}`
  const before = made.get(key)
  if (before !== undefined) return before
  const formats = makeFormats(language, timeZone)
  made.set(key, formats)
  return formats
}

function later<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= make()
    return value
  }
}

function makeFormats(language: Language, timeZone: string | undefined): Formats {
  const locale = LOCALES[language]
  const { months, shortMonths, longDate, shortDate, today, yesterday, separator } = texts[language]
  const wall = (iso: string) => wallTime(new Date(iso), timeZone)
  const clock = ({ hour, minute }: WallTime) => `${twoDigits(hour)}:${twoDigits(minute)}`
  const inDigits = ({ day, month, year }: WallTime) =>
    [twoDigits(day), twoDigits(month), year].join(separator)
  const shortDay = ({ day, month }: WallTime) => `${day} ${shortMonths[month - 1]}`
  const numbers = later(() => new Intl.NumberFormat(locale))
  const relativeTime = later(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      // Short English times are "0.1 secs" and "2 mins".
      unitDisplay: name.endsWith('byte') ? 'short' : 'narrow',
      maximumFractionDigits: digits,
    })
      .format(value)
      .replaceAll(' ', NBSP)

  const stamp = (at: WallTime, now: WallTime) =>
    `${at.year === now.year ? shortDay(at) : shortDate(shortDay(at), at.year)}, ${clock(at)}`

  // Small counts look alike in both languages; the first Intl.NumberFormat costs an old computer 60 ms.
  const number = (value: number) =>
    Number.isInteger(value) && value >= 0 && value < 1000 ? `${value}` : numbers().format(value)

  return {
    dateTime: iso => {
      const at = wall(iso)
      return longDate(`${at.day} ${months[at.month - 1]} ${at.year}`, clock(at))
    },
    exactTime: iso => {
      const at = wall(iso)
      return `${inDigits(at)}, ${clock(at)}:${twoDigits(at.second)}`
    },
    date: iso => inDigits(wall(iso)),
    day: date => inDigits(wallTime(new Date(date), 'UTC')),
    shortDay: date => shortDay(wallTime(new Date(date), 'UTC')),
    shortTime: (iso, now = new Date()) => {
      const [at, present] = [wall(iso), wallTime(now, timeZone)]
      const days = daysBetween(at, present)
      return days === 0 || days === -1
        ? `${days === 0 ? today : yesterday}, ${clock(at)}`
        : stamp(at, present)
    },
    stamp: (iso, now = new Date()) => stamp(wall(iso), wallTime(now, timeZone)),
    sinceTime: (iso, now = new Date()) => {
      const [at, present] = [wall(iso), wallTime(now, timeZone)]
      return daysBetween(at, present) === 0 ? clock(at) : stamp(at, present)
    },
    relative: (iso, now = new Date()) => {
      const seconds = (new Date(iso).getTime() - now.getTime()) / 1000
      const found = UNITS.find(([, size]) => Math.abs(seconds) >= size)
      if (found === undefined) return texts[language].justNow
      return relativeTime().format(Math.trunc(seconds / found[1]), found[0])
    },
    since: (iso, now = new Date()) => {
      const seconds = Math.max((now.getTime() - new Date(iso).getTime()) / 1000, 60)
      const [name, size] = UNITS.find(([, least]) => seconds >= least) ?? ['minute', 60]
      const style = { style: 'unit', unit: name, unitDisplay: 'long' } as const
      const long = new Intl.NumberFormat(locale, style)
        .format(Math.trunc(seconds / size))
        .replaceAll(' ', NBSP)
      return texts[language].accusative(long)
    },
    money: (amount, currency = 'RUB') => sumInWords(amount, currency, language),
    number,
    counted: count =>
      count > MOST_COUNTED
        ? [MOST_COUNTED, texts[language].moreThan(number(MOST_COUNTED))]
        : [count, number(count)],
    bytes: size => sizeInWords(size, language).replace(' ', NBSP),
    duration: ms => {
      if (ms < 100) return unit(ms, 'millisecond')
      if (ms < 60_000) return unit(ms / 1000, 'second', ms < 10_000 ? 1 : 0)
      const minutes = Math.floor(ms / 60_000)
      return `${unit(minutes, 'minute')} ${unit(Math.round((ms % 60_000) / 1000), 'second')}`
    },
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
