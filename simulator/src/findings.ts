import { sumText } from './reading/decimal.js'
import type { Finding, Severity } from './result.js'
import { FINDING_TEXTS, type FindingCode } from './texts.js'

export type FindingValues = Readonly<Record<string, string | number>>

/** Findings of one exchange: all are counted, but only a limited number of each code is stored. */
export class Findings {
  readonly list: Finding[] = []
  readonly counts: Record<string, number> = {}
  readonly #said = new Set<string>()

  constructor(readonly keptPerCode: number) {}

  add(code: FindingCode, severity: Severity, order: string | null, values: FindingValues = {}): void {
    const count = (this.counts[code] ?? 0) + 1
    this.counts[code] = count
    if (count > this.keptPerCode) return
    const { text, remedy } = FINDING_TEXTS[code]
    this.list.push({
      code,
      severity,
      order,
      values,
      text: fillIn(text, values),
      remedy: fillIn(remedy, values),
      remedyFor: FOR_1C_ADMINISTRATOR.has(code) ? '1c' : 'site',
    })
  }

  /** The same finding about the same thing is reported once per exchange. */
  addOnce(code: FindingCode, severity: Severity, about: string, values: FindingValues = {}): void {
    const key = `${code} ${about}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.add(code, severity, null, values)
  }

  has(code: FindingCode): boolean {
    return this.counts[code] !== undefined
  }
}

/** The text of a code, without the finding: a reason of a document. */
export function textOf(code: FindingCode, values: FindingValues = {}): string {
  return fillIn(FINDING_TEXTS[code].text, values)
}

function fillIn(text: string, values: FindingValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(values[name] ?? whole)
    return SUMS.has(name) ? sumText(value) : value
  })
}

const SUMS = new Set(['paid', 'total', 'amount', 'kept', 'sent', 'product', 'sum', 'made', 'said'])

/** Remedies for whoever runs a 1C or puts the orders; all others are for the author of the site. */
const FOR_1C_ADMINISTRATOR: ReadonlySet<FindingCode> = new Set([
  ...(['address-with-question', 'not-authorised', 'redirect', 'no-answer', 'download-cut'] as const),
  ...(['query-failure', 'success-refused', 'success-refusal-unseen', 'init-failure-unseen'] as const),
  ...(['unknown-currency', 'before-exchange-start'] as const),
  ...(['canceled-unknown', 'document-ignored', 'cancellation-not-kept', 'order-moved-on'] as const),
  ...(['lines-not-updated', 'method-needed', 'method-by-id', 'payment-not-created'] as const),
  ...(['payment-in-one-rate', 'document-locked', 'closed-period', 'customer-kept', 'currency-kept'] as const),
  ...([
    'comment-kept',
    'cancellation-kept',
    'unposted-unmatched',
    'order-not-posted',
    'customer-not-identified',
    'customers-alike',
  ] as const),
  ...(['not-reached', 'rolled-back', 'failure-confirmed', 'last-document-failed'] as const),
])
