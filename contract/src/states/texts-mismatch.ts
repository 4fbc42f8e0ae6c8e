import type { Locale } from '../enumerations.js'

/** Which part of a rule an order fails; absent: that part is met, or the rule does not ask for it. */
export interface RuleMismatch {
  /** From 0. */
  rule: number
  status?: { expected: string; is: string } | undefined
  gateway?: { expected: string; has: readonly string[] } | undefined
}

/** Why an order does not go to an integration. */
export type Mismatch =
  | { code: 'no-rules' | 'canceled-first' | 'recalculating' | 'other-company' }
  /** Placed before this day, from which orders go. */
  | { code: 'too-early'; from: string }
  | { code: 'rules'; misses: readonly RuleMismatch[] }

interface MismatchTexts {
  'no-rules': string
  'canceled-first': string
  recalculating: string
  'other-company': string
  tooEarly: (from: string) => string
  rule: (number: number) => string
  status: (is: string, expected: string) => string
  gateway: (has: readonly string[], expected: string) => string
}

const TEXTS: Readonly<Record<Locale, MismatchTexts>> = {
  ru: {
    'no-rules': 'У интеграции нет ни одного правила.',
    'canceled-first': 'Отменён раньше, чем был выдан хотя бы одной 1С.',
    recalculating: 'Правила изменились, заказ будет пересчитан.',
    'other-company': 'Интеграция подключена к другой компании.',
    tooEarly: from => `Размещён до ${dotted(from)}, с которого выгружаются заказы.`,
    rule: number => `правило ${number}`,
    status: (is, expected) => `статус «${is}» вместо «${expected}»`,
    gateway: (has, expected) =>
      has.length === 0
        ? `нет действующей оплаты через «${expected}»`
        : `оплата через ${has.map(gateway => `«${gateway}»`).join(', ')} вместо «${expected}»`,
  },
  en: {
    'no-rules': 'The integration has no rule.',
    'canceled-first': 'Canceled before any 1C was given it.',
    recalculating: 'The rules have changed, the order will be looked at again.',
    'other-company': 'The integration is of another company.',
    tooEarly: from => `Placed before ${slashed(from)}, from which orders are sent.`,
    rule: number => `rule ${number}`,
    status: (is, expected) => `status “${is}” instead of “${expected}”`,
    gateway: (has, expected) =>
      has.length === 0
        ? `no valid payment by “${expected}”`
        : `paid by ${has.map(gateway => `“${gateway}”`).join(', ')} instead of “${expected}”`,
  },
}

/** Why an order does not go, in a sentence. */
export function explainMismatch(mismatch: Mismatch, language: Locale): string {
  const t = TEXTS[language]
  if (mismatch.code === 'too-early') return t.tooEarly(mismatch.from)
  if (mismatch.code !== 'rules') return t[mismatch.code]
  const { misses } = mismatch
  const words = misses.map(miss => wordsOf(miss, t))
  if (words.length === 1) return asSentence(words[0]!)
  return asSentence(misses.map(({ rule }, at) => `${t.rule(rule + 1)}: ${words[at]}`).join('; '))
}

function wordsOf({ status, gateway }: RuleMismatch, t: MismatchTexts): string {
  return [
    ...(status ? [t.status(status.is, status.expected)] : []),
    ...(gateway ? [t.gateway(gateway.has, gateway.expected)] : []),
  ].join(', ')
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function dotted(date: string): string {
  return date.split('-').reverse().join('.')
}

function slashed(date: string): string {
  return date.split('-').reverse().join('/')
}
