import { type DocumentLine, REQUISITES, type SchemaVersion, WORDS } from '@obmen/codec'
import { moneyText, scaled } from '../orders/decimal.js'
import type { Delivery, OrderLine } from '../orders/order.js'
import { vatOf } from '../orders/vat-of.js'
import { cleanName } from './clean-text.js'
import { lineId, shortId } from './short-id.js'
import { unitOf } from './unit-of.js'
import { rateText } from './vat.js'

/** `Наименование` of an item in 1C: a longer one is cut on saving, and then no search by name finds it. */
const NAME_LIMIT = 100
const PIECE = '796'

/** A line and the VAT in (or on top of) it, in kopecks. */
export interface MappedLine {
  line: DocumentLine
  vat: bigint
}

/**
 * `Товар`: the sum is net of the discount, which is told as already taken off (1C subtracts any other once more). Every line has its
 * VAT twice, as rate and as tax: 1C lets a line without it inherit that of the line before. No `Единица`, no `Коэффициент`, no
 * `Артикул`: the first two leak in the same way, an invented article would find a stranger's item.
 */
export function mapLine(line: OrderLine, included: boolean, version: SchemaVersion): MappedLine {
  const vat = vatOf(scaled(line.amount, 2), line.vat, included)
  const kind = WORDS[line.kind]
  const rate = rateText(line.vat)
  return {
    vat,
    line: {
      id: lineId(line.id),
      name: cleanName(line.name, NAME_LIMIT) || cleanName(shortId(line.id, 80), NAME_LIMIT),
      unit: unitOf(line.unit, version),
      taxRates: [{ name: WORDS.vat, rate }],
      requisites: [
        { name: REQUISITES.itemKind, value: kind },
        { name: REQUISITES.itemType, value: kind },
      ],
      price: line.price,
      quantity: line.quantity,
      amount: line.amount,
      taxes: [{ name: WORDS.vat, included, amount: moneyText(vat), rate }],
      ...(line.discount === '0.00'
        ? {}
        : { discounts: [{ name: WORDS.discount, amount: line.discount, included: true }] }),
    },
  }
}

/** The delivery as the line that УНФ and the Bitrix module know by its `Ид`; for the others a service like any. */
export function mapDelivery(delivery: Delivery, included: boolean, version: SchemaVersion): MappedLine {
  return mapLine(
    {
      id: WORDS.deliveryId,
      name: cleanName(delivery.name, NAME_LIMIT) || WORDS.deliveryName,
      kind: 'service',
      quantity: '1',
      unit: PIECE,
      price: delivery.amount,
      discount: '0.00',
      amount: delivery.amount,
      vat: delivery.vat,
    },
    included,
    version,
  )
}
