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
import { child, childText, compact, items, readList, wrappedItems, type XmlNode } from '../xml/xml-node.js'
import { readWarehouse } from './read-counterparty.js'
import { readDecimal, readDiscounts, readExtraCosts, readRequisites, readTaxes } from './read-parts.js'

export function readLines(node: XmlNode): Received<DocumentLine>[] | undefined {
  return readList(items(node, ELEMENTS.lines, ELEMENTS.line), readLine)
}

function readLine(node: XmlNode): Received<DocumentLine> | undefined {
  return compact<Received<DocumentLine>>({
    id: childText(node, ELEMENTS.id),
    barcode: childText(node, ELEMENTS.barcode),
    article: childText(node, ELEMENTS.article),
    name: childText(node, ELEMENTS.name),
    unit: readUnit(node),
    counterpartyItemId: childText(node, ELEMENTS.counterpartyItemId),
    groupIds: readList(wrappedItems(node, ELEMENTS.groups, ELEMENTS.id), textOf),
    description: childText(node, ELEMENTS.description),
    pictures: readList(node.children, picture =>
      picture.name === ELEMENTS.picture ? textOf(picture) : undefined,
    ),
    country: childText(node, ELEMENTS.country),
    trademark: childText(node, ELEMENTS.trademark),
    properties: readList(items(node, ELEMENTS.properties, ELEMENTS.propertyValues), readPropertyValues),
    taxRates: readList(items(node, ELEMENTS.taxRates, ELEMENTS.taxRate), readTaxRate),
    characteristics: readCharacteristics(node),
    requisites: readRequisites(node),
    catalogId: childText(node, ELEMENTS.catalogId),
    classifierId: childText(node, ELEMENTS.classifierId),
    price: readDecimal(node, ELEMENTS.price),
    quantity: readDecimal(node, ELEMENTS.quantity),
    amount: readDecimal(node, ELEMENTS.amount),
    packageUnit: readPackageUnit(node),
    coefficient: childText(node, ELEMENTS.coefficient),
    originCountry: childText(node, ELEMENTS.originCountry),
    customsDeclaration: childText(node, ELEMENTS.customsDeclaration),
    taxes: readTaxes(node),
    discounts: readDiscounts(node),
    extraCosts: readExtraCosts(node),
    additionalRequisites: readList(
      wrappedItems(node, ELEMENTS.additionalRequisites, ELEMENTS.requisite),
      item => readRequisites({ ...item, children: [item] })?.[0],
    ),
    warehouses: readList(items(node, ELEMENTS.warehouses, ELEMENTS.warehouse), readLineWarehouse),
  })
}

/**
 * The base unit. Bitrix after 2.05 sends a structured `Единица` instead of `БазоваяЕдиница`; a `БазоваяЕдиница` of digits is a bare
 * code, as in 3.x.
 */
export function readUnit(line: XmlNode): Received<Unit> | undefined {
  const packageUnit = child(line, ELEMENTS.packageUnit)
  const node = child(line, ELEMENTS.unit) ?? (packageUnit?.children.length ? packageUnit : undefined)
  if (node === undefined) return undefined
  return compact<Received<Unit>>({
    text: textOf(node),
    code: childText(node, ELEMENTS.unitCode) ?? (/^\d{3,4}$/.test(node.text) ? node.text : undefined),
    fullName: childText(node, ELEMENTS.unitFullName),
    international: childText(node, ELEMENTS.unitInternational),
    shortName: childText(node, ELEMENTS.unitShortName),
  })
}

function readPackageUnit(line: XmlNode): string | undefined {
  const node = child(line, ELEMENTS.packageUnit)
  return node === undefined ? undefined : (childText(node, ELEMENTS.unitCode) ?? textOf(node))
}

function readTaxRate(node: XmlNode): Received<TaxRate> | undefined {
  return compact<Received<TaxRate>>({
    name: childText(node, ELEMENTS.name),
    rate: childText(node, ELEMENTS.rate),
  })
}

export function readCharacteristics(node: XmlNode): Characteristic[] | undefined {
  return readList(items(node, ELEMENTS.characteristics, ELEMENTS.characteristic), readCharacteristic)
}

function readCharacteristic(node: XmlNode): Characteristic | undefined {
  const name = childText(node, ELEMENTS.name)
  if (name === undefined) return undefined
  return compact<Characteristic>({
    id: childText(node, ELEMENTS.id),
    name,
    value: childText(node, ELEMENTS.value) ?? '',
  })
}

function readPropertyValues(node: XmlNode): Received<PropertyValues> | undefined {
  return compact<Received<PropertyValues>>({
    id: childText(node, ELEMENTS.id),
    name: childText(node, ELEMENTS.name),
    values: readList(node.children, value => (value.name === ELEMENTS.value ? textOf(value) : undefined)),
  })
}

function readLineWarehouse(node: XmlNode): Received<LineWarehouse> | undefined {
  return compact({
    ...readWarehouse(node),
    quantity: readDecimal(node, ELEMENTS.quantity),
  } as Received<LineWarehouse>)
}

function textOf(node: XmlNode): string | undefined {
  return node.text === '' ? undefined : node.text
}
