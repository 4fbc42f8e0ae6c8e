import type { Locale } from '../enumerations.js'

/** The sentence about what the rules match. */
interface RulesTexts {
  all: string
  withStatus: (status: string) => string
  withGateway: (gateways: readonly string[]) => string
  withBoth: (status: string, gateways: readonly string[]) => string
  from: (date: string) => string
  joined: (parts: readonly string[]) => string
  sentence: (which: string, from: string, method: string) => string
  withMethod: (which: string, method: string) => string
  list: (parts: readonly string[], from: string) => string
}

const formats = (locale: Locale): { or: Intl.ListFormat; and: Intl.ListFormat } => ({
  or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  and: new Intl.ListFormat(locale, { type: 'conjunction' }),
})
const ru = formats('ru')
const en = formats('en')

export const RULES_TEXTS: Readonly<Record<Locale, RulesTexts>> = {
  ru: {
    all: 'все заказы',
    withStatus: status => `заказы со статусом «${status}»`,
    withGateway: gateways => `заказы с любым статусом, оплачиваемые через ${ru.or.format(gateways)}`,
    withBoth: (status, gateways) =>
      `заказы со статусом «${status}», оплачиваемые через ${ru.or.format(gateways)}`,
    from: date => `, оформленные не раньше ${date}`,
    joined: parts => ru.and.format(parts),
    sentence: (which, from, method) => `Выгружаются ${which}${from}; способ оплаты в 1С — «${method}».`,
    withMethod: (which, method) => `${which} — способом оплаты «${method}»`,
    list: (parts, from) => `Выгружаются${from}: ${parts.join('; остальные ')}.`,
  },
  en: {
    all: 'all orders',
    withStatus: status => `orders with status “${status}”`,
    withGateway: gateways => `orders with any status, paid by ${en.or.format(gateways)}`,
    withBoth: (status, gateways) => `orders with status “${status}”, paid by ${en.or.format(gateways)}`,
    from: date => `, placed on ${date} or later`,
    joined: parts => en.and.format(parts),
    sentence: (which, from, method) => `Sent are ${which}${from}; the payment method in 1C is “${method}”.`,
    withMethod: (which, method) => `${which} with the payment method “${method}”`,
    list: (parts, from) => `Sent are${from}: ${parts.join('; of the rest ')}.`,
  },
}
