import type { Order } from '@obmen/contract'
import type { StoredOrder } from '@obmen/contract/rest'

type Taxed = Pick<StoredOrder, 'lines' | 'delivery' | 'vatIncluded'>

export interface Totals {
  discounts: string
  /** VAT by rate, the highest first; rates without VAT are omitted. */
  vat: { rate: string; amount: string }[]
}

/** The totals under the lines. VAT is calculated line by line to the kopeck, as in the XML. */
export function orderTotals({ lines, delivery, vatIncluded }: Taxed): Totals {
  const parts: Pick<Order['lines'][number], 'amount' | 'vat'>[] = delivery ? [...lines, delivery] : lines
  const byRate = new Map<string, bigint>()
  for (const { amount, vat } of parts)
    if (percentOf(vat) > 0n)
      byRate.set(vat, (byRate.get(vat) ?? 0n) + vatOf(kopecks(amount), percentOf(vat), vatIncluded))
  return {
    discounts: money(sum(lines.map(({ discount }) => discount))),
    vat: [...byRate]
      .sort(([a], [b]) => Number(percentOf(b) - percentOf(a)))
      .map(([rate, amount]) => ({ rate, amount: money(amount) })),
  }
}

/** "20" and "20/120" are 20; "none" and "0" are 0. */
function percentOf(rate: string): bigint {
  return rate === 'none' ? 0n : BigInt(Number.parseInt(rate, 10))
}

function vatOf(amount: bigint, percent: bigint, included: boolean): bigint {
  const divisor = included ? 100n + percent : 100n
  return (2n * amount * percent + divisor) / (2n * divisor)
}

function sum(amounts: readonly string[]): bigint {
  return amounts.reduce((total, amount) => total + kopecks(amount), 0n)
}

function kopecks(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

function money(amount: bigint): string {
  const digits = amount.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
