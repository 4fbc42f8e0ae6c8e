import type { FinishedEntry } from './known-entry.js'

/**
 * How an exchange stands. running: orders are being sent; confirmed: 1C said that it has them; nothing: no orders were due, or
 * none were asked for; unconfirmed: given, no success yet; refused: sign-in failed; failed: anything else that went wrong.
 */
export type ExchangeOutcome = 'running' | 'confirmed' | 'nothing' | 'unconfirmed' | 'refused' | 'failed'

/** What the end of a request means for its exchange. */
export interface SummaryChange {
  /** Undefined: nothing changes. */
  outcome: Exclude<ExchangeOutcome, 'running'> | undefined
  /** Orders given by it. */
  offered: number | undefined
  /** They come on top of those given before (the Bitrix module), instead of in their place. */
  addsUp: boolean
  confirmed: number
  failure: string | undefined
}

export function summaryChange(
  entry: Pick<FinishedEntry, 'type' | 'mode' | 'outcome' | 'orderCount' | 'failure' | 'integration'>,
): SummaryChange {
  const change: SummaryChange = {
    outcome: undefined,
    offered: undefined,
    addsUp: entry.integration?.client === 'bitrix',
    confirmed: 0,
    failure: entry.failure,
  }
  if (entry.outcome === 'refused') return { ...change, outcome: 'refused' }
  if (entry.outcome !== 'done') return { ...change, outcome: 'failed' }
  const { mode, orderCount } = entry
  if (entry.type !== 'sale' || orderCount === undefined) return change
  if (mode === 'query')
    return { ...change, outcome: orderCount > 0 ? 'unconfirmed' : 'nothing', offered: orderCount }
  if (mode === 'success' && orderCount > 0) return { ...change, outcome: 'confirmed', confirmed: orderCount }
  return change
}
