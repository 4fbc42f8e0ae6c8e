import { ELEMENTS } from '../model/names.js'
import type { Adjustment, Requisite, Tax } from '../model/parts.js'
import type { Received } from '../model/received.js'
import { parseDate, parseDateTime, parseDecimal, parseFlag, parseTime } from '../model/values.js'
import { childText, compact, items, readList, type XmlNode } from '../xml/xml-node.js'

export function readTaxes(node: XmlNode): Received<Tax>[] | undefined {
  return readList(items(node, ELEMENTS.taxes, ELEMENTS.tax), tax =>
    compact<Received<Tax>>({
      name: childText(tax, ELEMENTS.name),
      included: readFlag(tax, ELEMENTS.included),
      excise: readFlag(tax, ELEMENTS.excise),
      amount: readDecimal(tax, ELEMENTS.amount),
      rate: childText(tax, ELEMENTS.rate),
    }),
  )
}

export function readDiscounts(node: XmlNode): Received<Adjustment>[] | undefined {
  return readList(items(node, ELEMENTS.discounts, ELEMENTS.discount), readAdjustment)
}

export function readExtraCosts(node: XmlNode): Received<Adjustment>[] | undefined {
  return readList(items(node, ELEMENTS.extraCosts, ELEMENTS.extraCost), readAdjustment)
}

function readAdjustment(node: XmlNode): Received<Adjustment> | undefined {
  return compact<Received<Adjustment>>({
    name: childText(node, ELEMENTS.name),
    amount: readDecimal(node, ELEMENTS.amount),
    percent: childText(node, ELEMENTS.percent),
    included: readFlag(node, ELEMENTS.included),
    comment: childText(node, ELEMENTS.comment),
  })
}

/** Requisites of a document or line; those without a name are dropped. */
export function readRequisites(
  node: XmlNode,
  wrapper: string = ELEMENTS.requisites,
): Requisite[] | undefined {
  return readList(items(node, wrapper, ELEMENTS.requisite), readRequisite)
}

function readRequisite(node: XmlNode): Requisite | undefined {
  const name = childText(node, ELEMENTS.name)
  if (name === undefined) return undefined
  const [value = '', ...extraValues] = node.children
    .filter(child => child.name === ELEMENTS.value)
    .map(child => child.text)
  return extraValues.length === 0 ? { name, value } : { name, value, extraValues }
}

/** A flag; undefined when the text is neither yes nor no. */
export function readFlag(node: XmlNode, name: string): boolean | undefined {
  const text = childText(node, name)
  return text === undefined ? undefined : parseFlag(text)
}

export function readDecimal(node: XmlNode, name: string): string | undefined {
  const text = childText(node, name)
  return text === undefined ? undefined : (parseDecimal(text) ?? text)
}

export function readDate(node: XmlNode, name: string): string | undefined {
  const text = childText(node, name)
  return text === undefined || isEmptyDate(text) ? undefined : (parseDate(text) ?? text)
}

export function readTime(node: XmlNode, name: string): string | undefined {
  const text = childText(node, name)
  return text === undefined || isEmptyDate(text) ? undefined : (parseTime(text) ?? text)
}

/** `2026-11-17T12:15:07`; a day without a time stays a day. */
export function readDateTime(node: XmlNode, name: string): string | undefined {
  const text = childText(node, name)
  if (text === undefined || isEmptyDate(text)) return undefined
  const moment = parseDateTime(text)
  if (moment === undefined) return text
  return moment.time === undefined ? moment.date : `${moment.date}T${moment.time}`
}

/** 1C writes a missing date as the separator alone or as the first day of the year 1. */
function isEmptyDate(text: string): boolean {
  return text === 'T' || text.startsWith('0001-01-01')
}
