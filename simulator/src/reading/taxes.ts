import { each, filled, optional, required, type Value } from './element.js'

export interface OrderTaxes {
  /** Whether there is `Налоги` with at least one `Налог` named НДС. */
  present: boolean
  /** Prices include VAT: `УчтеноВСумме` of that tax is true. */
  included: boolean
  includedGiven: boolean
  rateText: string | undefined
}

/** The first `Налоги/Налог` named НДС, in any case. */
export function readOrderTaxes(document: Value): OrderTaxes {
  for (const tax of each(optional(optional(document, 'Налоги'), 'Налог'))) {
    if (!isVat(optional(tax, 'Наименование'))) continue
    const included = optional(tax, 'УчтеноВСумме')
    return {
      present: true,
      included: typeof included === 'string' && included.toLowerCase() === 'true',
      includedGiven: included !== undefined,
      rateText: filled(optional(tax, 'Ставка')),
    }
  }
  return { present: false, included: false, includedGiven: false, rateText: undefined }
}

export interface LineRates {
  /** From `СтавкиНалогов/СтавкаНалога`. */
  listed: string | undefined
  /** From `Налоги/Налог/Ставка`. */
  taxed: string | undefined
}

/** Both elements for a line's VAT rate. `Наименование` and `Ставка` of the first are mandatory. */
export function readLineRates(line: Value): LineRates {
  const rates: LineRates = { listed: undefined, taxed: undefined }
  for (const entry of each(optional(optional(line, 'СтавкиНалогов'), 'СтавкаНалога'))) {
    const name = required(entry, 'Наименование', 'СтавкаНалога')
    const rate = required(entry, 'Ставка', 'СтавкаНалога')
    if (isVat(name) && rates.listed === undefined) rates.listed = filled(rate)
  }
  for (const entry of each(optional(optional(line, 'Налоги'), 'Налог'))) {
    if (isVat(optional(entry, 'Наименование')) && rates.taxed === undefined)
      rates.taxed = filled(optional(entry, 'Ставка'))
  }
  return rates
}

function isVat(name: Value | undefined): boolean {
  return typeof name === 'string' && name.trim().toLowerCase() === 'ндс'
}
