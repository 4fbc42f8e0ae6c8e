import type {
  Characteristic,
  DocumentLine,
  LineWarehouse,
  PropertyValues,
  TaxRate,
  Unit,
} from '../model/line.js'
import { N } from '../model/names.js'
import type { Received } from '../model/received.js'
import { child, childText, compact, items, readList, wrappedItems, type XmlNode } from '../xml/xml-node.js'
import { readWarehouse } from './read-counterparty.js'
import { readDecimal, readDiscounts, readExtraCosts, readRequisites, readTaxes } from './read-parts.js'

export function readLines(node: XmlNode): Received<DocumentLine>[] | undefined {
  return readList(items(node, N.lines, N.line), readLine)
}

function readLine(node: XmlNode): Received<DocumentLine> | undefined {
  return compact<Received<DocumentLine>>({
    id: childText(node, N.id),
    barcode: childText(node, N.barcode),
    article: childText(node, N.article),
    name: childText(node, N.name),
    unit: readUnit(node),
    counterpartyItemId: childText(node, N.counterpartyItemId),
    groupIds: readList(wrappedItems(node, N.groups, N.id), textOf),
    description: childText(node, N.description),
    pictures: readList(node.children, picture => (picture.name === N.picture ? textOf(picture) : undefined)),
    country: childText(node, N.country),
    trademark: childText(node, N.trademark),
    properties: readList(items(node, N.properties, N.propertyValues), readPropertyValues),
    taxRates: readList(items(node, N.taxRates, N.taxRate), readTaxRate),
    characteristics: readList(items(node, N.characteristics, N.characteristic), readCharacteristic),
    requisites: readRequisites(node),
    catalogId: childText(node, N.catalogId),
    classifierId: childText(node, N.classifierId),
    price: readDecimal(node, N.price),
    quantity: readDecimal(node, N.quantity),
    amount: readDecimal(node, N.amount),
    packageUnit: readPackageUnit(node),
    coefficient: childText(node, N.coefficient),
    originCountry: childText(node, N.originCountry),
    customsDeclaration: childText(node, N.customsDeclaration),
    taxes: readTaxes(node),
    discounts: readDiscounts(node),
    extraCosts: readExtraCosts(node),
    additionalRequisites: readList(
      wrappedItems(node, N.additionalRequisites, N.requisite),
      item => readRequisites({ ...item, children: [item] })?.[0],
    ),
    warehouses: readList(items(node, N.warehouses, N.warehouse), readLineWarehouse),
  })
}

/**
 * The base unit. Bitrix after 2.05 sends no `БазоваяЕдиница` but a structured `Единица`; a `БазоваяЕдиница` of mere
 * digits is a bare code, as 3.x has it.
 */
function readUnit(line: XmlNode): Received<Unit> | undefined {
  const packageUnit = child(line, N.packageUnit)
  const node = child(line, N.unit) ?? (packageUnit?.children.length ? packageUnit : undefined)
  if (node === undefined) return undefined
  return compact<Received<Unit>>({
    text: textOf(node),
    code: childText(node, N.unitCode) ?? (/^\d{3,4}$/.test(node.text) ? node.text : undefined),
    fullName: childText(node, N.unitFullName),
    international: childText(node, N.unitInternational),
    shortName: childText(node, N.unitShortName),
  })
}

function readPackageUnit(line: XmlNode): string | undefined {
  const node = child(line, N.packageUnit)
  return node === undefined ? undefined : (childText(node, N.unitCode) ?? textOf(node))
}

function readTaxRate(node: XmlNode): Received<TaxRate> | undefined {
  return compact<Received<TaxRate>>({ name: childText(node, N.name), rate: childText(node, N.rate) })
}

function readCharacteristic(node: XmlNode): Characteristic | undefined {
  const name = childText(node, N.name)
  if (name === undefined) return undefined
  return compact<Characteristic>({ id: childText(node, N.id), name, value: childText(node, N.value) ?? '' })
}

function readPropertyValues(node: XmlNode): Received<PropertyValues> | undefined {
  return compact<Received<PropertyValues>>({
    id: childText(node, N.id),
    name: childText(node, N.name),
    values: readList(node.children, value => (value.name === N.value ? textOf(value) : undefined)),
  })
}

function readLineWarehouse(node: XmlNode): Received<LineWarehouse> | undefined {
  return compact({
    ...readWarehouse(node),
    quantity: readDecimal(node, N.quantity),
  } as Received<LineWarehouse>)
}

function textOf(node: XmlNode): string | undefined {
  return node.text === '' ? undefined : node.text
}
