import type { OrderLine } from '@obmen/contract'
import { differences } from '../../catalogue/links/link.js'
import type { SentItem } from '../../catalogue/links/sent-items.js'
import type { PreflightInput } from '../preflight-input.js'
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
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (item.state !== 'current')
          report({
            path: `/lines/${index}/id`,
            params: {
              line: index + 1,
              id: shorten(line.id),
              item: shorten(item.name ?? item.itemId),
              state: item.state,
            },
          })
    },
  },
  {
    code: 'unit-differs',
    severity: 'loses',
    appliesTo: 'all',
    about: 'The item has another unit than the line: 1C takes the quantity to be in its own unit.',
    source: MODULES.all,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (differences(line, item).includes('unit'))
          report({
            path: `/lines/${index}/unit`,
            params: {
              line: index + 1,
              item: shorten(item.name ?? item.itemId),
              unit: line.unit,
              itemUnit: item.unit!,
            },
          })
    },
  },
  {
    code: 'vat-differs',
    severity: 'note',
    appliesTo: 'all',
    about: 'The item has another rate of VAT than the line; the document gets that of the line.',
    source: MODULES.sent,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (differences(line, item).includes('vat'))
          report({
            path: `/lines/${index}/vat`,
            params: {
              line: index + 1,
              item: shorten(item.name ?? item.itemId),
              vat: line.vat,
              itemVat: item.vat!,
            },
          })
    },
  },
  {
    code: 'item-name-differs',
    severity: 'note',
    appliesTo: 'all',
    about: 'The name of the item has no word in common with that of the line: the link may be a mistake.',
    source: MODULES.sent,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (item.name !== null && !haveWordInCommon(line.name, item.name))
          report({
            path: `/lines/${index}/name`,
            params: { line: index + 1, name: shorten(line.name), item: shorten(item.name) },
          })
    },
  },
]

function* linkedLines({
  order,
  items,
}: PreflightInput): Generator<{ line: OrderLine; item: SentItem; index: number }> {
  if (items === null) return
  for (const [index, line] of order.lines.entries()) {
    const item = items[line.id]
    if (item) yield { line, item, index }
  }
}

/**
 * Whether two names have a word in common. Words are compared by their beginning, because of Russian
 * inflection.
 */
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
