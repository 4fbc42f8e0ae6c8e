import { ELEMENTS } from '../model/names.js'
import type { Adjustment, Requisite, Tax } from '../model/parts.js'
import type { Received } from '../model/received.js'
import { parseDate, parseDateTime, parseDecimal, parseFlag, parseTime } from '../model/values.js'
import { readWord, type Words } from '../model/words.js'
import type { XmlNode } from '../xml/xml-node.js'
import { type Field, list, one, record } from './record.js'

export const text = (element: string): Field<string> => one(element, textOf)

/** Texts under the names that their elements have in `ELEMENTS`. */
export function texts<Key extends keyof typeof ELEMENTS>(...keys: Key[]): Record<Key, Field<string>> {
  return Object.fromEntries(keys.map(key => [key, text(ELEMENTS[key])])) as Record<Key, Field<string>>
}

/** A flag; undefined when the text is neither yes nor no. */
export const flag = (element: string): Field<boolean> => one(element, node => parseFlag(node.text))

export const decimal = (element: string): Field<string> => one(element, decimalOf)

export const date = (element: string): Field<string> => one(element, dateOf)

export const time = (element: string): Field<string> => one(element, timeOf)

/** `2026-11-17T12:15:07`; a day without a time stays a day. */
export const dateTime = (element: string): Field<string> => one(element, dateTimeOf)

/** A word of 1C as the codec's; an unknown one stays as it is. */
export const word = <Known extends string>(
  element: string,
  words: Words<Known>,
): Field<Known | (string & Record<never, never>)> =>
  one(element, ({ text }) => (text === '' ? undefined : readWord(text, words)))

export function textOf({ text }: XmlNode): string | undefined {
  return text === '' ? undefined : text
}

function decimalOf({ text }: XmlNode): string | undefined {
  return text === '' ? undefined : (parseDecimal(text) ?? text)
}

function dateOf({ text }: XmlNode): string | undefined {
  return isEmptyDate(text) ? undefined : (parseDate(text) ?? text)
}

function timeOf({ text }: XmlNode): string | undefined {
  return isEmptyDate(text) ? undefined : (parseTime(text) ?? text)
}

function dateTimeOf({ text }: XmlNode): string | undefined {
  if (isEmptyDate(text)) return undefined
  const moment = parseDateTime(text)
  if (moment === undefined) return text
  return moment.time === undefined ? moment.date : `${moment.date}T${moment.time}`
}

/** 1C writes a missing date as the separator alone or as the first day of the year 1. */
function isEmptyDate(text: string): boolean {
  return text === '' || text === 'T' || text.startsWith('0001-01-01')
}

export const taxes: Field<Received<Tax>[]> = list(
  ELEMENTS.taxes,
  ELEMENTS.tax,
  record<Received<Tax>>({
    name: text(ELEMENTS.name),
    included: flag(ELEMENTS.included),
    excise: flag(ELEMENTS.excise),
    amount: decimal(ELEMENTS.amount),
    rate: text(ELEMENTS.rate),
  }),
)

const readAdjustment = record<Received<Adjustment>>({
  name: text(ELEMENTS.name),
  amount: decimal(ELEMENTS.amount),
  percent: text(ELEMENTS.percent),
  included: flag(ELEMENTS.included),
  comment: text(ELEMENTS.comment),
})

export const discounts: Field<Received<Adjustment>[]> = list(
  ELEMENTS.discounts,
  ELEMENTS.discount,
  readAdjustment,
)

export const extraCosts: Field<Received<Adjustment>[]> = list(
  ELEMENTS.extraCosts,
  ELEMENTS.extraCost,
  readAdjustment,
)

/** Requisites of a document or line; those without a name are dropped. */
export const requisites: Field<Requisite[]> = list(ELEMENTS.requisites, ELEMENTS.requisite, readRequisite)

export function readRequisite(node: XmlNode): Requisite | undefined {
  let name: string | undefined
  let value: string | undefined
  let extraValues: string[] | undefined
  for (const child of node.children) {
    if (child.name === ELEMENTS.name) name ??= textOf(child)
    else if (child.name !== ELEMENTS.value) continue
    else if (value === undefined) value = child.text
    else if (extraValues === undefined) extraValues = [child.text]
    else extraValues.push(child.text)
  }
  if (name === undefined) return undefined
  return extraValues === undefined ? { name, value: value ?? '' } : { name, value: value ?? '', extraValues }
}
