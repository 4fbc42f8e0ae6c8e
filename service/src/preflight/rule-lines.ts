import type { Adjustment } from '@obmen/codec'
import { ITEM_NAME_LENGTH } from './client-limits.js'
import type { Finding, Rule } from './finding.js'
import { TEXTS } from './texts.js'

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const notIncluded = (discount: Adjustment): boolean => discount.included === false

/** Lines that 1C drops, reckons otherwise, or stops at. */
export const checkLines: Rule = (document, { client, strictText }) => {
  const findings: Finding[] = []
  if ((document.lines ?? []).length === 0) findings.push({ level: 'warning', message: TEXTS.noLines })
  for (const line of document.lines ?? []) {
    const { name } = line
    if (name === '') findings.push({ level: 'fatal', message: TEXTS.lineWithoutName(line.id ?? '') })
    if (!(Number(line.quantity ?? 0) > 0))
      findings.push({ level: 'dropped', message: TEXTS.lineWithoutQuantity(name) })
    if (line.amount === undefined) findings.push({ level: 'warning', message: TEXTS.lineWithoutAmount(name) })
    if (name.length > ITEM_NAME_LENGTH)
      findings.push({ level: 'warning', message: TEXTS.nameTooLong(name, ITEM_NAME_LENGTH) })
    if (name.includes('#'))
      findings.push({ level: client === 'ut' ? 'fatal' : 'warning', message: TEXTS.nameWithHash(name) })
    if (strictText && CONTROL.test(name))
      findings.push({ level: 'fatal', message: TEXTS.controlCharacters(name) })
    if (line.discounts?.some(notIncluded))
      findings.push({ level: 'warning', message: TEXTS.discountTwice(name) })
  }
  if (document.discounts?.some(notIncluded)) findings.push({ level: 'warning', message: TEXTS.orderDiscount })
  return findings
}
