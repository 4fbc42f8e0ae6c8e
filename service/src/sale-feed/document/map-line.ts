import { type DocumentLine, REQUISITES, type SchemaVersion, type Unit, WORDS } from '@obmen/codec'
import type { Delivery, OrderLine, VatRate } from '@obmen/contract'
import type { SentItem } from '../../catalogue/links/sent-items.js'
import { divideRounded, moneyText, scaled, vatOf } from '../../orders/decimal.js'
import { unitCode } from '../../orders/intake/read/canonical.js'
import type { Feed } from '../feed.js'
import { cleanName, distinctName } from './clean-text.js'
import { type LinePart, lineParts } from './line-parts.js'
import { lineId, shortId } from './short-id.js'

interface UnitNames {
  short: string
  full: string
  international?: string
}

/** Common units, by ОКЕИ code; 1C looks the others up by code alone. */
const UNITS: Readonly<Record<string, UnitNames>> = {
  '003': { short: 'мм', full: 'Миллиметр', international: 'MMT' },
  '004': { short: 'см', full: 'Сантиметр', international: 'CMT' },
  '005': { short: 'дм', full: 'Дециметр', international: 'DMT' },
  '006': { short: 'м', full: 'Метр', international: 'MTR' },
  '008': { short: 'км', full: 'Километр', international: 'KMT' },
  '018': { short: 'пог. м', full: 'Погонный метр' },
  '051': { short: 'см2', full: 'Квадратный сантиметр', international: 'CMK' },
  '055': { short: 'м2', full: 'Квадратный метр', international: 'MTK' },
  '059': { short: 'га', full: 'Гектар', international: 'HAR' },
  '111': { short: 'мл', full: 'Миллилитр', international: 'MLT' },
  '112': { short: 'л', full: 'Литр', international: 'LTR' },
  '113': { short: 'м3', full: 'Кубический метр', international: 'MTQ' },
  '163': { short: 'г', full: 'Грамм', international: 'GRM' },
  '166': { short: 'кг', full: 'Килограмм', international: 'KGM' },
  '168': { short: 'т', full: 'Тонна', international: 'TNE' },
  '245': { short: 'кВт.ч', full: 'Киловатт-час', international: 'KWH' },
  '354': { short: 'с', full: 'Секунда', international: 'SEC' },
  '355': { short: 'мин', full: 'Минута', international: 'MIN' },
  '356': { short: 'ч', full: 'Час', international: 'HUR' },
  '359': { short: 'сут', full: 'Сутки', international: 'DAY' },
  '360': { short: 'нед', full: 'Неделя', international: 'WEE' },
  '362': { short: 'мес', full: 'Месяц', international: 'MON' },
  '364': { short: 'кварт', full: 'Квартал', international: 'QAN' },
  '366': { short: 'год', full: 'Год', international: 'ANN' },
  '383': { short: 'руб', full: 'Рубль' },
  '539': { short: 'чел.ч', full: 'Человеко-час' },
  '540': { short: 'чел.дн', full: 'Человеко-день' },
  '625': { short: 'лист', full: 'Лист' },
  '642': { short: 'ед', full: 'Единица' },
  '698': { short: 'место', full: 'Место' },
  '704': { short: 'набор', full: 'Набор', international: 'SET' },
  '715': { short: 'пар', full: 'Пара (2 шт.)', international: 'NPR' },
  '736': { short: 'рул', full: 'Рулон', international: 'NPL' },
  '778': { short: 'упак', full: 'Упаковка', international: 'NMP' },
  '792': { short: 'чел', full: 'Человек' },
  '796': { short: 'шт', full: 'Штука', international: 'PCE' },
  '797': { short: '100 шт', full: 'Сто штук', international: 'CEN' },
  '798': { short: 'тыс. шт', full: 'Тысяча штук', international: 'MIL' },
  '812': { short: 'ящ', full: 'Ящик' },
  '839': { short: 'компл', full: 'Комплект' },
  '868': { short: 'бут', full: 'Бутылка' },
  '876': { short: 'усл. ед', full: 'Условная единица' },
}

/** `БазоваяЕдиница` of an ОКЕИ code, by which 1C looks units up. */
function unitOf(code: string, version: SchemaVersion): Unit {
  const padded = unitCode(code.trim()).padStart(3, '0')
  const names = UNITS[padded]
  // The schema allows four characters from 2.08 on; a longer code is sent as a name only.
  const longest = version >= '2.08' ? 4 : 3
  return {
    text: names?.short ?? padded,
    ...(padded.length <= longest ? { code: padded } : {}),
    fullName: names?.full ?? padded,
    ...(names?.international === undefined ? {} : { international: names.international }),
  }
}

/** `Наименование` of an item in 1C; a longer one is cut on saving and never found again by name. */
const NAME_LIMIT = 100
const ARTICLE_LIMIT = 255
const PIECE = '796'

export interface MappedLine {
  lines: DocumentLine[]
  /** Kopecks, included in the amount or on top of it. */
  vat: bigint
  /** Name and quantity, if the lines can't express the quantity. */
  unsentQuantity?: { name: string; quantity: string; unit: string }
}

/**
 * `Товар`, net of the discount, which is marked as included, or 1C would subtract it again. VAT stands as
 * rate and as tax, or a line inherits that of the one before; so it would `Единица` and `Коэффициент`, which
 * no line has. `Артикул` is that of the platform, of a linked line that of its item.
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
 * What all parts of a line share, so that 1C finds one item for them: by GUID, then (УТ, УНФ) by article if
 * it lacks the characteristic, and finally by name.
 */
function itemOf(line: OrderLine, feed: Feed, linked: SentItem | undefined) {
  const kind = WORDS[line.kind]
  const article = cleanName((linked ? linked.article : line.article) ?? '', ARTICLE_LIMIT)
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

/** The delivery as a line; УНФ and the Bitrix module recognize it by its `Ид`. */
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
