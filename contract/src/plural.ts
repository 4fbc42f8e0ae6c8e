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
