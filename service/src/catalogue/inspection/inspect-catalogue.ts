import type { InspectedFile } from '@obmen/contract/rest'
import type { CatalogueRow } from '../reading/catalogue-rows.js'
import { type CatalogueParsing, catalogueContent } from '../reading/parse-catalogue.js'
import type { CatalogueComparison } from './catalogue-comparison.js'

export type InspectedCatalogue = NonNullable<InspectedFile['catalogue']>
export type InspectedCatalogueEntry = InspectedCatalogue['entries'][number]

/** How much of the catalogue files is still shown; the entry that uses it up is the last. */
export interface ShownRoom {
  entries: number
  characters: number
}

/**
 * Reads a file to its end, and compares it if there is something to compare it with. What is shown of it is
 * taken from `room`.
 * @throws CommercemlError, UploadRefused
 */
export async function inspectCatalogue(
  parsing: CatalogueParsing,
  room: ShownRoom,
  comparison: CatalogueComparison | undefined,
): Promise<InspectedCatalogue> {
  const references: Record<string, number> = {}
  const entries: InspectedCatalogueEntry[] = []
  for await (const part of catalogueContent(parsing)) {
    parsing.signal.throwIfAborted()
    if (!Array.isArray(part)) {
      comparison?.include(part)
      const { items, offers, prices, wholeItems, wholeOffers } = part
      const { group = 0, 'price-type': priceTypes = 0, warehouse = 0 } = references
      const counts = { groups: group, items, offers, prices, priceTypes, warehouses: warehouse }
      return { wholeItems, wholeOffers, ...counts, entries }
    }
    const outcomes = await comparison?.compare(part)
    for (const row of part) {
      if (row.table === 'reference') {
        const kind = row.key.slice(0, row.key.indexOf(' '))
        references[kind] = (references[kind] ?? 0) + 1
      } else if (room.entries > 0 && room.characters > 0) {
        const entry = entryOf(row, row.table, outcomes?.get(row.key) ?? null)
        entries.push(entry)
        room.entries--
        room.characters -= JSON.stringify(entry).length
      }
    }
  }
  throw new Error('a catalogue file has no summary')
}

interface RowFacts {
  state: string
  name: string | null
  article: string | null
  unit_name: string | null
  vat: string | null
  quantity: string | null
  characteristics: InspectedCatalogueEntry['characteristics']
  prices: InspectedCatalogueEntry['prices']
}

function entryOf(
  { key, json }: CatalogueRow,
  kind: InspectedCatalogueEntry['kind'],
  outcome: InspectedCatalogueEntry['outcome'],
): InspectedCatalogueEntry {
  const row = JSON.parse(json) as Partial<RowFacts>
  return {
    kind,
    itemId: key,
    name: row.name ?? null,
    article: row.article ?? null,
    unitName: row.unit_name ?? null,
    vat: row.vat ?? null,
    quantity: row.quantity ?? null,
    deleted: row.state === 'deleted',
    characteristics: row.characteristics ?? [],
    prices: (row.prices ?? []).map(({ price, currency }) => ({ price, currency })),
    outcome,
  }
}
