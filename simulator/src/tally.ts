import type { Load } from './base/load.js'
import type { Player } from './protocol/player.js'
import type { DocumentOutcome, ExchangeOutcome, ExchangeResult, PaymentOutcome } from './result.js'
import { summaryText } from './texts/texts-summary.js'

/** Collects what the loads of one exchange made and builds the result. */
export class Tally {
  readonly #documents: DocumentOutcome[] = []
  readonly #payments: PaymentOutcome[] = []
  readonly #startedAt = new Date()
  readonly #began = performance.now()
  queries = 0
  bytes = 0

  take(load: Load): void {
    for (const document of load.documents) this.#documents.push(document)
    for (const payment of load.payments) this.#payments.push(payment)
  }

  result(outcome: ExchangeOutcome, player: Player, sendSuccess: boolean): ExchangeResult {
    const { client, traits, protocol, options, steps, findings } = player
    const documents = countsOf(this.#documents)
    const payments = countsOf(this.#payments)
    const counts = {
      documents: this.#documents.length,
      created: documents('created'),
      updated: documents('updated'),
      canceled: documents('canceled'),
      skipped: documents('skipped'),
      refused: documents('refused'),
      rolledBack: documents('rolled-back'),
      notReached: documents('not-reached'),
      paymentsCreated: payments('created'),
      paymentsUpdated: payments('updated'),
      paymentsNotCreated: payments('not-created'),
      queries: this.queries,
      bytes: this.bytes,
      findings: { ...findings.counts },
    }
    return {
      client,
      title: traits.title,
      protocol,
      url: options.url,
      startedAt: this.#startedAt.toISOString(),
      ms: Math.round(performance.now() - this.#began),
      steps,
      outcome,
      summary: summaryText(outcome, counts),
      ok: outcome === 'confirmed' || (outcome === 'loaded' && !sendSuccess),
      confirmed: outcome === 'confirmed',
      documents: this.#documents,
      payments: this.#payments,
      findings: findings.list,
      counts,
    }
  }
}

function countsOf<Action>(outcomes: readonly { action: Action }[]): (action: Action) => number {
  return action => outcomes.filter(one => one.action === action).length
}
