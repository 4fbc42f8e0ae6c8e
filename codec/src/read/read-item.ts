import type {
  CatalogueEntry,
  CatalogueGroup,
  CatalogueItem,
  CatalogueOffer,
  OfferPrice,
  OfferStock,
} from '../model/catalogue.js'
import type { Characteristic, TaxRate, Unit } from '../model/line.js'
import { ELEMENTS, REQUISITES, WORDS } from '../model/names.js'
import type { Requisite } from '../model/parts.js'
import type { Received } from '../model/received.js'
import { parseFlag, requisiteValue } from '../model/values.js'
import { childText, items, type XmlNode } from '../xml/xml-node.js'
import { characteristics, taxRates, unit } from './read-line.js'
import { decimal, flag, requisites, taxes, text, textOf } from './read-parts.js'
import { type Field, type Fields, list, type Reader, record, wrappedList } from './record.js'

type Give = (entry: CatalogueEntry) => void

/** Marks of something that 1C no longer sells. */
interface Marks {
  deletionMark?: boolean
  status?: string
}

const MARKS: Fields<Marks> = { deletionMark: flag(ELEMENTS.deletionMark), status: text(ELEMENTS.itemStatus) }

interface Named extends Marks {
  id?: string
  name?: string
}

const NAMED: Fields<Named> = { ...MARKS, id: text(ELEMENTS.id), name: text(ELEMENTS.name) }

const readNamed = record(NAMED)

/** A `Группа` and all groups within it, parents first. */
export function readGroups(node: XmlNode, emit: Give, parentId?: string): void {
  const fields = readNamed(node)
  if (fields?.id !== undefined) {
    const group: CatalogueGroup = { kind: 'group', id: fields.id, deleted: isDeleted(fields) }
    if (parentId !== undefined) group.parentId = parentId
    if (fields.name !== undefined) group.name = fields.name
    emit(group)
  }
  const inside = fields?.id ?? parentId
  for (const inner of items(node, ELEMENTS.groups, ELEMENTS.group)) readGroups(inner, emit, inside)
}

const readPriceTypeFields = record<Named & { currency?: string; taxes?: { included?: boolean }[] }>({
  ...NAMED,
  currency: text(ELEMENTS.currency),
  taxes,
})

export function readPriceType(node: XmlNode, emit: Give): void {
  const fields = readPriceTypeFields(node)
  if (fields?.id === undefined) return
  const { id, name, currency } = fields
  const vatIncluded = fields.taxes?.[0]?.included
  emit(known({ kind: 'price-type', id, name, currency, vatIncluded, deleted: isDeleted(fields) }))
}

export function readStockWarehouse(node: XmlNode, emit: Give): void {
  const fields = readNamed(node)
  if (fields?.id === undefined) return
  emit(known({ kind: 'warehouse', id: fields.id, name: fields.name, deleted: isDeleted(fields) }))
}

/** `ЕдиницаИзмерения` of a 3.x classifier. */
export function readMeasureUnit(node: XmlNode, emit: Give): void {
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
  emit({ kind: 'unit', id, unit })
}

interface Described extends Named {
  barcode?: string
  article?: string
  unit?: Received<Unit>
  taxRates?: Received<TaxRate>[]
  characteristics?: Characteristic[]
}

const DESCRIBED: Fields<Described> = {
  ...NAMED,
  barcode: text(ELEMENTS.barcode),
  article: text(ELEMENTS.article),
  unit,
  taxRates,
  characteristics,
}

const readItemFields = record<Described & { groupIds?: string[]; requisites?: Requisite[] }>({
  ...DESCRIBED,
  groupIds: wrappedList(ELEMENTS.groups, ELEMENTS.id, textOf),
  requisites,
})

export function readItem(node: XmlNode, emit: Give): void {
  const fields = readItemFields(node)
  if (fields?.id === undefined) return
  const { requisites, groupIds } = fields
  const isMarked = parseFlag(requisiteValue(requisites, REQUISITES.deletionMark) ?? '') === true
  emit(
    known<CatalogueItem>({
      kind: 'item',
      id: withoutRepeatedHalf(fields.id),
      ...described(fields),
      groupIds,
      fullName: requisiteValue(requisites, REQUISITES.fullItemName),
      itemType: requisiteValue(requisites, REQUISITES.itemType),
      deleted: isMarked || isDeleted(fields),
    }),
  )
}

interface OfferFields extends Described {
  characteristicId?: string
  prices?: OfferPrice[]
  quantity?: string
  warehouses?: StockFields[]
  rests?: (StockFields & { warehouses?: StockFields[] })[]
}

