import type { Locale } from './enumerations.js'

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** The form of a Russian noun for a count, without the count; fractions take the second form. */
export function pluralRu(count: number, one: string, few: string, many: string): string {
  const form = rules.ru.select(count)
  if (form === 'one') return one
  return form === 'many' ? many : few
}

/** 1 order, 2 orders. */
export function pluralEn(count: number, one: string, other: string): string {
  return rules.en.select(count) === 'one' ? one : other
}

/** `3 заказа`, `3 orders`. */
export function ordersInWords(count: number, language: Locale): string {
  return language === 'ru'
    ? `${count} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`
    : `${count} ${pluralEn(count, 'order', 'orders')}`
}

/** `01.11.2026`, `01/11/2026` of `2026-11-01`. */
export function dayInWords(date: string, language: Locale): string {
  return date
    .split('-')
    .reverse()
    .join(language === 'ru' ? '.' : '/')
}

const SIZES = { ru: ['байт', 'КБ', 'МБ', 'ГБ'], en: ['bytes', 'KB', 'MB', 'GB'] } as const

/** `329 КБ`, `1,5 ГБ`: by 1024, as limits are set. */
export function sizeInWords(bytes: number, language: Locale): string {
  let [value, unit] = [bytes, 0]
  for (; value >= 1024 && unit < 3; unit++) value /= 1024
  const amount = String(Math.round(value * 10) / 10)
  return `${language === 'ru' ? amount.replace('.', ',') : amount} ${SIZES[language][unit]}`
}

const SIGNS: Readonly<Record<string, string>> = { RUB: '₽', USD: '$', EUR: '€', KZT: '₸', BYN: 'Br' }
const NBSP = '\u00a0'
/** «3 000,00 ₽» of `3000.00`: never through a float. Without a currency only the number. */
export function sumInWords(amount: string, currency: string | undefined, language: Locale = 'ru'): string {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const [space, point] = language === 'ru' ? [NBSP, ','] : [',', '.']
  const number = `${whole.replace(/\B(?=(\d{3})+$)/g, space)}${point}${fraction.padEnd(2, '0')}`
  const sign = currency === undefined || currency === '' ? '' : `${NBSP}${SIGNS[currency] ?? currency}`
  return `${amount.startsWith('-') ? '−' : ''}${number}${sign}`
}
