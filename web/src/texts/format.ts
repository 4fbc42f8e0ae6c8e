import { sumInWords } from '@obmen/contract'
import type { Language } from './catalogue.js'
import { texts } from './texts-time.js'

export const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const
const NBSP = '\u00a0'

export interface Formats {
  /** "25 ноября 2026 г., 12:20" in the location's zone. */
  dateTime: (iso: string) => string
  /** With seconds, for journals: "25.11.2026, 12:20:04". */
  exactTime: (iso: string) => string
  /** "сегодня, 12:20", "вчера, 18:02", "25 нояб., 12:20", with the year when it is another one. */
  shortTime: (iso: string, now?: Date) => string
  /** "25.11.2026". */
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
  /** "48 КБ". */
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

/** Cached by language and zone: creating such an object costs far more than using it. */
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

/** Created at its first use. */
function later<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= make()
    return value
  }
}

function makeFormats(language: Language, timeZone: string | undefined): Formats {
  const locale = LOCALES[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const make = (options: Intl.DateTimeFormatOptions) =>
    later(() => new Intl.DateTimeFormat(locale, { ...options, ...zone }))
  const full = make({ dateStyle: 'long', timeStyle: 'short' })
  const exact = make({ dateStyle: 'short', timeStyle: 'medium' })
  const day = make({ year: 'numeric', month: '2-digit', day: '2-digit' })
  const calendarDay = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }))
  const year = make({ year: 'numeric' })
  const chartDay = later(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  )
  const clock = make({ hour: '2-digit', minute: '2-digit' })
  const thisYear = make({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const otherYear = make({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const numbers = later(() => new Intl.NumberFormat(locale))
  const relativeTime = later(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    })
      .format(value)
      .replaceAll(' ', NBSP)

  const stamp = (at: Date, now: Date) =>
    (year().format(at) === year().format(now) ? thisYear : otherYear)().format(at)
  const relativeDay = (days: number) => relativeTime().format(days, 'day')

  return {
    dateTime: iso => full().format(new Date(iso)),
    exactTime: iso => exact().format(new Date(iso)),
    date: iso => day().format(new Date(iso)),
    day: date => calendarDay().format(new Date(date)),
    shortDay: date => chartDay().format(new Date(date)),
    shortTime: (iso, now = new Date()) => {
      const at = new Date(iso)
      const days = daysBetween(day(), at, now)
      if (days === 0 || days === -1) return `${relativeDay(days)}, ${clock().format(at)}`
      return stamp(at, now)
    },
    stamp: (iso, now = new Date()) => stamp(new Date(iso), now),
    sinceTime: (iso, now = new Date()) => {
      const at = new Date(iso)
      return daysBetween(day(), at, now) === 0 ? clock().format(at) : stamp(at, now)
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
    // Small counts look the same in both languages, and the first Intl.NumberFormat costs an old computer some 60 ms.
    number: value =>
      Number.isInteger(value) && value >= 0 && value < 1000 ? `${value}` : numbers().format(value),
    bytes: size => {
      if (size < 1000) return unit(size, 'byte')
      if (size < 1_000_000) return unit(size / 1000, 'kilobyte')
      if (size < 1_000_000_000) return unit(size / 1_000_000, 'megabyte', 1)
      return unit(size / 1_000_000_000, 'gigabyte', 1)
    },
    duration: ms => {
      if (ms < 100) return unit(ms, 'millisecond')
      if (ms < 60_000) return unit(ms / 1000, 'second', ms < 10_000 ? 1 : 0)
      const minutes = Math.floor(ms / 60_000)
      return `${unit(minutes, 'minute')} ${unit(Math.round((ms % 60_000) / 1000), 'second')}`
    },
  }
}

/** Whole calendar days of the zone from `now` to `at`: 0 today, -1 yesterday. */
function daysBetween(day: Intl.DateTimeFormat, at: Date, now: Date): number {
  const start = (date: Date) => {
    const parts = Object.fromEntries(day.formatToParts(date).map(part => [part.type, Number(part.value)]))
    return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1)
  }
  return Math.round((start(at) - start(now)) / 86_400_000)
}
