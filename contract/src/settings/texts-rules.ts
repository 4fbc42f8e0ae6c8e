import type { Locale } from '../enumerations.js'

const formats = (locale: Locale) => ({
  or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  and: new Intl.ListFormat(locale, { type: 'conjunction' }),
})
const ru = formats('ru')
const en = formats('en')
type Names = readonly string[]

/** The sentence about what the rules match. */
const RU = {
  all: 'все заказы',
  withStatus: (status: string) => `заказы со статусом «${status}»`,
  withGateway: (gateways: Names) => `заказы с любым статусом, оплачиваемые через ${ru.or.format(gateways)}`,
  withBoth: (status: string, gateways: Names) =>
    `заказы со статусом «${status}», оплачиваемые через ${ru.or.format(gateways)}`,
  from: (date: string) => `, оформленные не раньше ${date}`,
  joined: (parts: Names) => ru.and.format(parts),
  sentence: (which: string, from: string, method: string) =>
    `Выгружаются ${which}${from}; способ оплаты в 1С — «${method}».`,
  withMethod: (which: string, method: string) => `${which} — способом оплаты «${method}»`,
  list: (parts: Names, from: string) => `Выгружаются${from}: ${parts.join('; остальные ')}.`,
}

const EN: typeof RU = {
  all: 'all orders',
  withStatus: status => `orders with status “${status}”`,
  withGateway: gateways => `orders with any status, paid by ${en.or.format(gateways)}`,
  withBoth: (status, gateways) => `orders with status “${status}”, paid by ${en.or.format(gateways)}`,
  from: date => `, placed on ${date} or later`,
  joined: parts => en.and.format(parts),
  sentence: (which, from, method) => `Sent are ${which}${from}; the payment method in 1C is “${method}”.`,
  withMethod: (which, method) => `${which} with the payment method “${method}”`,
  list: (parts, from) => `Sent are${from}: ${parts.join('; of the rest ')}.`,
}

export const RULES_TEXTS: Readonly<Record<Locale, typeof RU>> = { ru: RU, en: EN }
