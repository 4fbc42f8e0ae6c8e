import { WORDS } from '@obmen/codec'
import { namesDiffer } from '../../orders/warnings/item-names.js'
import { type ComparingRule, ITEM_NAME_LENGTH, MODULES, type Rule } from './rule.js'
import { shorten } from './sums.js'

const ITEM_ID_REUSED: ComparingRule = {
  code: 'item-id-reused',
  severity: 'loses',
  appliesTo: 'named',
  about:
    'The id of a line is bound to an item for good, which is printed under the first name that was sent ' +
    'with the id.',
  source: MODULES.bp,
  compare({ items, others, profile }, report) {
    for (const [index, { id, name }] of items.entries()) {
      const first = others.itemNames.get(id)
      if (first === undefined || !namesDiffer(first, name)) continue
      if (id !== WORDS.deliveryId)
        report({
          path: `/lines/${index}/id`,
          params: { line: index + 1, id, first: shorten(first), name: shorten(name) },
        })
      // УНФ knows the delivery by its id, and its way by other fields.
      else if (profile.itemIds === 'of-line')
        report({
          path: '/delivery/name',
          params: { delivery: 'yes', first: shorten(first), name: shorten(name) },
        })
    }
  },
}

/** Whether 1C confuses two orders (by number) or two items (by id and name). */
export const IDENTITY_RULES: readonly (Rule | ComparingRule)[] = [
  {
    code: 'number-collides',
    severity: 'blocks',
    appliesTo: 'all',
    about: 'A number that 1C truncates, or that has no digits, becomes the number of another order.',
    source: MODULES.all,
    check({ document: { number }, profile }, report) {
      if (profile.number.by === 'text') {
        if (number.length > profile.number.length)
          report({ path: '/number', params: { number, limit: profile.number.length, what: 'characters' } })
        return
      }
      const digits = number.replace(/\D/g, '').length
      if (digits === 0 || digits > profile.number.digits)
        report({
          path: '/number',
          params: { number, limit: profile.number.digits, what: digits === 0 ? 'none' : 'digits' },
        })
    },
  },
  {
    code: 'number-loses-letters',
    severity: 'note',
    appliesTo: 'named',
    about:
      'Only the digits of a number with letters are kept. No other order of the integration has the same ' +
      'digits.',
    source: MODULES.all,
    check({ document: { number }, profile }, report) {
      const digits = number.replace(/\D/g, '')
      if (profile.number.by === 'digits' && digits !== '' && digits !== number)
        report({ path: '/number', params: { number, digits } })
    },
  },
  ITEM_ID_REUSED,
  {
    code: 'items-of-one-name',
    severity: 'note',
    appliesTo: 'all',
    about:
      'Goods of different ids and one article or name become one item: 1C looks up by the article, by the ' +
      'name without one, what it does not know by id. Linked lines are left alone.',
    source: MODULES.all,
    check({ order, items, profile }, report) {
      const seen = new Map<string, number>()
      for (const [index, { id, kind, name, article }] of order.lines.entries()) {
        if (kind !== 'goods' || items?.[id]) continue
        const byName = article === undefined || !profile.articleHidesName
        for (const [field, text] of Object.entries({ article, ...(byName && { name }) })) {
          const other = text === undefined ? undefined : seen.get(`${field} ${text}`)
          if (text !== undefined && other === undefined) seen.set(`${field} ${text}`, index)
          if (other === undefined || order.lines[other]!.id === id) continue
          const params = { line: index + 1, other: other + 1, name: shorten(text!) }
          report({ path: `/lines/${index}/${field}`, params })
          break
        }
      }
    },
  },
  {
    code: 'names-alike-after-cut',
    severity: 'note',
    appliesTo: 'all',
    about: 'Names that begin in the same way differ only by the hash at their end once they are truncated.',
    source: MODULES.sent,
    check({ order }, report) {
      const seen = new Map<string, number>()
      for (const [index, { name }] of order.lines.entries()) {
        if (name.length <= ITEM_NAME_LENGTH) continue
        const start = name.slice(0, ALIKE)
        const other = seen.get(start)
        if (other === undefined) seen.set(start, index)
        else if (order.lines[other]!.name !== name)
          report({
            path: `/lines/${index}/name`,
            params: { line: index + 1, other: other + 1, name: shorten(name) },
          })
      }
    },
  },
]

/** The part of a long name before its hash. */
const ALIKE = 80
