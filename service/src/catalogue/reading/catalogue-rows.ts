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
import type { CatalogueLimits } from '../catalogue.js'
import { articleKey, foldText, ID_LENGTH, kindOf, SORT_LENGTH, searchTexts, vatOf } from '../item-facts.js'

export interface CatalogueSetup {
  /** Only reads to the end and counts, for a file that may turn out to be unreadable. */
  check: boolean
  limits: Pick<CatalogueLimits, 'textLength' | 'listLength'>
}

/** A row to be applied, as JSON text for the statement that saves it. */
export interface CatalogueRow {
  table: 'item' | 'offer' | 'reference'
  /** A statement can't contain two rows with the same key. */
  key: string
  json: string
}

/** The totals of a file. */
export interface CatalogueSummary {
  /** The catalogue that it is about; null if it names none. */
  catalogueId: string | null
  items: number
  offers: number
  /** Groups, price types, warehouses and units. */
  references: number
  /** Of all offers together. */
  prices: number
  /** It contains a whole catalogue with items; a whole but empty one removes nothing. */
  wholeItems: boolean
  /**
   * It contains a whole package of offers with descriptions; lists of prices and stock name only items that
   * have some.
   */
  wholeOffers: boolean
}

export type CatalogueFound = { row: CatalogueRow } | { summary: CatalogueSummary }

/** Turns a catalogue file into rows to be applied, and its totals at the end. */
export function openCatalogueRows(
  readLimits: ReadLimits,
  { check, limits }: CatalogueSetup,
): PieceReader<CatalogueFound> {
  const reader = createCatalogueReader(readLimits)
  const summary: CatalogueSummary = {
    catalogueId: null,
    items: 0,
    offers: 0,
    references: 0,
    prices: 0,
    wholeItems: false,
    wholeOffers: false,
  }
  const write = rowWriter(limits)
  let changesOnly = true
  let section: CatalogueSection['section'] = 'classifier'
  /** The id of a classifier counts only where nothing follows it. */
  let named = false
  function count(entry: CatalogueEntry): void {
    if (entry.kind === 'section') {
      changesOnly = entry.changesOnly
      section = entry.section
    } else if (entry.kind === 'catalogue-id') {
      if (!named) summary.catalogueId = entry.id.replace(BLANKS, ' ').trim().slice(0, ID_LENGTH) || null
      named ||= section !== 'classifier'
    } else if (entry.kind === 'item') {
      summary.items++
      if (!changesOnly) summary.wholeItems = true
    } else if (entry.kind !== 'offer') summary.references++
    else {
      summary.offers++
      summary.prices += entry.prices?.length ?? 0
      if (!changesOnly && entry.name !== undefined) summary.wholeOffers = true
    }
  }
  function* rows(entries: Iterable<CatalogueEntry>): Generator<CatalogueFound> {
    for (const entry of entries) {
      count(entry)
      const isRow = entry.kind !== 'section' && entry.kind !== 'catalogue-id'
      const row = check || !isRow ? undefined : write(entry)
      if (row) yield { row }
    }
  }
  return {
    push: piece => rows(reader.push(piece)),
    *end() {
      yield* rows(reader.end())
      yield { summary }
    },
  }
}

type Described = Pick<
  CatalogueItem | CatalogueOffer,
  'name' | 'article' | 'barcode' | 'unit' | 'vatRate' | 'deleted' | 'id'
>

function rowWriter({ textLength, listLength }: CatalogueSetup['limits']) {
  const text = (value: string | undefined): string | null => {
    if (value === undefined) return null
    const plain = unescapeText(value).replace(BLANKS, ' ').trim()
    // PostgreSQL can't store half a surrogate pair.
    return plain === '' ? null : plain.slice(0, textLength).replace(HALF_PAIR, '')
  }
  const idOf = (value: string | undefined): string | null => {
    const id = text(value)
    return id !== null && id.length <= ID_LENGTH ? id : null
  }
  const list = <T>(values: readonly T[] | undefined): readonly T[] | undefined => values?.slice(0, listLength)
  const characteristicsOf = ({ characteristics }: CatalogueItem | CatalogueOffer) =>
    list(characteristics)?.map(({ name, value }) => ({ name: text(name) ?? '', value: text(value) ?? '' }))
  const described = (
    { id, name, article, barcode, unit, vatRate, deleted }: Described,
    more: readonly (string | null)[] = [],
  ) => {
    const names = { name: text(name), article: text(article), barcode: text(barcode) }
    const key = idOf(id)
    return {
      id: key,
      base: key?.split('#')[0],
      ...names,
      articleKey: articleKey(names.article),
      unitCode: text(unit?.code),
      unitName: text(unit?.text ?? unit?.shortName ?? unit?.fullName),
      vat: vatOf(text(vatRate)),
      state: deleted ? 'deleted' : 'current',
      ...searchTexts({ ...names, more }),
    }
  }

  function itemRow(item: CatalogueItem) {
    const fullName = text(item.fullName)
    const characteristics = characteristicsOf(item)
    const row = described(item, [fullName, ...(characteristics ?? []).map(({ value }) => value)])
    const name = row.name ?? fullName ?? ''
    return {
      ...row,
      name,
      fullName,
      sortKey: sortKey(name),
      kind: kindOf(item.itemType),
      characteristics,
      groups: list(item.groupIds)?.flatMap(id => idOf(id) ?? []) ?? [],
    }
  }

  function offerRow(offer: CatalogueOffer) {
    const row = described(offer)
    return {
      ...row,
      sortKey: row.name === null ? null : sortKey(row.name),
      characteristics: characteristicsOf(offer),
      prices: list(offer.prices)?.map(({ typeId, price, currency, unit }) => ({
        typeId: text(typeId),
        price: text(price),
        currency: text(currency),
        unit: text(unit),
      })),
      quantity: text(offer.quantity),
      stock: list(offer.stock)?.map(({ warehouseId, quantity }) => ({
        warehouseId: text(warehouseId),
        quantity: text(quantity),
      })),
    }
  }

  return (entry: Exclude<CatalogueEntry, CatalogueSection | CatalogueIdentity>): CatalogueRow | undefined => {
    const id = idOf(entry.id)
    // Too long, or empty: no id of 1C.
    if (id === null) return undefined
    if (entry.kind === 'item' || entry.kind === 'offer') {
      const row = entry.kind === 'item' ? itemRow(entry) : offerRow(entry)
      return { table: entry.kind, key: id, json: JSON.stringify(row) }
    }
    const { kind } = entry
    const row =
      kind === 'unit'
        ? {
            name: text(entry.unit.text ?? entry.unit.fullName) ?? '',
            details: { code: text(entry.unit.code) },
            state: 'current',
          }
        : {
            name: text(entry.name) ?? '',
            parent: kind === 'group' ? idOf(entry.parentId) : null,
            details:
              kind === 'price-type'
                ? { currency: text(entry.currency), vatIncluded: entry.vatIncluded ?? null }
                : {},
            state: entry.deleted ? 'deleted' : 'current',
          }
    const json = JSON.stringify({ kind, id, ...row })
    return { table: 'reference', key: `${kind} ${id}`, json }
  }
}

function sortKey(name: string): string {
  return foldText(name).slice(0, SORT_LENGTH).replace(HALF_PAIR, '')
}

const BLANKS = /\s+/g
const HALF_PAIR = /[\ud800-\udbff]$/
