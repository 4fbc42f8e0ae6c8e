import type { Load } from './base/load.js'
import { type Client, type Protocol, TRAITS } from './client.js'
import type { Findings } from './findings.js'
import type {
  Counts,
  DocumentAction,
  DocumentOutcome,
  ExchangeOutcome,
  ExchangeResult,
  PaymentOutcome,
  Step,
} from './result.js'
import { summaryText } from './texts/texts-summary.js'

/** Collects what the loads of one exchange made and builds the result. */
export class Tally {
  readonly #documents: DocumentOutcome[] = []
  readonly #payments: PaymentOutcome[] = []
  readonly #startedAt = new Date()
  readonly #began = performance.now()
  queries = 0
  bytes = 0

  constructor(readonly client: Client) {}

  take(load: Load): void {
    for (const document of load.documents) this.#documents.push(document)
    for (const payment of load.payments) this.#payments.push(payment)
  }

  result(
    outcome: ExchangeOutcome,
    run: { url: string; protocol: Protocol; findings: Findings; steps: Step[]; sendSuccess: boolean },
  ): ExchangeResult {
    const counts = this.#counts(run.findings)
    return {
      client: this.client,
      title: TRAITS[this.client].title,
      protocol: run.protocol,
      url: run.url,
      startedAt: this.#startedAt.toISOString(),
      ms: Math.round(performance.now() - this.#began),
      steps: run.steps,
      outcome,
      summary: summaryText(outcome, counts),
      ok: outcome === 'confirmed' || (outcome === 'loaded' && !run.sendSuccess),
      confirmed: outcome === 'confirmed',
      documents: this.#documents,
      payments: this.#payments,
      findings: run.findings.list,
      counts,
    }
  }

  #counts(findings: Findings): Counts {
    const documents = (action: DocumentAction) => this.#documents.filter(one => one.action === action).length
    const payments = (action: PaymentOutcome['action']) =>
      this.#payments.filter(one => one.action === action).length
    return {
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
  }
}
