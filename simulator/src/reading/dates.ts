import type { Value } from './element.js'

/** A local time, `2026-03-01T12:30:05`. */
export type Moment = string

/**
 * The strict parser of УТ, Розница and БП: without dashes and colons 8 and 6 digits. Anything else is 1C's
 * empty date, here null; a bad time loses the date, too.
 */
export function strictMoment(date: Value, time: Value | undefined): Moment | null {
  if (typeof date !== 'string') return null
  if (time !== undefined && typeof time !== 'string') return null
  const clock = time === undefined || time.trim() === '' ? '000000' : time.replaceAll(':', '')
  return fromDigits(date.replaceAll('-', '') + clock)
}

/** УНФ's parser: groups of digits separated by `-.,/:`; a `T` or a blank starts the time. */
export function anyMoment(date: Value | undefined, time: Value | undefined): Moment | null {
  if (typeof date !== 'string') return null
  const strict = strictMoment(date, time)
  if (strict !== null) return strict
  const [day = '', clock = ''] = date.trim().split(/[T ]/, 2)
  const fields = day.split(/[-.,/:]/).map(field => field.replace(/\D/g, ''))
  if (!/\d/.test(day)) return null
  const given = clock !== '' || typeof time !== 'string' ? clock : time
  const hours = given.split(/[-.,/:]/).map(field => Number(field.replace(/\D/g, '') || '0'))
  const [year, month, dayOfMonth] = arrange(fields)
  return (
    `${pad(Math.min(3999, year), 4)}-${pad(Math.min(12, month), 2)}-${pad(Math.min(31, dayOfMonth), 2)}` +
    `T${[23, 59, 59].map((most, index) => pad(Math.min(most, hours[index] ?? 0), 2)).join(':')}`
  )
}

function arrange(fields: string[]): [number, number, number] {
  const [first, second, third] = [0, 1, 2].map(index => Math.max(1, Number(fields[index] || '1'))) as [
    number,
    number,
    number,
  ]
  const joined = fields[0] ?? ''
  if (joined.length === 8)
    return [Number(joined.slice(0, 4)), Number(joined.slice(4, 6)), Number(joined.slice(6))]
  if (joined.length === 4) return [first, second, third]
  if (fields[1]?.length === 4) return [second, first, third]
  return [third, second, first]
}

function fromDigits(digits: string): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(digits)
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  if (!real || year === 0 || hour > 23 || minute > 59 || second > 59) return null
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** `2026-03-01T12:30:05`, on the clock of this machine, as a base has it. */
export function wallClock(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
