import type { OrderLine } from '@obmen/contract'
import { differences } from '../../catalogue/links/compare.js'
import type { SentItem } from '../../catalogue/links/sent-items.js'
import type { PreflightInput } from '../preflight-input.js'
import { MODULES } from '../texts/texts-sources.js'
import { ALL, type Rule } from './rule.js'
import { shown } from './sums.js'

/** What happens to lines that are sent as items of the 1C's own catalogue. */
export const LINKED_ITEM_RULES: readonly Rule[] = [
  {
    code: 'linked-item-gone',
    severity: 'loses',
    clients: ALL,
    about:
      'The item that a line is linked to is gone from the catalogue of 1C, or marked for deletion there: 1C puts a deleted item into the document, or makes a new one.',
    source: MODULES.all,
    alike: true,
    silentOfPlain: true,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (item.state !== 'current')
          report({
            path: `/lines/${index}/id`,
            params: {
              line: index + 1,
              id: shown(line.id),
              item: shown(item.name ?? item.itemId),
              state: item.state,
            },
          })
    },
  },
  {
    code: 'unit-differs',
    severity: 'loses',
    clients: ALL,
    about: 'The item is kept in another unit than the line has: 1C takes the quantity as so many of its own.',
    source: MODULES.all,
    alike: true,
    silentOfPlain: true,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (differences(line, item).includes('unit'))
          report({
            path: `/lines/${index}/unit`,
            params: {
              line: index + 1,
              item: shown(item.name ?? item.itemId),
              unit: line.unit,
              itemUnit: item.unit!,
            },
          })
    },
  },
  {
    code: 'vat-differs',
    severity: 'note',
    clients: ALL,
    about: 'The item has another rate of VAT than the line; the document gets that of the line.',
    source: MODULES.sent,
    alike: true,
    silentOfPlain: true,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (differences(line, item).includes('vat'))
          report({
            path: `/lines/${index}/vat`,
            params: {
              line: index + 1,
              item: shown(item.name ?? item.itemId),
              vat: line.vat,
              itemVat: item.vat!,
            },
          })
    },
  },
  {
    code: 'item-name-differs',
    severity: 'note',
    clients: ALL,
    about: 'The name of the item has no word in common with that of the line: the link may be a mistake.',
    source: MODULES.sent,
    alike: true,
    silentOfPlain: true,
    check(input, report) {
      for (const { line, item, index } of linkedLines(input))
        if (item.name !== null && !haveWordInCommon(line.name, item.name))
          report({
            path: `/lines/${index}/name`,
            params: { line: index + 1, name: shown(line.name), item: shown(item.name) },
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

/** Words are compared by their beginning, whatever their form. */
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
