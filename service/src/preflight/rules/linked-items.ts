import type { OrderLine } from '@obmen/contract'
import { differences } from '../../catalogue/links/link.js'
import type { SentItem } from '../../catalogue/links/sent-items.js'
import type { FindingParams } from '../../findings/finding.js'
import { MODULES, type Rule } from './rule.js'
import { shorten } from './sums.js'

/** What happens to lines that are linked to items of the 1C's catalogue. */
export const LINKED_ITEM_RULES: readonly Rule[] = [
  {
    code: 'linked-item-gone',
    severity: 'loses',
    appliesTo: 'all',
    about:
      'The item that a line is linked to is missing in the catalogue of 1C, or marked for deletion there: ' +
      '1C uses the deleted item, or creates a new one.',
    source: MODULES.all,
    check: eachLinkedLine('id', ({ id }, item) =>
      item.state === 'current' ? undefined : { id: shorten(id), item: nameOf(item), state: item.state },
    ),
  },
  {
    code: 'unit-differs',
    severity: 'loses',
    appliesTo: 'all',
    about: 'The item has another unit than the line: 1C takes the quantity to be in its own unit.',
    source: MODULES.all,
    check: eachLinkedLine('unit', (line, item) =>
      differences(line, item).includes('unit')
        ? { item: nameOf(item), unit: line.unit, itemUnit: item.unit! }
        : undefined,
    ),
  },
  {
    code: 'vat-differs',
    severity: 'note',
    appliesTo: 'all',
    about: 'The item has another rate of VAT than the line; the document gets that of the line.',
    source: MODULES.sent,
    check: eachLinkedLine('vat', (line, item) =>
      differences(line, item).includes('vat')
        ? { item: nameOf(item), vat: line.vat, itemVat: item.vat! }
        : undefined,
    ),
  },
  {
    code: 'item-name-differs',
    severity: 'note',
    appliesTo: 'all',
    about: 'The name of the item has no word in common with that of the line: the link may be a mistake.',
    source: MODULES.sent,
    check: eachLinkedLine('name', ({ name }, item) =>
      item.name === null || haveWordInCommon(name, item.name)
        ? undefined
        : { name: shorten(name), item: shorten(item.name) },
    ),
  },
]

/** A check that reports a field of each linked line for which `paramsOf` returns something. */
function eachLinkedLine(
  field: keyof OrderLine,
  paramsOf: (line: OrderLine, item: SentItem) => FindingParams | undefined,
): Rule['check'] {
  return ({ order, items }, report) => {
    if (items === null) return
    for (const [index, line] of order.lines.entries()) {
      const item = items[line.id]
      const params = item && paramsOf(line, item)
      if (params) report({ path: `/lines/${index}/${field}`, params: { line: index + 1, ...params } })
    }
  }
}

function nameOf({ name, itemId }: SentItem): string {
  return shorten(name ?? itemId)
}

/** Whether two names have a word in common, by the beginnings of words: Russian inflects. */
function haveWordInCommon(one: string, other: string): boolean {
  const beginnings = beginningsOf(one)
  for (const beginning of beginningsOf(other)) if (beginnings.has(beginning)) return true
  return false
}

const BEGINNING = 4

function beginningsOf(name: string): Set<string> {
  const words =
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.map(word => word.slice(0, BEGINNING)))
}
