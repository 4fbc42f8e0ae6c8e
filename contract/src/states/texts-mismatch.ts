import type { Locale } from '../enumerations.js'
import { dayInWords, pluralEn, pluralRu } from '../numbers-in-words.js'

/** Which part of a rule an order fails; absent: that part is met, or the rule does not ask for it. */
export interface RuleMismatch {
  /** From 0. */
  rule: number
  status?: { expected: string; is: string } | undefined
  /** `has`: the order's gateways, the first of them; `more`: how many others it has. */
  gateway?: { expected: string; has: string[]; more?: number | undefined } | undefined
}

/** Why an order does not go to an integration. */
export type Mismatch =
  | { code: 'no-rules' | 'canceled-first' | 'recalculating' | 'other-company' }
  /** Placed before this day, from which orders go. */
  | { code: 'too-early'; from: string }
  /** `misses`: the first rules; `more`: how many others there are, none of which is met. */
  | { code: 'rules'; misses: RuleMismatch[]; more?: number | undefined }

const TEXTS = {
  ru: {
    'no-rules': 'У интеграции нет ни одного правила.',
    'canceled-first': 'Отменён раньше, чем был выдан хотя бы одной 1С.',
    recalculating: 'Правила изменились, заказ будет пересчитан.',
    'other-company': 'Интеграция подключена к другой компании.',
    tooEarly: (from: string) => `Размещён до ${dayInWords(from, 'ru')}, с которого выгружаются заказы.`,
    rule: (number: number) => `правило ${number}`,
    status: (is: string, expected: string) => `статус «${is}» вместо «${expected}»`,
    gateway: (has: readonly string[], expected: string, more: number) =>
      has.length === 0
        ? `нет действующей оплаты через «${expected}»`
        : 'оплата через ' +
          `${has.map(gateway => `«${gateway}»`).join(', ')}${more > 0 ? ` и ещё ${more}` : ''} ` +
          `вместо «${expected}»`,
    moreRules: (count: number) => `и ещё ${count} ${pluralRu(count, 'правило', 'правила', 'правил')}`,
  },
  en: {
    'no-rules': 'The integration has no rule.',
    'canceled-first': 'Canceled before any 1C was given it.',
    recalculating: 'The rules have changed, the order will be looked at again.',
    'other-company': 'The integration is of another company.',
    tooEarly: (from: string) => `Placed before ${dayInWords(from, 'en')}, from which orders are sent.`,
    rule: (number: number) => `rule ${number}`,
    status: (is: string, expected: string) => `status “${is}” instead of “${expected}”`,
    gateway: (has: readonly string[], expected: string, more: number) =>
      has.length === 0
        ? `no valid payment by “${expected}”`
        : 'paid by ' +
          `${has.map(gateway => `“${gateway}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''} ` +
          `instead of “${expected}”`,
    moreRules: (count: number) => `and ${count} more ${pluralEn(count, 'rule', 'rules')}`,
  },
} satisfies Record<Locale, object>

type MismatchTexts = (typeof TEXTS)['ru']

/** Why an order does not go, in a sentence. */
export function explainMismatch(mismatch: Mismatch, language: Locale): string {
  const t: MismatchTexts = TEXTS[language]
  if (mismatch.code === 'too-early') return t.tooEarly(mismatch.from)
  if (mismatch.code !== 'rules') return t[mismatch.code]
  const { misses, more = 0 } = mismatch
  const words = misses.map(miss => wordsOf(miss, t))
  if (words.length === 1 && more === 0) return asSentence(words[0]!)
  const parts = misses.map(({ rule }, at) => `${t.rule(rule + 1)}: ${words[at]}`)
  return asSentence([...parts, ...(more > 0 ? [t.moreRules(more)] : [])].join('; '))
}

function wordsOf({ status, gateway }: RuleMismatch, t: MismatchTexts): string {
  return [
    ...(status ? [t.status(status.is, status.expected)] : []),
    ...(gateway ? [t.gateway(gateway.has, gateway.expected, gateway.more ?? 0)] : []),
  ].join(', ')
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
