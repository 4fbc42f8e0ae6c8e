import type { ClientChoice } from '@obmen/contract/settings'
import { startOfDay } from '../start-of-day.js'

/** Number of digits that Бухгалтерия and УНФ keep; they drop letters and cut off further digits. */
const KEPT_DIGITS = 6

/** The clients that cut a number to six digits. */
export function truncatesNumbers(client: ClientChoice): boolean {
  return client === 'bp' || client === 'unf' || client === 'auto'
}

/**
 * The key by which a 1C finds the document of a number: two orders with the same key are one document there. Бухгалтерия: six
 * digits within the year; УНФ: six digits; Розница: number, date and time; УТ and the Bitrix module: the number. 1C ignores
 * case. For a client that is not known yet, the strictest rule applies, so that no number has to change later.
 */
export function comparedNumber(
  client: ClientChoice,
  number: string,
  placedAt: number,
  timezone: string,
): string {
  switch (client) {
    case 'bp':
      return `${yearOf(placedAt, timezone)} ${keptDigits(number)}`
    case 'unf':
    case 'auto':
      return keptDigits(number)
    case 'rt':
      return `${number.toLowerCase()} ${Math.floor(placedAt / 1000)}`
    case 'ut':
    case 'bitrix':
      return number.toLowerCase()
  }
}

/** The sequence number that this client would confuse with `number`; undefined: none. */
export function blockedSequenceNumber(client: ClientChoice, number: string): number | undefined {
  if (truncatesNumbers(client)) return Number(keptDigits(number)) || undefined
  return /^[1-9]\d*$/.test(number) ? Number(number) : undefined
}

function keptDigits(number: string): string {
  return number.replace(/\D/g, '').padStart(KEPT_DIGITS, '0').slice(0, KEPT_DIGITS)
}

function yearOf(instant: number, timezone: string): number {
  const year = new Date(instant).getUTCFullYear()
  if (instant < startOfDay(`${year}-01-01`, timezone)) return year - 1
  return instant < startOfDay(`${year + 1}-01-01`, timezone) ? year : year + 1
}
