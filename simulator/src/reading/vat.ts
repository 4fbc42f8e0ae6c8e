import type { Client } from '../client.js'
import { CENT, type Decimal, divide } from './decimal.js'

/** A rate of 1C. VAT of `20/120` is calculated like `20%`. */
export interface VatRate {
  name: string
  percent: bigint
}

export const WITHOUT_VAT: VatRate = { name: 'Без НДС', percent: 0n }

/** The percentages that the examined releases know; УТ and УНФ of 2024 know neither 5, 7 nor 22. */
const KNOWN: Record<Client, readonly number[]> = {
  ut: [0, 10, 18, 20],
  rt: [0, 10, 18, 20],
  unf: [0, 10, 18, 20],
  bp: [0, 5, 7, 10, 18, 20, 22],
  bitrix: [0, 5, 7, 10, 18, 20, 22],
}

/** The rate that a text means to this 1C; undefined: it does not know the text. */
export function vatRate(client: Client, text: string): VatRate | undefined {
  const trimmed = text.trim()
  if (/^без ндс$/i.test(trimmed)) return client === 'bp' || client === 'bitrix' ? WITHOUT_VAT : undefined
  const plain = client === 'bp' ? /^(\d+)%?$/.exec(trimmed) : /^(\d+)(?:\.00)?$/.exec(trimmed)
  if (plain !== null) return KNOWN[client].includes(Number(plain[1])) ? onNet(Number(plain[1])) : undefined
  const settlement = /^(\d+)\/(\d+)$/.exec(trimmed)
  if (settlement === null) return undefined
  const percent = Number(settlement[1])
  if (percent === 0 || Number(settlement[2]) !== percent + 100 || !KNOWN[client].includes(percent))
    return undefined
  return { name: trimmed, percent: BigInt(percent) }
}

/** VAT of an amount, to the kopeck. */
export function vatAmount(amount: Decimal, rate: VatRate, included: boolean): Decimal {
  if (rate.percent === 0n) return 0n
  const divisor = included ? 100n + rate.percent : 100n
  // Rounded once: by way of ten-thousandths, 0.09495 would become 0.10.
  return divide(amount * rate.percent, divisor * CENT) * CENT
}

export function onNet(percent: number): VatRate {
  return { name: `${percent}%`, percent: BigInt(percent) }
}
