import {
  type CatalogueEntry,
  type CatalogueIdentity,
  type CatalogueItem,
  type CatalogueOffer,
  type CatalogueSection,
  createCatalogueReader,
  type PieceReader,
  type ReadLimits,
  unescapeText,
} from '@obmen/codec'
import { articleKey, foldText, ID_LENGTH, kindOf, SORT_LENGTH, searchTexts, vatOf } from '../item-facts.js'

/** Further prices, warehouses and the like of an item are dropped. */
const LIST_LENGTH = 500

export interface CatalogueSetup {
  /** Only reads to the end and counts, for a file that may turn out to be unreadable. */
  check: boolean
  /** Characters; longer texts of an item are truncated. */
  textLimit: number
}

/** A row to be applied, as JSON text for the statement that saves it. */
export interface CatalogueRow {
  table: 'item' | 'offer' | 'reference'
  /** A statement can't contain two rows with the same key. */
  key: string
  json: string
}

export interface CatalogueSummary {
  /** The catalogue that it is about; null if it names none. */
  catalogueId: string | null
  items: number
  offers: number
  /** Groups, price types, warehouses and units. */
  references: number
  prices: number
  /** It contains a whole catalogue with items; a whole but empty one removes nothing. */
  wholeItems: boolean
  /** It contains a whole package of offers with descriptions: lists of prices and stock omit items. */
  wholeOffers: boolean
}

export type CatalogueFound = { row: CatalogueRow } | { summary: CatalogueSummary }

/** Turns a catalogue file into rows to be applied, and its totals at the end. */
export function openCatalogueRows(
  readLimits: ReadLimits,
  { check, textLimit }: CatalogueSetup,
): PieceReader<CatalogueFound> {
  const reader = createCatalogueReader(readLimits)
  const totals = openTotals()
  const write = rowWriter(textLimit)
  function* rows(entries: Iterable<CatalogueEntry>): Generator<CatalogueFound> {
    for (const entry of entries) {
      totals.count(entry)
      const isRow = entry.kind !== 'section' && entry.kind !== 'catalogue-id'
      const row = check || !isRow ? undefined : write(entry)
      if (row) yield { row }
    }
  }
  return {
    push: piece => rows(reader.push(piece)),
    *end() {
      yield* rows(reader.end())
      yield { summary: totals.summary }
    },
  }
}

function openTotals(): { summary: CatalogueSummary; count(entry: CatalogueEntry): void } {
  const summary: CatalogueSummary = {
    catalogueId: null,
    items: 0,
    offers: 0,
    references: 0,
    prices: 0,
    wholeItems: false,
    wholeOffers: false,
  }
  let changesOnly = true
  let section: CatalogueSection['section'] = 'classifier'
  /** The id of a classifier counts only where nothing follows it. */
  let named = false
  function count(entry: CatalogueEntry): void {
    switch (entry.kind) {
      case 'section':
        changesOnly = entry.changesOnly
        section = entry.section
        break
      case 'catalogue-id':
        if (!named) summary.catalogueId = entry.id.replace(BLANKS, ' ').trim().slice(0, ID_LENGTH) || null
        named ||= section !== 'classifier'
        break
      case 'item':
        summary.items++
        summary.wholeItems ||= !changesOnly
        break
      case 'offer':
        summary.offers++
        summary.prices += entry.prices?.length ?? 0
        summary.wholeOffers ||= !changesOnly && entry.name !== undefined
        break
      default:
        summary.references++
    }
  }
  return { summary, count }
}

type RowEntry = Exclude<CatalogueEntry, CatalogueSection | CatalogueIdentity>
type ReferenceEntry = Exclude<RowEntry, CatalogueItem | CatalogueOffer>

