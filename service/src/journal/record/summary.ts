import type { ExchangeOutcome } from '@obmen/contract'
import { PROFILES } from '../../clients/index.js'
import type { Ending, Entry } from './entry.js'

/** How an exchange stands after its last call: the columns of its row in exchange_session. */
export interface Summary {
  outcome: ExchangeOutcome
  offered: number
  confirmed: number
  failure: string | null
}

type Call = Pick<Entry, 'type' | 'mode' | 'integration'> & Omit<Ending, 'durationMs'>

export function afterCall(summary: Summary, call: Call): Summary {
  const { type, mode, outcome, orderCount, failure = null } = call
  if (outcome === 'refused') return { ...summary, outcome: 'refused', failure }
  if (outcome !== 'done') return { ...summary, outcome: 'failed', failure }
  if (type !== 'sale' || orderCount === undefined) return summary
  if (mode === 'success' && orderCount > 0)
    return { ...summary, outcome: 'confirmed', confirmed: summary.confirmed + orderCount, failure: null }
  if (mode !== 'query') return summary
  // The Bitrix module asks until the answer is empty, and confirms all that it got.
  const addsUp = call.integration !== undefined && PROFILES[call.integration.client].asksUntilEmpty === true
  const offered = (addsUp ? summary.offered : summary.confirmed) + orderCount
  return { ...summary, outcome: afterQuery(summary, orderCount, addsUp), offered, failure: null }
}

function afterQuery({ confirmed, offered }: Summary, orderCount: number, addsUp: boolean): ExchangeOutcome {
  if (orderCount > 0) return 'unconfirmed'
  // An empty answer ends the Bitrix module's download; after a success it changes nothing.
  if (confirmed > 0) return 'confirmed'
  return addsUp && offered > 0 ? 'unconfirmed' : 'nothing'
}
