import type {
  Characteristic,
  DocumentLine,
  LineWarehouse,
  PropertyValues,
  TaxRate,
  Unit,
} from '../model/line.js'
import { ELEMENTS } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { attribute, branch, escapeText, isBlank, leaves, list } from '../xml/xml-writer.js'
import { writeWarehouse } from './write-counterparty.js'
import {
  writeAdditionalRequisites,
  writeDiscounts,
  writeExtraCosts,
  writeRequisites,
  writeTaxes,
} from './write-parts.js'

/** Characters of lines per piece, about. */
const PIECE_CHARACTERS = 32 * 1024

export function* writeLinePieces(
  lines: readonly DocumentLine[] | undefined,
  version: SchemaVersion,
): Generator<string, void> {
  let piece = ''
  let isOpen = false
  for (const line of lines ?? []) {
    piece += writeLine(line, version)
    if (piece.length < PIECE_CHARACTERS) continue
    yield isOpen ? piece : LINES_OPEN + piece
    isOpen = true
    piece = ''
  }
  if (isOpen) yield piece + LINES_CLOSE
  else yield linesElement(piece)
}

function writeLine(line: DocumentLine, version: SchemaVersion): string {
  return lineElement(
    id(line.id) +
      barcode(line.barcode) +
      article(line.article) +
      name(line.name) +
      writeUnit(line.unit, version) +
      counterpartyItemId(line.counterpartyItemId) +
      writeCatalogPart(line) +
      writeTaxRates(line.taxRates) +
      writeCharacteristics(line.characteristics, version) +
      writeRequisites(line.requisites) +
      catalogId(line.catalogId) +
      classifierId(line.classifierId) +
      price(line.price) +
      quantity(line.quantity) +
      amount(line.amount) +
      packageUnit(line.packageUnit) +
      coefficient(line.coefficient) +
      originCountry(line.originCountry) +
      customsDeclaration(line.customsDeclaration) +
      writeTaxes(line.taxes) +
      writeDiscounts(line.discounts) +
      writeExtraCosts(line.extraCosts) +
      writeAdditionalRequisites(line.additionalRequisites) +
      (version >= '2.07' ? writeLineWarehouses(line.warehouses) : ''),
  )
}

function writeCatalogPart(line: DocumentLine): string {
  if (
    line.groupIds === undefined &&
    line.description === undefined &&
    line.pictures === undefined &&
    line.country === undefined &&
    line.trademark === undefined &&
    line.properties === undefined
  )
    return ''
  return (
    writeGroups(line.groupIds) +
    description(line.description) +
    (line.pictures ?? []).map(picture).join('') +
    country(line.country) +
    trademark(line.trademark) +
    writeProperties(line.properties)
  )
}

/** `БазоваяЕдиница`; without a short name its code is the text: the element may not be empty. */
function writeUnit(unit: Unit, version: SchemaVersion): string {
  const text = isBlank(unit.text) ? (unit.code ?? '') : unit.text
  if (isBlank(text)) return ''
  return (
    UNIT_OPEN +
    unitCode(unit.code) +
    unitFullName(unit.fullName) +
    unitInternational(unit.international) +
    (version >= '2.06' ? unitShortName(unit.shortName) : '') +
    `>${escapeText(text)}${UNIT_CLOSE}`
  )
}

function writeCharacteristic(item: Characteristic, version: SchemaVersion): string {
  if (isBlank(item.name) || isBlank(item.value)) return ''
  return characteristic((version >= '2.06' ? id(item.id) : '') + name(item.name) + value(item.value))
}

function writeTaxRate(taxRate: TaxRate): string {
  return isBlank(taxRate.name) || isBlank(taxRate.rate)
    ? ''
    : taxRateElement(name(taxRate.name) + rate(taxRate.rate))
}

function writePropertyValues(property: PropertyValues): string {
  const values = property.values.map(value).join('')
  return values === '' ? '' : propertyElement(id(property.id) + name(property.name) + values)
}

const { id, barcode, article, name, value, rate, counterpartyItemId, description, picture } = leaves
const { country, trademark, catalogId, classifierId, price, quantity, amount, packageUnit } = leaves
const { coefficient, originCountry, customsDeclaration } = leaves
const UNIT_OPEN = `<${ELEMENTS.unit}`
const UNIT_CLOSE = `</${ELEMENTS.unit}>`
const unitCode = attribute(ELEMENTS.unitCode)
const unitFullName = attribute(ELEMENTS.unitFullName)
const unitInternational = attribute(ELEMENTS.unitInternational)
const unitShortName = attribute(ELEMENTS.unitShortName)
const LINES_OPEN = `<${ELEMENTS.lines}>`
const LINES_CLOSE = `</${ELEMENTS.lines}>`
const linesElement = branch(ELEMENTS.lines)
const lineElement = branch(ELEMENTS.line)
const characteristic = branch(ELEMENTS.characteristic)
const taxRateElement = branch(ELEMENTS.taxRate)
const propertyElement = branch(ELEMENTS.propertyValues)

export const writeLines = list(ELEMENTS.lines, writeLine)
const writeCharacteristics = list(ELEMENTS.characteristics, writeCharacteristic)
const writeTaxRates = list(ELEMENTS.taxRates, writeTaxRate)
const writeGroups = list(ELEMENTS.groups, id)
const writeProperties = list(ELEMENTS.properties, writePropertyValues)
const writeLineWarehouses = list(ELEMENTS.warehouses, (item: LineWarehouse) =>
  writeWarehouse(item, quantity(item.quantity)),
)
