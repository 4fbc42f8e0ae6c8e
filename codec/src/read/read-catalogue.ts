import type { CatalogueEntry, CatalogueSection } from '../model/catalogue.js'
import { ELEMENTS } from '../model/names.js'
import { parseFlag } from '../model/values.js'
import type { XmlNode } from '../xml/xml-node.js'
import {
  readGroups,
  readItem,
  readMeasureUnit,
  readOffer,
  readPriceType,
  readStockWarehouse,
} from './read-item.js'
import { createPieceReader, type PieceReader, type ReadOptions } from './read-pieces.js'

/**
 * What a file of a catalogue says (`import*.xml`, `offers*.xml`, prices, rests; CommerceML 2.04–2.10, and
 * 3.1), one thing at a time while the file arrives: memory doesn't grow with it. Namespaces don't matter, nor
 * the order of elements, nor what is absent. What it doesn't know is passed over, documents too.
 *
 * @throws CommercemlError alone, whatever the bytes are; entries before the error have been given by then
 *
 * @example
 * const reader = createCatalogueReader()
 * for await (const piece of createReadStream('import0_1.xml'))
 *   for (const entry of reader.push(piece)) if (entry.kind === 'item') console.log(entry.id, entry.name)
 */
export function createCatalogueReader(options: ReadOptions = {}): CatalogueReader {
  return createPieceReader<CatalogueEntry>(
    {
      isCollected(name, ancestors, attributes, emit) {
        if (ancestors.length === 1) {
          const section = SECTIONS[name]
          if (section !== undefined) emit(sectionOf(name, section, attributes))
          return false
        }
        const section = SECTIONS[ancestors[1]!]
        return section !== undefined && (isIdentity(name, ancestors, section) || isInList(name, ancestors))
      },
      skipped: SKIPPED,
      node(node, emit) {
        switch (node.name) {
          case ELEMENTS.id:
          case ELEMENTS.catalogId:
            return node.text === '' ? undefined : emit({ kind: 'catalogue-id', id: node.text })
          case ELEMENTS.line:
            return readItem(node, emit)
          case ELEMENTS.offer:
            return readOffer(node, emit)
          case ELEMENTS.group:
            return readGroups(node, emit)
          case ELEMENTS.priceType:
            return readPriceType(node, emit)
          case ELEMENTS.warehouse:
            return readStockWarehouse(node, emit)
          default:
            return readMeasureUnit(node, emit)
        }
      },
    },
    options,
  )
}

export type CatalogueReader = PieceReader<CatalogueEntry>

/** Whether an element stands in its list, or directly in the section, since some senders omit the list. */
function isInList(name: string, ancestors: readonly string[]): boolean {
  const list = LISTS[name]
  return list !== undefined && (ancestors.length === 2 || (ancestors.length === 3 && ancestors[2] === list))
}

function isIdentity(
  name: string,
  ancestors: readonly string[],
  section: CatalogueSection['section'],
): boolean {
  return ancestors.length === 2 && name === (section === 'offers' ? ELEMENTS.catalogId : ELEMENTS.id)
}

function sectionOf(
  name: string,
  section: CatalogueSection['section'],
  attributes: readonly XmlNode[],
): CatalogueSection {
  const flag = attributes.find(({ name }) => name === ELEMENTS.changesOnly)?.text
  const changes = parseFlag(flag ?? '') === true
  return { kind: 'section', section, changesOnly: changes || name === ELEMENTS.offerChanges }
}

const SECTIONS: Readonly<Record<string, CatalogueSection['section']>> = {
  __proto__: null as never,
  [ELEMENTS.classifier]: 'classifier',
  [ELEMENTS.catalogue]: 'catalogue',
  [ELEMENTS.offers]: 'offers',
  [ELEMENTS.offerChanges]: 'offers',
}

const LISTS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  [ELEMENTS.line]: ELEMENTS.lines,
  [ELEMENTS.offer]: ELEMENTS.offerList,
  [ELEMENTS.group]: ELEMENTS.groups,
  [ELEMENTS.priceType]: ELEMENTS.priceTypes,
  [ELEMENTS.warehouse]: ELEMENTS.warehouses,
  [ELEMENTS.measureUnit]: ELEMENTS.measureUnits,
}

/** Texts and lists for a shop's pages; they make up most of a large file. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...[
    ELEMENTS.description,
    ELEMENTS.picture,
    ELEMENTS.properties,
    ELEMENTS.propertyValues,
    ELEMENTS.addressText,
  ],
])
