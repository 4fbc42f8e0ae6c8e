import type {
  Characteristic,
  DocumentLine,
  LineWarehouse,
  PropertyValues,
  TaxRate,
  Unit,
} from '../model/line.js'
import { ELEMENTS } from '../model/names.js'
import type { Received } from '../model/received.js'
import { childText, type XmlNode } from '../xml/xml-node.js'
import { WAREHOUSE } from './read-counterparty.js'
import {
  decimal,
  discounts,
  extraCosts,
  readRequisite,
  requisites,
  taxes,
  text,
  textOf,
  texts,
} from './read-parts.js'
import { type Field, list, one, record, repeated, wrappedList } from './record.js'

/** The attributes of a unit, or its elements. */
const readUnitParts = record<Omit<Received<Unit>, 'text'>>({
  code: text(ELEMENTS.unitCode),
  fullName: text(ELEMENTS.unitFullName),
  international: text(ELEMENTS.unitInternational),
  shortName: text(ELEMENTS.unitShortName),
})

/** A unit of digits alone is a bare code, as in 3.x. */
function readUnit(node: XmlNode): Received<Unit> | undefined {
  const parts: Received<Unit> | undefined = readUnitParts(node)
  const { text } = node
  if (text === '') return parts
  const unit = parts ?? {}
  unit.text = text
  if (unit.code === undefined && /^\d{3,4}$/.test(text)) unit.code = text
  return unit
}

/** The base unit. Bitrix after 2.05 sends a structured `Единица` instead of `БазоваяЕдиница`. */
export const unit: Field<Received<Unit>> = {
  elements: [ELEMENTS.unit, ELEMENTS.packageUnit],
  accumulates: true,
  read(node, before) {
    if (node.name === ELEMENTS.unit) return readUnit(node) ?? before
    return before ?? (node.children.length > 0 ? readUnit(node) : undefined)
  },
}

export const characteristics: Field<Characteristic[]> = list(
  ELEMENTS.characteristics,
  ELEMENTS.characteristic,
  readCharacteristic,
)

function readCharacteristic(node: XmlNode): Characteristic | undefined {
  const id = childText(node, ELEMENTS.id)
  const name = childText(node, ELEMENTS.name)
  if (name === undefined) return undefined
  const value = childText(node, ELEMENTS.value) ?? ''
  return id === undefined ? { name, value } : { id, name, value }
}

export const taxRates: Field<Received<TaxRate>[]> = list(
  ELEMENTS.taxRates,
  ELEMENTS.taxRate,
  record<Received<TaxRate>>({ name: text(ELEMENTS.name), rate: text(ELEMENTS.rate) }),
)

export const lines: Field<Received<DocumentLine>[]> = list(
  ELEMENTS.lines,
  ELEMENTS.line,
  record<Received<DocumentLine>>({
    ...texts('id', 'barcode', 'article', 'name'),
    unit,
    counterpartyItemId: text(ELEMENTS.counterpartyItemId),
    groupIds: wrappedList(ELEMENTS.groups, ELEMENTS.id, textOf),
    description: text(ELEMENTS.description),
    pictures: repeated(ELEMENTS.picture, textOf),
    country: text(ELEMENTS.country),
    trademark: text(ELEMENTS.trademark),
    properties: list(
      ELEMENTS.properties,
      ELEMENTS.propertyValues,
      record<Received<PropertyValues>>({
        id: text(ELEMENTS.id),
        name: text(ELEMENTS.name),
        values: repeated(ELEMENTS.value, textOf),
      }),
    ),
    taxRates,
    characteristics,
    requisites,
    catalogId: text(ELEMENTS.catalogId),
    classifierId: text(ELEMENTS.classifierId),
    price: decimal(ELEMENTS.price),
    quantity: decimal(ELEMENTS.quantity),
    amount: decimal(ELEMENTS.amount),
    packageUnit: one(ELEMENTS.packageUnit, node => childText(node, ELEMENTS.unitCode) ?? textOf(node)),
    ...texts('coefficient', 'originCountry', 'customsDeclaration'),
    taxes,
    discounts,
    extraCosts,
    additionalRequisites: wrappedList(ELEMENTS.additionalRequisites, ELEMENTS.requisite, readRequisite),
    warehouses: list(
      ELEMENTS.warehouses,
      ELEMENTS.warehouse,
      record<Received<LineWarehouse>>({ ...WAREHOUSE, quantity: decimal(ELEMENTS.quantity) }),
    ),
  }),
)
