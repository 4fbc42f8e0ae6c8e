const rules = new Intl.PluralRules('ru')

/** The word alone that goes with a count: 1 заказ, 2 заказа, 5 заказов. */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count)
  return form === 'one' ? one : form === 'few' ? few : many
}
