import type { ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import { startOfDay } from '../start-of-day.js'

/** The clients that cut a number to its first digits. */
export function truncatesNumbers(client: ClientChoice): boolean {
  return PROFILES[client].number.by === 'digits'
}

/** The key by which a 1C finds the document of a number: orders with the same key are one document. */
export function comparedNumber(
  client: ClientChoice,
  number: string,
  placedAt: number,
  timezone: string,
): string {
  const rule = PROFILES[client].number
  const key = rule.by === 'digits' ? keptDigits(number, rule.digits) : number.toLowerCase()
  if (rule.within === 'year') return `${yearOf(placedAt, timezone)} ${key}`
  return rule.within === 'second' ? `${key} ${Math.floor(placedAt / 1000)}` : key
}

/** The sequence number that this client would confuse with `number`; undefined: none. */
export function blockedSequenceNumber(client: ClientChoice, number: string): number | undefined {
  const rule = PROFILES[client].number
  if (rule.by === 'digits') return Number(keptDigits(number, rule.digits)) || undefined
  return /^[1-9]\d*$/.test(number) ? Number(number) : undefined
}

function keptDigits(number: string, digits: number): string {
  return number.replace(/\D/g, '').padStart(digits, '0').slice(0, digits)
}

function yearOf(instant: number, timezone: string): number {
  const year = new Date(instant).getUTCFullYear()
  if (instant < startOfDay(`${year}-01-01`, timezone)) return year - 1
  return instant < startOfDay(`${year + 1}-01-01`, timezone) ? year : year + 1
}
