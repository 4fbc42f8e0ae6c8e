import { type Decimal, parseDecimal } from './decimal.js'
import { each, optional, type Value } from './element.js'

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
