import type { FieldChange } from '@obmen/contract/rest'
import { useFormats, useTexts } from '../../../texts/language.js'
import type { Currencies } from '../content/currencies.js'
import { texts as contentTexts } from '../content/texts-content.js'
import { texts } from './texts-changes.js'
import { useLineTexts } from './use-line-texts.js'

export interface ChangeTexts {
  label: string
  before?: string | undefined
  after?: string | undefined
}

const MONEY = ['total', 'price', 'discount', 'amount']
const TIMES = ['placedAt', 'paidAt']
/** A longer value is cut; the order has all of it. */
const LONGEST = 160

/** One difference between two revisions in words, money in the currency of each. */
export function useChangeTexts(currencies: Currencies): (change: FieldChange) => ChangeTexts {
  const t = useTexts(texts)
  const { statuses } = useTexts(contentTexts).payments
  const { kinds } = useTexts(contentTexts).customer
  const { money, exactTime } = useFormats()
  const { vat } = useLineTexts()

  const fields: Readonly<Record<string, string>> = t.fields
  const fieldName = (field: string) => (Object.hasOwn(fields, field) ? fields[field] : undefined) ?? field

  function valueText(field: string, value: unknown, side: keyof Currencies): string | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value === 'boolean') return value ? t.yes : t.no
    if (typeof value === 'object') return nameOf(value)
    const text = String(value)
    if (MONEY.includes(field) && /^-?\d+(\.\d+)?$/.test(text)) return money(text, currencies[side])
    if (TIMES.includes(field)) return exactTime(text)
    if (field === 'vat') return vat(text)
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  }

  function inWords(words: Readonly<Record<string, string>>, value: unknown): string | undefined {
    const text = valueText('', value, 'after')
    return text !== undefined && Object.hasOwn(words, text) ? words[text] : text
  }

  return ({ path, item, before, after }) => {
    const [root = '', second = '', third] = path.split('/').slice(1).map(unescaped)
    const values = (field: string) => ({
      before: valueText(field, before, 'before'),
      after: valueText(field, after, 'after'),
    })
    switch (root) {
      case 'lines': {
        const name = item ?? String(Number(second) + 1)
        if (third === undefined)
          return { label: before === undefined ? t.lineAdded(name) : t.lineRemoved(name) }
        return { label: t.lineField(name, fieldName(third)), ...values(third) }
      }
      case 'payments': {
        const name = item ?? String(Number(second) + 1)
        if (third === undefined) {
          const payment = (before ?? after) as { amount?: string; status?: string; gateway?: string }
          const side = before === undefined ? 'after' : 'before'
          const facts = [
            payment.gateway,
            valueText('amount', payment.amount, side),
            inWords(statuses, payment.status),
          ]
          return {
            label: before === undefined ? t.paymentAdded(name) : t.paymentRemoved(name),
            [side]: facts.filter(Boolean).join(', '),
          }
        }
        if (third === 'status')
          return {
            label: t.payment(name),
            before: inWords(statuses, before),
            after: inWords(statuses, after),
          }
        return { label: t.paymentField(name, fieldName(third)), ...values(third) }
      }
      case 'customer':
        if (second === 'kind')
          return {
            label: t.customerField(fieldName('kind')),
            before: inWords(kinds, before),
            after: inWords(kinds, after),
          }
        return {
          label: second === '' ? fieldName('customer') : t.customerField(fieldName(second)),
          ...values(second),
        }
      case 'delivery':
        return {
          label: second === '' ? fieldName('delivery') : t.deliveryField(fieldName(second)),
          ...values(second),
        }
      case 'place':
        return { label: second === 'id' ? t.placeId : fieldName('place'), ...values(second) }
      case 'attributes':
        return { label: second === '' ? fieldName('attributes') : second, ...values('') }
      case 'canceled':
        return { label: after === true ? t.canceled : t.restored }
      default:
        return { label: fieldName(root), ...values(root) }
    }
  }
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** An object that was added or removed, by its name. */
function nameOf(value: object): string {
  const { name, lastName } = value as { name?: unknown; lastName?: unknown }
  return typeof name === 'string'
    ? name
    : typeof lastName === 'string'
      ? lastName
      : JSON.stringify(value).slice(0, LONGEST)
}
