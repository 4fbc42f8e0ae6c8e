import { useLanguage, useTexts } from '../../../texts/language.js'
import { texts } from '../content/texts-units.js'

interface LineTexts {
  /** "НДС 20 %", "Без НДС", "НДС 20/120". */
  vat: (rate: string) => string
  /** "2,5 ч": a unit without a short name here is shown by its code. */
  quantity: (quantity: string, unit: string) => string
}

export function useLineTexts(): LineTexts {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return {
    vat: rate => (rate === 'none' ? t.noVat : rate.includes('/') ? t.vat(rate) : t.vat(`${rate}\u00a0%`)),
    quantity: (quantity, unit) =>
      [
        language === 'ru' ? quantity.replace('.', ',') : quantity,
        shortName(unit, t.units) ?? t.code(unit),
      ].join('\u00a0'),
  }
}

function shortName(code: string, units: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(units, code) ? units[code] : undefined
}
