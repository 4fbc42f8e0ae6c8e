import type { ExchangeOutcome } from '@obmen/contract'
import type { FinishedEntry } from './known-entry.js'

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
