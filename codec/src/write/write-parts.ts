import type { Adjustment, Requisite, Tax } from '../model/document.js'
import { N } from '../model/names.js'
import { branch, flag, isBlank, leaf, list, remembered } from '../xml/xml-writer.js'

/** `Налог`; without a name or an amount it says nothing and is left out. */
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

/** `ЗначениеРеквизита`; УТ gives a requisite without a value that of the one before, so it is left out. */
function writeRequisite(requisite: Requisite): string {
  let values = value(requisite.value)
  if (requisite.furtherValues !== undefined)
    for (const further of requisite.furtherValues) values += value(further)
  const opening = requisiteOpening(requisite.name)
  return values === '' || opening === '' ? '' : opening + values + REQUISITE_CLOSE
}

const name = leaf(N.name)
const value = leaf(N.value)
const amount = leaf(N.amount)
const included = flag(N.included)
const excise = flag(N.excise)
const rate = leaf(N.rate)
const percent = leaf(N.percent)
const comment = leaf(N.comment)
const taxElement = branch(N.tax)
const discountElement = branch(N.discount)
const extraCostElement = branch(N.extraCost)
const REQUISITE_CLOSE = `</${N.requisite}>`
const requisiteOpening = remembered(text => {
  const title = name(text)
  return title === '' ? '' : `<${N.requisite}>${title}`
})

export const writeTaxes = list(N.taxes, writeTax)
export const writeDiscounts = list(N.discounts, (item: Adjustment) => writeAdjustment(discountElement, item))
export const writeExtraCosts = list(N.extraCosts, (item: Adjustment) =>
  writeAdjustment(extraCostElement, item),
)
export const writeRequisites = list(N.requisites, writeRequisite)
export const writeAdditionalRequisites = list(N.additionalRequisites, writeRequisite)