/** Writes rows whose fields have the names of the columns that they go into. */
function rowWriter(textLimit: number) {
  const read = valueReader(textLimit)
  return (entry: RowEntry): CatalogueRow | undefined => {
    const id = read.id(entry.id)
    // Too long, or empty: no id of 1C.
    if (id === null) return undefined
    if (entry.kind === 'item' || entry.kind === 'offer')
      return { table: entry.kind, key: id, json: JSON.stringify(itemRow(entry, id, read)) }
    const json = JSON.stringify(referenceRow(entry, id, read))
    return { table: 'reference', key: `${entry.kind} ${id}`, json }
  }
}

type ValueReader = ReturnType<typeof valueReader>

function valueReader(textLimit: number) {
  const text = (value: string | undefined): string | null => {
    if (value === undefined) return null
    const plain = unescapeText(value).replace(BLANKS, ' ').trim()
    // PostgreSQL can't store half a surrogate pair.
    return plain === '' ? null : plain.slice(0, textLimit).replace(HALF_PAIR, '')
  }
  const id = (value: string | undefined): string | null => {
    const id = text(value)
    return id !== null && id.length <= ID_LENGTH ? id : null
  }
  const list = <T, Row>(values: readonly T[] | undefined, toRow: (value: T) => Row): Row[] | undefined =>
    values?.slice(0, LIST_LENGTH).map(toRow)
  return { text, id, list }
}

function itemRow(entry: CatalogueItem | CatalogueOffer, id: string, { text, id: idOf, list }: ValueReader) {
  const { unit } = entry
  const isItem = entry.kind === 'item'
  const fullName = isItem ? text(entry.fullName) : null
  const characteristics = list(entry.characteristics, ({ name, value }) => ({
    name: text(name) ?? '',
    value: text(value) ?? '',
  }))
  const [own, article, barcode] = [text(entry.name), text(entry.article), text(entry.barcode)]
  const more = isItem ? [fullName, ...(characteristics ?? []).map(({ value }) => value)] : []
  const name = isItem ? (own ?? fullName ?? '') : own
  return {
    item_id: id,
    base_id: id.split('#')[0],
    state: entry.deleted ? 'deleted' : 'current',
    name,
    sort_key: name === null ? null : sortKey(name),
    article,
    article_key: articleKey(article),
    barcode,
    unit_code: text(unit?.code),
    unit_name: text(unit?.text ?? unit?.shortName ?? unit?.fullName),
    vat: vatOf(text(entry.vatRate)),
    characteristics,
    ...searchTexts({ name: own, article, barcode, more }),
    ...(isItem
      ? {
          full_name: fullName,
          kind: kindOf(entry.itemType),
          group_ids: list(entry.groupIds, idOf)?.filter(id => id !== null) ?? [],
        }
      : offerFacts(entry, { text, list })),
  }
}

const offerFacts = (
  { prices, quantity, stock }: CatalogueOffer,
  { text, list }: Pick<ValueReader, 'text' | 'list'>,
) => ({
  prices: list(prices, ({ typeId, price, currency, unit }) => ({
    typeId: text(typeId),
    price: text(price),
    currency: text(currency),
    unit: text(unit),
  })),
  quantity: text(quantity),
  stock: list(stock, ({ warehouseId, quantity }) => ({
    warehouseId: text(warehouseId),
    quantity: text(quantity),
  })),
})

function referenceRow(entry: ReferenceEntry, id: string, { text, id: idOf }: ValueReader) {
  const { kind } = entry
  if (kind === 'unit') {
    const { code, text: name, fullName } = entry.unit
    return { kind, id, name: text(name ?? fullName) ?? '', details: { code: text(code) }, state: 'current' }
  }
  const isPriceType = kind === 'price-type'
  return {
    kind,
    id,
    name: text(entry.name) ?? '',
    parent: kind === 'group' ? idOf(entry.parentId) : null,
    details: isPriceType ? { currency: text(entry.currency), vatIncluded: entry.vatIncluded ?? null } : {},
    state: entry.deleted ? 'deleted' : 'current',
  }
}

const sortKey = (name: string): string => foldText(name).slice(0, SORT_LENGTH).replace(HALF_PAIR, '')

const BLANKS = /\s+/g
const HALF_PAIR = /[\ud800-\udbff]$/
