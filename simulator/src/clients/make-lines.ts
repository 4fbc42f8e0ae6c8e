import { findOrCreateItem, type ItemKeys, nameOf } from '../base/items.js'
import type { Load } from '../base/load.js'
import {
  type Decimal,
  formatMoney,
  formatQuantity,
  multiply,
  parseDecimal,
  priceTimes,
  ratio,
  toCents,
  toThousandths,
} from '../reading/decimal.js'
import type { Element } from '../reading/element.js'
import { type LineFacts, readLines, subtractedDiscounts } from '../reading/lines.js'
import type { OrderTaxes } from '../reading/taxes.js'
import { type VatRate, vatAmount, vatRate, WITHOUT_VAT } from '../reading/vat.js'
import type { LineOutcome } from '../result.js'

/** How configurations differ in reading lines. */
export interface LineRules {
  dropsWithoutQuantity: boolean
  /** A rate, unit or coefficient of an earlier line applies to a later one that lacks it. */
  leaks: boolean
  /** Which element of the rate counts when both are filled. */
  rateFrom: 'taxed' | 'listed'
  /** The requisite whose value «Услуга» means a service. */
  serviceMark: 'ТипНоменклатуры' | 'ВидНоменклатуры'
  /** Discounts of the document are distributed over its lines. */
  spreadsDiscounts: boolean
  /** Decimals of a quantity in its column; the rest is rounded. */
  quantityDecimals: 3 | 4
  /** A rate of 0 counts as empty. */
  zeroIsNoRate: boolean
  /** The rate if the line's text is absent or unknown. */
  fallback(text: string | undefined): VatRate
  keys(line: LineFacts, service: boolean): ItemKeys
}

export interface MadeLines {
  lines: LineOutcome[]
  total: Decimal
  vatTotal: Decimal
  unmatched: boolean
  /** Every line has an item and a quantity, and no amount is negative: 1C requires it for posting. */
  complete: boolean
}

interface Making {
  load: Load
  order: string
  taxes: OrderTaxes
  rules: LineRules
}

/** The lines as the configuration understands them, with their VAT, and the document's totals. */
export function makeLines(document: Element, making: Making): MadeLines {
  const { load, order, rules } = making
  const facts = readLines(document)
    .map(line => roundQuantity(making, line))
    .filter(line => keepsLine(making, line))
  const shares = rules.spreadsDiscounts ? spread(subtractedDiscounts(document), facts) : []
  const made: MadeLines = { lines: [], total: 0n, vatTotal: 0n, unmatched: false, complete: facts.length > 0 }
  let previous: LineFacts | undefined
  facts.forEach((line, index) => {
    const kept = rules.leaks ? withLeaks(making, line, previous) : line
    previous = kept
    const discount = kept.discount + (shares[index] ?? 0n)
    if (discount > 0n)
      load.found('discount-subtracted', 'silent', order, { name: nameOf(line), sum: formatMoney(discount) })
    addLine(making, made, kept, toCents(kept.amount - discount))
  })
  made.total = withinField(load, order, made.total)
  return made
}

/** A column of three decimals: 0.0001 becomes 0, and price × quantity no longer equals the line's amount. */
function roundQuantity({ load, order, rules }: Making, line: LineFacts): LineFacts {
  if (rules.quantityDecimals === 4) return line
  const quantity = toThousandths(line.quantity)
  if (quantity === line.quantity) return line
  const values = { name: nameOf(line), text: line.quantityText ?? '', kept: formatQuantity(quantity) }
  load.found('quantity-rounded', 'silent', order, values)
  return { ...line, quantity }
}

function keepsLine({ load, order, rules }: Making, line: LineFacts): boolean {
  const name = nameOf(line)
  if (line.name?.includes('#')) load.found('name-cut', 'warning', order, { name: line.name })
  if (line.quantity !== 0n) return true
  load.found(rules.dropsWithoutQuantity ? 'line-dropped' : 'line-without-quantity', 'silent', order, {
    name,
    text: line.quantityText ?? '',
  })
  return !rules.dropsWithoutQuantity
}

