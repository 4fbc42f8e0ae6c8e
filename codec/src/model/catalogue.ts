import type { Characteristic, Unit } from './line.js'
import type { Money, Quantity } from './parts.js'
import type { Received } from './received.js'

/** A `Каталог` or a package of offers begins; the entries that follow belong to it. */
export interface CatalogueSection {
  kind: 'section'
  section: 'classifier' | 'catalogue' | 'offers'
  /** `СодержитТолькоИзменения`: what the file doesn't mention is unchanged. Absent means no. */
  changesOnly: boolean
}

/** The catalogue that a section is about: `Ид` of a `Каталог` or `Классификатор`, `ИдКаталога` of offers. */
export interface CatalogueIdentity {
  kind: 'catalogue-id'
  id: string
}

/** `Группа` of the classifier; its subgroups follow it. */
export interface CatalogueGroup {
  kind: 'group'
  id: string
  parentId?: string
  name?: string
  deleted: boolean
}

/** `ТипЦены`. */
export interface PriceType {
  kind: 'price-type'
  id: string
  name?: string
  /** `Валюта` as it stands. */
  currency?: string
  /** `Налог/УчтеноВСумме`: the prices include VAT. */
  vatIncluded?: boolean
  deleted: boolean
}

/** `Склад` of the list before the offers. */
export interface StockWarehouse {
  kind: 'warehouse'
  id: string
  name?: string
  deleted: boolean
}

/** `ЕдиницаИзмерения` of a 3.x classifier: items there refer to their unit by `id` only. */
export interface MeasureUnit {
  kind: 'unit'
  id: string
  unit: Received<Unit>
}

/** What a `Товар` of a catalogue and a `Предложение` have in common. */
interface Described {
  id: string
  barcode?: string
  article?: string
  name?: string
  unit?: Received<Unit>
  /** `СтавкиНалогов/СтавкаНалога/Ставка` of the VAT, as it stands: `20`, `Без НДС`. */
  vatRate?: string
  /** `ПометкаУдаления`, or the status «Удален». */
  deleted: boolean
}

/** `Товар` of a catalogue. `id` is a GUID, or `GUID#GUID` for one of its characteristics. */
export interface CatalogueItem extends Described {
  kind: 'item'
  groupIds?: string[]
  /** Requisite «Полное наименование», which is printed on documents. */
  fullName?: string
  /** Requisite «ТипНоменклатуры»: `Товар`, `Услуга`. */
  itemType?: string
  /** Given where the catalogue lists each characteristic separately. */
  characteristics?: Characteristic[]
}

export interface OfferPrice {
  typeId: string
  price: Money
  currency?: string
  unit?: string
}

export interface OfferStock {
  warehouseId: string
  quantity: Quantity
}

/** `Предложение`: prices and stock of an item, or of one of its characteristics (`GUID#GUID`). */
export interface CatalogueOffer extends Described {
  kind: 'offer'
  characteristics?: Characteristic[]
  prices?: OfferPrice[]
  /** `Количество`, in all warehouses together. */
  quantity?: Quantity
  stock?: OfferStock[]
}

/** The content of a catalogue file, one entry at a time, in the order of the file. */
export type CatalogueEntry =
  | CatalogueSection
  | CatalogueIdentity
  | CatalogueGroup
  | PriceType
  | StockWarehouse
  | MeasureUnit
  | CatalogueItem
  | CatalogueOffer
