import type { Rule } from './finding.js'
import { TEXTS } from './texts.js'

/** Under which number 1C will look for the order at the next exchange. */
export const checkNumber: Rule = ({ number }, { number: limit }) => {
  if (number === '') return []
  if (limit.by === 'text') {
    return number.length > limit.length
      ? [{ level: 'warning', message: TEXTS.numberTooLong(number, limit.length) }]
      : []
  }
  const digits = number.replace(/\D/g, '')
  if (digits === '') return [{ level: 'dropped', message: TEXTS.numberWithoutDigits(number) }]
  if (digits.length > limit.digits)
    return [{ level: 'dropped', message: TEXTS.numberTooManyDigits(number, limit.digits) }]
  return digits === number ? [] : [{ level: 'warning', message: TEXTS.numberLosesLetters(number, digits) }]
}
