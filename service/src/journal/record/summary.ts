import type { ExchangeOutcome } from '@obmen/contract'
import { PROFILES } from '../../clients/index.js'
import type { FinishedEntry } from './known-entry.js'

/** How the end of a request changes the summary of its exchange. */
export interface SummaryChange {
  /** Undefined: nothing changes. */
  outcome: Exclude<ExchangeOutcome, 'running'> | undefined
  /** Orders sent in the request. */
  offered: number | undefined
  /** Whether they are added to those sent before (the Bitrix module) instead of replacing them. */
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
    addsUp: entry.integration !== undefined && PROFILES[entry.integration.client].asksUntilEmpty === true,
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
