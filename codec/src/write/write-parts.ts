import { ELEMENTS } from '../model/names.js'
import type { Adjustment, Requisite, Tax } from '../model/parts.js'
import { branch, cached, flag, isBlank, leaves, list } from '../xml/xml-writer.js'

/** `Налог`; omitted without a name or an amount. */
function writeTax(tax: Tax): string {
  if (isBlank(tax.name) || isBlank(tax.amount)) return ''
  return taxElement(
    name(tax.name) + included(tax.included) + excise(tax.excise) + amount(tax.amount) + rate(tax.rate),
  )
}

function writeAdjustment(wrap: (content: string) => string, adjustment: Adjustment): string {
  if (isBlank(adjustment.name) || isBlank(adjustment.amount)) return ''
  return wrap(
    name(adjustment.name) +
      amount(adjustment.amount) +
      percent(adjustment.percent) +
      included(adjustment.included) +
      comment(adjustment.comment),
  )
}

/** `ЗначениеРеквизита`; omitted without a value, because УТ would give it the value of the one before. */
function writeRequisite(requisite: Requisite): string {
  let values = value(requisite.value)
  if (requisite.extraValues !== undefined)
    for (const further of requisite.extraValues) values += value(further)
  const opening = requisiteOpening(requisite.name)
  return values === '' || opening === '' ? '' : opening + values + REQUISITE_CLOSE
}

const { name, value, amount, rate, percent, comment } = leaves
const included = flag(ELEMENTS.included)
const excise = flag(ELEMENTS.excise)
const taxElement = branch(ELEMENTS.tax)
const discountElement = branch(ELEMENTS.discount)
const extraCostElement = branch(ELEMENTS.extraCost)
const REQUISITE_CLOSE = `</${ELEMENTS.requisite}>`
const requisiteOpening = cached(text => {
  const title = name(text)
  return title === '' ? '' : `<${ELEMENTS.requisite}>${title}`
})

export const writeTaxes = list(ELEMENTS.taxes, writeTax)
export const writeDiscounts = list(ELEMENTS.discounts, (item: Adjustment) =>
  writeAdjustment(discountElement, item),
)
export const writeExtraCosts = list(ELEMENTS.extraCosts, (item: Adjustment) =>
  writeAdjustment(extraCostElement, item),
)
export const writeRequisites = list(ELEMENTS.requisites, writeRequisite)
export const writeAdditionalRequisites = list(ELEMENTS.additionalRequisites, writeRequisite)
