/** Why an order is not exported to an integration. */
export const RULE_TEXTS = {
  noRules: 'У интеграции нет ни одного правила.',
  sentence: (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`,
  rule: (number: number) => `правило ${number}`,
  status: (is: string, expected: string) => `статус «${is}» вместо «${expected}»`,
  gateway: (has: readonly string[], expected: string) =>
    has.length === 0
      ? `нет действующей оплаты через «${expected}»`
      : `оплата через ${has.map(gateway => `«${gateway}»`).join(', ')} вместо «${expected}»`,
  tooEarly: (from: string) =>
    `Размещён до ${from.split('-').reverse().join('.')}, с которого выгружаются заказы.`,
  canceledFirst: 'Отменён раньше, чем был выдан хотя бы одной 1С.',
  unknown: 'Правила изменились, заказ будет пересчитан.',
  otherCompany: 'Интеграция подключена к другой компании.',
}
