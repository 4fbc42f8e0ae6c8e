import type { FieldChange } from '@obmen/contract/rest'
import { useStatusLabel } from '../../../components/orders/use-status-label.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import type { Currencies } from '../content/currencies.js'
import { texts as contentTexts } from '../content/texts-content.js'
import { texts } from './texts-changes.js'
import { useLineTexts } from './use-line-texts.js'

export interface ChangeTexts {
  label: string
  before?: string | undefined
  after?: string | undefined
  /** The values as the platform sent them, where names stand instead. */
  raw?: string | undefined
}

type ValueTexts = (field: string) => Pick<ChangeTexts, 'before' | 'after'>

const MONEY = ['total', 'price', 'discount', 'amount']
const TIMES = ['placedAt', 'paidAt']
/** A longer value is cut; the order has all of it. */
const LONGEST = 160

/** Names and values of fields in words, money in the currency before or after the event. */
function useFieldTexts(currencies: Currencies) {
  const t = useTexts(texts)
  const { money, exactTime } = useFormats()
  const { vat } = useLineTexts()
  const fields: Readonly<Record<string, string>> = t.fields
  const nameOf = (field: string) => (Object.hasOwn(fields, field) ? fields[field] : undefined) ?? field

  function textOf(field: string, value: unknown, side: keyof Currencies): string | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value === 'boolean') return value ? t.yes : t.no
    if (Array.isArray(value)) return value.map(each => textOf(field, each, side)).join(', ')
    if (typeof value === 'object')
      return 'amount' in value ? textOf('amount', value.amount, side) : objectName(value)
    const text = String(value)
    if (MONEY.includes(field) && /^-?\d+(\.\d+)?$/.test(text)) return money(text, currencies[side])
    if (TIMES.includes(field)) return exactTime(text)
    if (field === 'vat') return vat(text)
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  }

  function inWords(words: Readonly<Record<string, string>>, value: unknown): string | undefined {
    const text = textOf('', value, 'after')
    return text !== undefined && Object.hasOwn(words, text) ? words[text] : text
  }
  return { nameOf, textOf, inWords }
}

/** One difference between two revisions in words, money in the currency of each. */
export function useChangeTexts(currencies: Currencies): (change: FieldChange) => ChangeTexts {
  const t = useTexts(texts)
  const { statuses } = useTexts(contentTexts).payments
  const { kinds } = useTexts(contentTexts).customer
  const labelOf = useStatusLabel()
  const { nameOf, textOf, inWords } = useFieldTexts(currencies)

  function paymentWords({ path, item, before, after }: FieldChange, values: ValueTexts): ChangeTexts {
    const [, second, field] = partsOf(path)
    const name = item ?? String(Number(second) + 1)
    if (field === 'status')
      return {
        label: t.payment(name),
        before: inWords(statuses, before),
        after: inWords(statuses, after),
      }
    if (field !== undefined) return { label: t.paymentField(name, nameOf(field)), ...values(field) }
    const payment = (before ?? after) as { amount?: string; status?: string; gateway?: string }
    const side = before === undefined ? 'after' : 'before'
    const facts = [payment.gateway, textOf('amount', payment.amount, side), inWords(statuses, payment.status)]
    return {
      label: before === undefined ? t.paymentAdded(name) : t.paymentRemoved(name),
      [side]: facts.filter(Boolean).join(', '),
    }
  }

  return ({ path, item, before, after }) => {
    const [root = '', second = '', third] = partsOf(path)
    const values = (field: string) => ({
      before: textOf(field, before, 'before'),
      after: textOf(field, after, 'after'),
    })
    switch (root) {
      case 'lines': {
        const name = item ?? String(Number(second) + 1)
        if (third === undefined)
          return { label: before === undefined ? t.lineAdded(name) : t.lineRemoved(name) }
        return { label: t.lineField(name, nameOf(third)), ...values(third) }
      }
      case 'payments':
        return paymentWords({ path, item, before, after }, values)
      case 'customer':
        if (second === 'kind')
          return {
            label: t.customerField(nameOf('kind')),
            before: inWords(kinds, before),
            after: inWords(kinds, after),
          }
        return {
          label: second === '' ? nameOf('customer') : t.customerField(nameOf(second)),
          ...values(second),
        }
      case 'delivery':
        return {
          label: second === '' ? nameOf('delivery') : t.deliveryField(nameOf(second)),
          ...values(second),
        }
      case 'place':
        return { label: second === 'id' ? t.placeId : nameOf('place'), ...values(second) }
      case 'attributes':
        return { label: second === '' ? nameOf('attributes') : second, ...values('') }
      case 'status': {
        const named = (value: unknown) => (typeof value === 'string' ? labelOf(value) : undefined)
        const raw = [values(root).before, values(root).after].filter(Boolean).join(' → ')
        return { label: nameOf(root), before: named(before), after: named(after), raw }
      }
      case 'canceled':
        return { label: after === true ? t.canceled : t.restored }
      default:
        return { label: nameOf(root), ...values(root) }
    }
  }
}

/** "/lines/0/price" in its parts. */
function partsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** An object that was added or removed, by its name. */
function objectName(value: object): string {
  const { name, lastName } = value as { name?: unknown; lastName?: unknown }
  return typeof name === 'string'
    ? name
    : typeof lastName === 'string'
      ? lastName
      : JSON.stringify(value).slice(0, LONGEST)
}
