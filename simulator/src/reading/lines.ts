import { type Decimal, parseDecimal } from './decimal.js'
import { each, filled, optional, type Value } from './element.js'
import { readRequisites } from './requisites.js'
import { type LineRates, readLineRates } from './taxes.js'

export interface LineFacts {
  siteId: string | undefined
  article: string | undefined
  name: string | undefined
  /** `Единица` as plain text; УТ searches the classifier by it. */
  unit: string | undefined
  ratio: Decimal | undefined
  quantity: Decimal
  quantityText: string | undefined
  price: Decimal
  amount: Decimal
  amountGiven: boolean
  discount: Decimal
  rates: LineRates
  /** Requisites of the line by exact name. */
  marks: Map<string, string>
}

/** `Товары/Товар` with what every configuration reads; unreadable numbers are 0, as in 1C. */
export function readLines(document: Value): LineFacts[] {
  return each(optional(optional(document, 'Товары'), 'Товар')).map(line => ({
    siteId: filled(optional(line, 'Ид')),
    article: filled(optional(line, 'Артикул')),
    name: filled(optional(line, 'Наименование')),
    unit: filled(optional(line, 'Единица')),
    ratio: number(optional(line, 'Коэффициент')),
    quantity: number(optional(line, 'Количество')) ?? 0n,
    quantityText: filled(optional(line, 'Количество')),
    price: number(optional(line, 'ЦенаЗаЕдиницу')) ?? 0n,
    amount: number(optional(line, 'Сумма')) ?? 0n,
    amountGiven: number(optional(line, 'Сумма')) !== undefined,
    discount: subtractedDiscounts(line),
    rates: readLineRates(line),
    marks: readRequisites(line).values,
  }))
}

function number(value: Value | undefined): Decimal | undefined {
  return typeof value === 'string' ? parseDecimal(value) : undefined
}

/** The name up to `#`: what follows is a characteristic to 1C. */
export function withoutCharacteristic(text: string): string {
  const hash = text.indexOf('#')
  return hash === -1 ? text : text.slice(0, hash)
}

/** The discounts that 1C subtracts: those with an `УчтеноВСумме` other than "true". */
export function subtractedDiscounts(owner: Value): Decimal {
  let sum = 0n
  for (const discount of each(optional(optional(owner, 'Скидки'), 'Скидка'))) {
    const included = optional(discount, 'УчтеноВСумме')
    if (included === undefined || (typeof included === 'string' && included.toLowerCase() === 'true'))
      continue
    const amount = optional(discount, 'Сумма')
    sum += typeof amount === 'string' ? (parseDecimal(amount) ?? 0n) : 0n
  }
  return sum
}
