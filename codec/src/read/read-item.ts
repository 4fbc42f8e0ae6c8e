import type {
  CatalogueEntry,
  CatalogueGroup,
  CatalogueItem,
  CatalogueOffer,
  OfferPrice,
  OfferStock,
} from '../model/catalogue.js'
import { ELEMENTS, REQUISITES, WORDS } from '../model/names.js'
import { parseFlag, requisiteValue } from '../model/values.js'
import { childText, items, readList, wrappedItems, type XmlNode } from '../xml/xml-node.js'
import { readCharacteristics, readUnit } from './read-line.js'
import { readDecimal, readFlag, readRequisites, readTaxes } from './read-parts.js'

type Give = (entry: CatalogueEntry) => void

/** A `Группа` and all groups within it, parents first. */
export function readGroups(node: XmlNode, give: Give, parentId?: string): void {
  const id = childText(node, ELEMENTS.id)
  if (id !== undefined) {
    const group: CatalogueGroup = { kind: 'group', id, deleted: isDeleted(node) }
    const name = childText(node, ELEMENTS.name)
    if (parentId !== undefined) group.parentId = parentId
    if (name !== undefined) group.name = name
    give(group)
  }
  for (const inner of items(node, ELEMENTS.groups, ELEMENTS.group)) readGroups(inner, give, id ?? parentId)
}

export function readPriceType(node: XmlNode, give: Give): void {
  const id = childText(node, ELEMENTS.id)
  if (id === undefined) return
  const vatIncluded = readTaxes(node)?.[0]?.included
  give(
    known({
      kind: 'price-type',
      id,
      name: childText(node, ELEMENTS.name),
      currency: childText(node, ELEMENTS.currency),
      vatIncluded,
      deleted: isDeleted(node),
    }),
  )
}

export function readStockWarehouse(node: XmlNode, give: Give): void {
  const id = childText(node, ELEMENTS.id)
  if (id === undefined) return
  give(known({ kind: 'warehouse', id, name: childText(node, ELEMENTS.name), deleted: isDeleted(node) }))
}

/** `ЕдиницаИзмерения` of a 3.x classifier. */
export function readMeasureUnit(node: XmlNode, give: Give): void {
  const code = childText(node, ELEMENTS.unitCode)?.trim()
  const id = childText(node, ELEMENTS.id) ?? code
  if (id === undefined) return
  const shortName = childText(node, ELEMENTS.unitShortName)
  const unit = known({
    text: shortName,
    code,
    fullName: childText(node, ELEMENTS.unitFullName),
    international: childText(node, ELEMENTS.unitInternational),
  })
  give({ kind: 'unit', id, unit })
}

export function readItem(node: XmlNode, give: Give): void {
  const id = idOf(node)
  if (id === undefined) return
  const requisites = readRequisites(node)
  give(
    known<CatalogueItem>({
      kind: 'item',
      id,
      ...described(node),
      groupIds: readList(wrappedItems(node, ELEMENTS.groups, ELEMENTS.id), ({ text }) =>
        text === '' ? undefined : text,
      ),
      fullName: requisiteValue(requisites, REQUISITES.fullItemName),
      itemType: requisiteValue(requisites, REQUISITES.itemType),
      characteristics: readCharacteristics(node),
      deleted:
        isDeleted(node) || parseFlag(requisiteValue(requisites, REQUISITES.deletionMark) ?? '') === true,
    }),
  )
}

export function readOffer(node: XmlNode, give: Give): void {
  const id = idOf(node)
  if (id === undefined) return
  give(
    known<CatalogueOffer>({
      kind: 'offer',
      id,
      ...described(node),
      characteristics: readCharacteristics(node),
      prices: readList(items(node, ELEMENTS.priceList, ELEMENTS.priceOfType), readPrice),
      quantity: readDecimal(node, ELEMENTS.quantity) ?? restOf(node),
      stock: readStock(node),
      deleted: isDeleted(node),
    }),
  )
}

function described(node: XmlNode) {
  return {
    barcode: childText(node, ELEMENTS.barcode),
    article: childText(node, ELEMENTS.article),
    name: childText(node, ELEMENTS.name),
    unit: readUnit(node),
    vatRate: vatRateOf(node),
  }
}

/** Two equal halves mean an item without a characteristic. */
function idOf(node: XmlNode): string | undefined {
  const id = childText(node, ELEMENTS.id)
  if (id === undefined) return undefined
  const at = id.indexOf('#')
  if (at < 0) return id
  const [item, characteristic] = [id.slice(0, at), id.slice(at + 1)]
  return characteristic === '' || item.toLowerCase() === characteristic.toLowerCase() ? item : id
}

function vatRateOf(node: XmlNode): string | undefined {
  for (const rate of items(node, ELEMENTS.taxRates, ELEMENTS.taxRate)) {
    const name = childText(rate, ELEMENTS.name)
    if (name === undefined || name.trim().toUpperCase() === WORDS.vat) return childText(rate, ELEMENTS.rate)
  }
  return undefined
}

function readPrice(node: XmlNode): OfferPrice | undefined {
  const typeId = childText(node, ELEMENTS.priceTypeId)
  const price = readDecimal(node, ELEMENTS.price)
  if (typeId === undefined || price === undefined) return undefined
  return known<OfferPrice>({
    typeId,
    price,
    currency: childText(node, ELEMENTS.currency),
    unit: childText(node, ELEMENTS.packageUnit),
  })
}

/** 2.x: `Склад` with attributes in the offer; 3.x: `Остатки/Остаток/Склад`. */
function readStock(node: XmlNode): OfferStock[] | undefined {
  const places = [...items(node, ELEMENTS.warehouses, ELEMENTS.warehouse)]
  for (const rest of items(node, ELEMENTS.rests, ELEMENTS.rest)) {
    const inside = items(rest, ELEMENTS.warehouses, ELEMENTS.warehouse)
    places.push(...(inside.length > 0 ? inside : [rest]))
  }
  return readList(places, place => {
    const warehouseId = childText(place, ELEMENTS.warehouseId) ?? childText(place, ELEMENTS.id)
    const quantity = readDecimal(place, ELEMENTS.warehouseQuantity) ?? readDecimal(place, ELEMENTS.quantity)
    return warehouseId === undefined || quantity === undefined ? undefined : { warehouseId, quantity }
  })
}

/** The total of all warehouses in 3.x: an `Остаток` without a warehouse. */
function restOf(node: XmlNode): string | undefined {
  for (const rest of items(node, ELEMENTS.rests, ELEMENTS.rest)) {
    const of = childText(rest, ELEMENTS.warehouseId) ?? childText(rest, ELEMENTS.id)
    const quantity = of === undefined ? readDecimal(rest, ELEMENTS.quantity) : undefined
    if (quantity !== undefined) return quantity
  }
  return undefined
}

function isDeleted(node: XmlNode): boolean {
  if (readFlag(node, ELEMENTS.deletionMark) === true) return true
  const status = childText(node, ELEMENTS.itemStatus)
  return status !== undefined && /^удал[её]н/i.test(status)
}

/** Without what is not told. */
function known<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const told: Partial<T> = {}
  for (const key in object) if (object[key] !== undefined) told[key] = object[key]
  return told as T
}
