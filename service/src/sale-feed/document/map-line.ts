import { type DocumentLine, REQUISITES, WORDS } from '@obmen/codec'
import type { Delivery, OrderLine, VatRate } from '@obmen/contract'
import type { SentItem } from '../../catalogue/links/sent-items.js'
import { divideRounded, moneyText, scaled, vatOf } from '../../orders/decimal.js'
import type { Feed } from '../feed.js'
import { cleanName, distinctName } from './clean-text.js'
import { type LinePart, lineParts } from './line-parts.js'
import { lineId, shortId } from './short-id.js'
import { unitOf } from './units.js'

/** `Наименование` of an item in 1C; a longer one is cut on saving and never found again by name. */
const NAME_LIMIT = 100
const ARTICLE_LIMIT = 255
const PIECE = '796'

/** A line of an order as one or two lines of the document. */
export interface MappedLine {
  lines: DocumentLine[]
  /** Kopecks, included in the amount or on top of it. */
  vat: bigint
  /** Name and quantity, if the lines can't express the quantity. */
  unsentQuantity?: { name: string; quantity: string; unit: string }
}

/**
 * `Товар`. Price and sum are net of the discount, which is marked as included, or 1C would subtract it again.
 * Every line has its VAT twice, as rate and as tax: in 1C a line without it inherits that of the previous
 * line. `Единица` and `Коэффициент` are inherited in the same way, so no line has them. Only a linked line
 * has an `Артикул`, that of its item: another one might find the wrong item.
 */
export function mapLine(line: OrderLine, included: boolean, feed: Feed, linked?: SentItem): MappedLine {
  const { parts, lump } = lineParts(line, included, feed.profile)
  const item = itemOf(line, feed, linked)
  const discounts = feed.profile.discounts === 'sent' ? discountsOf(line, parts) : []
  const rate = rateText(line.vat)
  let vat = 0n
  const lines = parts.map((part, index): DocumentLine => {
    const tax = vatOf(part.amount, line.vat, included)
    const discount = discounts[index] ?? 0n
    vat += tax
    // Built without spreads, for speed: there is one for every line of every order.
    const written: DocumentLine = {
      id: item.id,
      name: item.name,
      unit: item.unit,
      taxRates: item.taxRates,
      requisites: item.requisites,
      price: moneyText(part.price),
      quantity: part.quantity,
      amount: moneyText(part.amount),
      taxes: [{ name: WORDS.vat, included, amount: moneyText(tax), rate }],
    }
    if (item.article !== undefined) written.article = item.article
    if (discount > 0n)
      written.discounts = [{ name: WORDS.discount, amount: moneyText(discount), included: true }]
    return written
  })
  return lump
    ? { lines, vat, unsentQuantity: { name: item.name, quantity: line.quantity, unit: item.unit.text } }
    : { lines, vat }
}

/**
 * What all parts of a line have in common, so that 1C finds the same item for them. УТ and УНФ look a linked
 * one up by GUID, then, if the id contains a characteristic that they don't have, by article, and finally by
 * name.
 */
function itemOf(line: OrderLine, feed: Feed, linked: SentItem | undefined) {
  const kind = WORDS[line.kind]
  const article = linked?.article ? cleanName(linked.article, ARTICLE_LIMIT) : ''
  return {
    id: lineId(
      linked && !(linked.underLineId ?? feed.profile.itemIds === 'of-line') ? linked.itemId : line.id,
    ),
    article: article === '' ? undefined : article,
    name: distinctName(linked?.name ?? line.name, NAME_LIMIT) || cleanName(shortId(line.id, 80), NAME_LIMIT),
    unit: unitOf(line.unit, feed.version),
    taxRates: [{ name: WORDS.vat, rate: rateText(line.vat) }],
    requisites: [
      { name: REQUISITES.itemKind, value: kind },
      { name: REQUISITES.itemType, value: kind },
    ],
  }
}

/** The discount of each part, in proportion to its amount; the last gets the remainder. */
function discountsOf(line: OrderLine, parts: readonly LinePart[]): bigint[] {
  let remaining = scaled(line.discount, 2)
  if (parts.length === 1 || remaining === 0n) return [remaining]
  const amount = scaled(line.amount, 2)
  const discount = remaining
  return parts.map((part, index) => {
    const own =
      index === parts.length - 1 || amount === 0n ? remaining : divideRounded(discount * part.amount, amount)
    remaining -= own
    return own
  })
}

/**
 * The delivery as a line, which УНФ and the Bitrix module recognize by its `Ид`; to the others it is an
 * ordinary service.
 */
export function mapDelivery(delivery: Delivery, included: boolean, feed: Feed): MappedLine {
  return mapLine(
    {
      id: WORDS.deliveryId,
      name: distinctName(delivery.name, NAME_LIMIT) || WORDS.deliveryName,
      kind: 'service',
      quantity: '1',
      unit: PIECE,
      price: delivery.amount,
      discount: '0.00',
      amount: delivery.amount,
      vat: delivery.vat,
    },
    included,
    feed,
  )
}

/** `Ставка` as 1C spells it: `20`, `10/110`, `Без НДС`. Never `20.00`, which Бухгалтерия does not know. */
export function rateText(rate: VatRate): string {
  return rate === 'none' ? WORDS.withoutVat : rate
}
