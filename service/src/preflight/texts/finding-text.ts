import { sumInWords } from '@obmen/contract'
import type { ClientProfile } from '../../clients/index.js'
import type { FindingParams } from '../../findings/finding.js'

/** What the wording of a finding depends on. */
export interface SentenceContext {
  profile: ClientProfile
  /** 1C has the newest revision of the order: what was predicted has happened. */
  done: boolean
}

/** The Russian sentence of a code: what happens in that 1C, why, and what to do. */
export type FindingText = (params: FindingParams, context: SentenceContext) => string

/** What is true only if 1C loaded what it has not confirmed; `wait`: what it is about to be sent, too. */
export function ifLoaded(text: string, { unsure }: FindingParams): string {
  if (unsure === undefined) return text
  if (unsure === 'wait')
    return (
      '1С ещё не подтвердила, что загрузила оплату этого заказа. Подождите следующего обмена: после него ' +
      'будет видно, нужно ли в ней что-то исправить.'
    )
  return `1С не подтвердила загрузку. Если она всё же прошла: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** «3 000,00 ₽» of `3000.00`. */
export function sum(amount: string | number | undefined, currency: string | number | undefined): string {
  return sumInWords(String(amount ?? '0.00'), currency === undefined ? undefined : String(currency))
}

/** «17.11.2026» of `2026-11-17`. */
export function day(date: string | number | undefined): string {
  return String(date ?? '')
    .split('-')
    .reverse()
    .join('.')
}

/** «20 %, без НДС» of `20, none`. */
export function ratesInWords(rates: string | number): string {
  const words = String(rates).split(', ')
  return words.map(rate => (rate === 'none' ? 'без НДС' : `${rate} %`)).join(', ')
}
