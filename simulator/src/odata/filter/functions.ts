import { badFilter, failed, notImplemented } from '../errors.js'
import type { Row } from '../sets.js'
import type { Operand } from './compare.js'

const DAY_MS = 86_400_000
const at = (moment: string): Date => new Date(`${moment}Z`)

/** Functions of one date. */
const OF_DATE: Record<string, (date: Date) => number> = {
  year: date => date.getUTCFullYear(),
  quarter: date => Math.floor(date.getUTCMonth() / 3) + 1,
  month: date => date.getUTCMonth() + 1,
  day: date => date.getUTCDate(),
  hour: date => date.getUTCHours(),
  minute: date => date.getUTCMinutes(),
  second: date => date.getUTCSeconds(),
  dayofweek: date => date.getUTCDay() || 7,
  dayofyear: date => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY_MS) + 1,
}
/** Functions of two texts. */
const OF_TEXTS: Record<string, (a: string, b: string) => boolean> = {
  startswith: (text, start) => text.startsWith(start),
  endswith: (text, end) => text.endsWith(end),
  substringof: (part, text) => text.includes(part),
  like: (text, mask) => maskOf(mask).test(text),
}
/** What the platform's chapter lists as not implemented. */
const MISSING = [
  ...['length', 'indexof', 'replace', 'tolower', 'toupper', 'trim', 'floor', 'ceiling'],
  ...['years', 'days', 'hours', 'seconds'],
]

/** A function of the filter. `substring`, `dateadd`, `datedifference`, `any` and `all` are not played. */
export function callFunction(name: string, given: readonly Operand[]): Operand {
  const [first, second] = given as [Operand, Operand | undefined]
  if (name === 'cast' || name === 'isof') return typeFunction(name, first, second)
  const ofDate = OF_DATE[name]
  if (ofDate) {
    expect(given, 1, name)
    return { type: 'number', value: row => ofDate(at(suitable(first, 'date', row, name) as string)) }
  }
  const ofTexts = OF_TEXTS[name]
  if (ofTexts) {
    expect(given, 2, name)
    const text = (operand: Operand, row: Row): string => suitable(operand, 'text', row, name) as string
    return { type: 'boolean', value: row => ofTexts(text(first, row), text(second!, row)) }
  }
  if (name === 'concat') {
    expect(given, 2, name)
    return { type: 'text', value: row => `${first.value(row)}${second!.value(row)}` }
  }
  if (name === 'round') {
    expect(given, 1, name)
    return { type: 'number', value: row => Math.round(suitable(first, 'number', row, name) as number) }
  }
  throw MISSING.includes(name) ? notImplemented(name) : badFilter(name)
}

/** `cast(guid'…','Document_X')` makes a reference; `isof(field,'Document_X')` asks for the type of one. */
function typeFunction(name: string, value: Operand, type: Operand | undefined): Operand {
  const named = type?.type === 'text' ? type.literal : undefined
  if (named === undefined || !/^(?:Document|Catalog|ChartOf\w+|Enum)_[\p{L}\p{N}_]+$/u.test(named))
    throw badFilter(name)
  if (name === 'isof') {
    if (value.type !== 'composite') throw badFilter(name)
    return { type: 'boolean', value: row => String(value.value(row)).startsWith(`StandardODATA.${named}|`) }
  }
  if (value.type !== 'guid') throw badFilter(name)
  return { type: 'reference', value: row => `StandardODATA.${named}|${value.value(row)}` }
}

function expect(given: readonly Operand[], count: number, name: string): void {
  if (given.length !== count) throw notImplemented(name)
}

/** A function over an unsuitable field breaks inside 1C. */
function suitable({ type, value }: Operand, expected: Operand['type'], row: Row, name: string): unknown {
  if (type !== expected) throw failed(name)
  return value(row)
}

function maskOf(mask: string): RegExp {
  const escaped = mask.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'su')
}
