import type { Adjustment, Requisite, Tax } from './document.js'
import { N } from './names.js'
import { branch, isBlank, leaf, list } from './xml-writer.js'

/** `Налог`; without a name or an amount it says nothing and is left out. */
function writeTax(tax: Tax): string {
  if (isBlank(tax.name) || isBlank(tax.amount)) return ''
  return taxElement(
    name(tax.name) +
      flag(included, tax.included) +
      flag(excise, tax.excise) +
      amount(tax.amount) +
      rate(tax.rate),
  )
}

function writeAdjustment(wrap: (content: string) => string, adjustment: Adjustment): string {
  if (isBlank(adjustment.name) || isBlank(adjustment.amount)) return ''
  return wrap(
    name(adjustment.name) +
      amount(adjustment.amount) +
      percent(adjustment.percent) +
      flag(included, adjustment.included) +
      comment(adjustment.comment),
  )
}

/** `ЗначениеРеквизита`; УТ gives a requisite without a value that of the one before, so it is left out. */
function writeRequisite(requisite: Requisite): string {
  const values =
    value(requisite.value) + (requisite.furtherValues === undefined ? '' : furtherValues(requisite))
  const title = name(requisite.name)
  return values === '' || title === '' ? '' : requisiteElement(title + values)
}

function furtherValues(requisite: Requisite): string {
  let content = ''
  for (const further of requisite.furtherValues ?? []) content += value(further)
  return content
}

function flag(write: (value: string) => string, value: boolean | undefined): string {
  return value === undefined ? '' : write(value ? 'true' : 'false')
}

const name = leaf(N.name)
const value = leaf(N.value)
const amount = leaf(N.amount)
const included = leaf(N.included)
const excise = leaf(N.excise)
const rate = leaf(N.rate)
const percent = leaf(N.percent)
const comment = leaf(N.comment)
const taxElement = branch(N.tax)
const discountElement = branch(N.discount)
const extraCostElement = branch(N.extraCost)
const requisiteElement = branch(N.requisite)

export const writeTaxes = list(N.taxes, writeTax)
export const writeDiscounts = list(N.discounts, (item: Adjustment) => writeAdjustment(discountElement, item))
export const writeExtraCosts = list(N.extraCosts, (item: Adjustment) =>
  writeAdjustment(extraCostElement, item),
)
export const writeRequisites = list(N.requisites, writeRequisite)
export const writeAdditionalRequisites = list(N.additionalRequisites, writeRequisite)
