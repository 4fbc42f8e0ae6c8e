const or = new Intl.ListFormat('ru', { type: 'disjunction' })
const and = new Intl.ListFormat('ru', { type: 'conjunction' })

/** The sentence about what the rules match. */
export const RULES_TEXTS = {
  all: 'все заказы',
  withStatus: (status: string) => `заказы со статусом «${status}»`,
  withGateway: (gateways: readonly string[]) =>
    `заказы с любым статусом, оплачиваемые через ${or.format(gateways)}`,
  withBoth: (status: string, gateways: readonly string[]) =>
    `заказы со статусом «${status}», оплачиваемые через ${or.format(gateways)}`,
  from: (date: string) => `, оформленные не раньше ${date}`,
  joined: (parts: readonly string[]) => and.format(parts),
  sentence: (which: string, from: string, method: string) =>
    `Выгружаются ${which}${from}; способ оплаты в 1С — «${method}».`,
  withMethod: (which: string, method: string) => `${which} — способом оплаты «${method}»`,
  list: (parts: readonly string[], from: string) => `Выгружаются${from}: ${parts.join('; остальные ')}.`,
} as const