function addLine(making: Making, made: MadeLines, line: LineFacts, amount: Decimal): void {
  const { load, order, taxes, rules } = making
  const name = nameOf(line)
  const kept = withinField(load, order, amount)
  if (kept !== amount) {
    addLine(making, made, { ...line, amount: kept }, kept)
    return
  }
  if (!line.amountGiven) load.found('line-without-amount', 'silent', order, { name })
  const service = line.marks.get(rules.serviceMark)?.toLowerCase() === 'услуга'
  const rate = rateOf(making, line)
  const vat = vatAmount(amount, rate, taxes.included)
  // Бухгалтерия keeps a discount in a column of its own, beside the amount before it.
  checkProduct(load, order, line, load.base.client === 'bp' ? toCents(line.amount) : amount)
  const item = findOrCreateItem(load, order, line, rules.keys(line, service))
  if (item === 'unmatched') made.unmatched = true
  if (item === 'unmatched' || line.quantity === 0n || amount < 0n) made.complete = false
  made.total += amount + (taxes.included ? 0n : vat)
  made.vatTotal += vat
  made.lines.push({
    siteId: line.siteId ?? null,
    article: line.article ?? null,
    name,
    item,
    service,
    quantity: formatQuantity(line.quantity),
    price: formatMoney(line.price > 0n ? line.price : toCents(ratio(amount, line.quantity))),
    amount: formatMoney(amount),
    vat: rate.name,
    vatAmount: formatMoney(vat),
  })
}

/** Число(15, 2): a value that does not fit becomes the largest that does. */
function withinField(load: Load, order: string, sum: Decimal): Decimal {
  if (sum <= LARGEST_SUM) return sum
  load.found('sum-too-large', 'silent', order, { sum: formatMoney(sum), kept: formatMoney(LARGEST_SUM) })
  return LARGEST_SUM
}
const LARGEST_SUM = toCents(parseDecimal('9999999999999.99')!)

/** 1C prints both columns, and calculates one from the other as soon as somebody edits the line. */
function checkProduct(load: Load, order: string, line: LineFacts, amount: Decimal): void {
  if (line.price <= 0n || line.quantity === 0n) return
  const product = priceTimes(line.price, line.quantity)
  if (product === amount) return
  load.found('price-times-quantity', 'silent', order, {
    name: nameOf(line),
    product: formatMoney(product),
    sum: formatMoney(amount),
  })
}

function rateOf({ load, order, rules }: Making, line: LineFacts): VatRate {
  const text = rateText(line, rules)
  const known = text === undefined ? undefined : vatRate(load.base.client, text)
  if (known !== undefined && !(rules.zeroIsNoRate && known.percent === 0n)) return known
  const rate = rules.fallback(text)
  const name = nameOf(line)
  if (known !== undefined && known.name === rate.name) return rate
  if (text === undefined) {
    load.found('no-vat-rate', 'warning', order, { name, vat: rate.name })
  } else if (!/^без ндс$/i.test(text.trim()) || rate.name !== WITHOUT_VAT.name) {
    load.found('unknown-vat', 'silent', order, { name, text, vat: rate.name })
  }
  return rate
}

function rateText(line: LineFacts, rules: LineRules): string | undefined {
  const { listed, taxed } = line.rates
  return rules.rateFrom === 'taxed' ? (taxed ?? listed) : (listed ?? taxed)
}

function withLeaks(
  { load, order, rules }: Making,
  line: LineFacts,
  before: LineFacts | undefined,
): LineFacts {
  if (before === undefined) return line
  const name = nameOf(line)
  const kept = { ...line }
  if (rateText(line, rules) === undefined && rateText(before, rules) !== undefined) {
    kept.rates = before.rates
    load.found('vat-leaked', 'silent', order, { name, vat: rateText(before, rules) ?? '' })
  }
  if (line.unit === undefined && before.unit !== undefined) {
    kept.unit = before.unit
    load.found('unit-leaked', 'silent', order, { name, unit: before.unit })
  }
  if (line.ratio === undefined && before.ratio !== undefined) {
    kept.ratio = before.ratio
    if (before.ratio !== 10_000n) {
      load.found('ratio-leaked', 'silent', order, { name, ratio: formatQuantity(before.ratio) })
    }
  }
  return kept
}

/** Distributes the document's discount over lines by amount; the last gets the difference. */
function spread(discount: Decimal, lines: LineFacts[]): Decimal[] {
  const total = lines.reduce((sum, line) => sum + line.amount, 0n)
  if (discount <= 0n || total === 0n) return []
  let left = discount
  return lines.map((line, index) => {
    const share = index === lines.length - 1 ? left : toCents(multiply(discount, ratio(line.amount, total)))
    left -= share
    return share
  })
}
