import type { Adjustment, DocumentLine } from '@obmen/codec'
import { ITEM_NAME_LENGTH, MONEY_END } from './client-limits.js'
import type { Finding, Rule } from './finding.js'
import { TEXTS } from './texts.js'

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const notIncluded = (discount: Adjustment): boolean => discount.included === false

/** Lines that 1C drops, calculates otherwise, or stops at. */
export const checkLines: Rule = (document, { client, strictText, quantityDecimals }) => {
  const findings: Finding[] = []
  if ((document.lines ?? []).length === 0) findings.push({ level: 'warning', message: TEXTS.noLines })
  for (const line of document.lines ?? []) {
    const { name } = line
    if (name === '') findings.push({ level: 'fatal', message: TEXTS.lineWithoutName(line.id ?? '') })
    if (!(Number(line.quantity ?? 0) > 0))
      findings.push({ level: 'dropped', message: TEXTS.lineWithoutQuantity(name) })
    if (line.amount === undefined) findings.push({ level: 'warning', message: TEXTS.lineWithoutAmount(name) })
    findings.push(...checkNumbers(line, quantityDecimals))
    if (name.length > ITEM_NAME_LENGTH)
      findings.push({ level: 'warning', message: TEXTS.nameTooLong(name, ITEM_NAME_LENGTH) })
    if (name.includes('#'))
      findings.push({ level: client === 'ut' ? 'fatal' : 'warning', message: TEXTS.nameWithHash(name) })
    if (strictText && CONTROL.test(name))
      findings.push({ level: 'fatal', message: TEXTS.controlCharacters(name) })
    if (line.discounts?.some(notIncluded))
      findings.push({ level: 'warning', message: TEXTS.discountTwice(name) })
  }
  if (Number(document.total) >= MONEY_END) findings.push({ level: 'warning', message: TEXTS.totalTooLarge })
  if (document.discounts?.some(notIncluded)) findings.push({ level: 'warning', message: TEXTS.orderDiscount })
  return findings
}

/** What 1C rounds, cuts or prints in a way that does not multiply out. */
function checkNumbers(line: DocumentLine, quantityDecimals: number): Finding[] {
  const { name, price, quantity, amount } = line
  const warning = (message: string): Finding[] => [{ level: 'warning', message }]
  if (quantity === undefined || amount === undefined) return []
  if ((quantity.split('.')[1] ?? '').length > quantityDecimals)
    return warning(TEXTS.quantityRounded(name, quantity))
  if (Number(amount) >= MONEY_END || Number(price ?? 0) >= MONEY_END)
    return warning(TEXTS.moneyTooLarge(name))
  if (price === undefined || multipliesOut(price, quantity, amount)) return []
  return warning(TEXTS.productDiffers(name, price, quantity, amount))
}

/** Price × quantity, rounded half up to the kopeck, is the amount. */
function multipliesOut(price: string, quantity: string, amount: string): boolean {
  const product = digits(price, 2) * digits(quantity, 4)
  return (product + 5_000n) / 10_000n === digits(amount, 2)
}

function digits(text: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
}