/** 2.x: `Склад` with attributes, in changes of offers `Склады`; 3.x: `Остатки/Остаток/Склад`. */
interface StockFields {
  warehouseId?: string
  id?: string
  warehouseQuantity?: string
  quantity?: string
}

const STOCK: Fields<StockFields> = {
  warehouseId: text(ELEMENTS.warehouseId),
  id: text(ELEMENTS.id),
  warehouseQuantity: decimal(ELEMENTS.warehouseQuantity),
  quantity: decimal(ELEMENTS.quantity),
}
const readStock = record(STOCK)
const stockInList = list(ELEMENTS.warehouses, ELEMENTS.warehouse, readStock)
const stockIn: Field<StockFields[]> = {
  ...stockInList,
  read(node, before) {
    const own = node.name === ELEMENTS.warehouses ? readStock(node) : undefined
    if (own === undefined) return stockInList.read(node, before)
    if (before === undefined) return [own]
    before.push(own)
    return before
  },
}

const readOfferFields = record<OfferFields>({
  ...DESCRIBED,
  characteristicId: text(ELEMENTS.characteristicId),
  prices: list(ELEMENTS.priceList, ELEMENTS.priceOfType, priceReader()),
  quantity: decimal(ELEMENTS.quantity),
  warehouses: stockIn,
  rests: list(
    ELEMENTS.rests,
    ELEMENTS.rest,
    record<StockFields & { warehouses?: StockFields[] }>({ ...STOCK, warehouses: stockIn }),
  ),
})

const NO_ID = '00000000-0000-0000-0000-000000000000'

/** In changes of offers the characteristic has an element of its own, beside the id of the item. */
export function readOffer(node: XmlNode, emit: Give): void {
  const fields = readOfferFields(node)
  if (fields?.id === undefined) return
  const { id, characteristicId = NO_ID } = fields
  const isPlain = id.includes('#') || characteristicId === NO_ID
  emit(
    known<CatalogueOffer>({
      kind: 'offer',
      id: withoutRepeatedHalf(isPlain ? id : `${id}#${characteristicId}`),
      ...described(fields),
      prices: fields.prices,
      quantity: fields.quantity ?? totalStockOf(fields),
      stock: stockOf(fields),
      deleted: isDeleted(fields),
    }),
  )
}

function described({ barcode, article, name, unit, taxRates, characteristics }: Described) {
  return { barcode, article, name, unit, vatRate: taxRates?.find(isVat)?.rate, characteristics }
}

function isVat({ name }: Received<TaxRate>): boolean {
  return name === undefined || name.trim().toUpperCase() === WORDS.vat
}

/** Two equal halves mean an item without a characteristic. */
function withoutRepeatedHalf(id: string): string {
  const at = id.indexOf('#')
  if (at < 0) return id
  const [item, characteristic] = [id.slice(0, at), id.slice(at + 1)]
  return characteristic === '' || item.toLowerCase() === characteristic.toLowerCase() ? item : id
}

function priceReader(): Reader<OfferPrice> {
  const read = record<Partial<OfferPrice>>({
    typeId: text(ELEMENTS.priceTypeId),
    price: decimal(ELEMENTS.price),
    currency: text(ELEMENTS.currency),
    unit: text(ELEMENTS.packageUnit),
  })
  return node => {
    const fields = read(node)
    return fields?.typeId === undefined || fields.price === undefined ? undefined : (fields as OfferPrice)
  }
}

function stockOf({ warehouses = [], rests = [] }: OfferFields): OfferStock[] | undefined {
  const places = [...warehouses, ...rests.flatMap(rest => rest.warehouses ?? [rest])]
  const stock = places.flatMap(place => {
    const warehouseId = place.warehouseId ?? place.id
    const quantity = place.warehouseQuantity ?? place.quantity
    return warehouseId === undefined || quantity === undefined ? [] : [{ warehouseId, quantity }]
  })
  return stock.length === 0 ? undefined : stock
}

/** The total of all warehouses in 3.x: an `Остаток` without a warehouse. */
function totalStockOf({ rests }: OfferFields): string | undefined {
  return rests?.find(rest => rest.quantity !== undefined && (rest.warehouseId ?? rest.id) === undefined)
    ?.quantity
}

function isDeleted({ deletionMark, status }: Marks): boolean {
  return deletionMark === true || (status !== undefined && /^удал[её]н/i.test(status))
}

function known<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const fields: Partial<T> = {}
  for (const key in object) if (object[key] !== undefined) fields[key] = object[key]
  return fields as T
}
