import type { Client, ExchangeType, Protocol } from './client.js'
import type { FindingCode } from './texts.js'

/**
 * Severity. `batch`: nothing of the answer gets into 1C. `queue`: loading stops here, the same answer comes
 * again. `silent`: something is lost without a message. `warning`: a risk. `note`: to be set up.
 */
export type Severity = 'batch' | 'queue' | 'silent' | 'warning' | 'note'

export interface Finding {
  code: FindingCode
  severity: Severity
  /** The order's number in the file; null if the finding is about the whole exchange. */
  order: string | null
  text: string
  /** Parameters of its sentences. */
  values: Readonly<Record<string, string | number>>
  remedy: string
  /** Who can follow the remedy: whoever runs this 1C, or the author of the site. */
  remedyFor: '1c' | 'site'
}

export interface Step {
  name: 'checkauth' | 'init' | 'query' | 'success' | 'file' | 'import'
  type: ExchangeType
  /** `GET /1c?type=sale&mode=query` */
  request: string
  /** null: no answer came. */
  status: number | null
  ms: number
  bytes: number
  contentType: string | null
  /** The beginning of the answer's text, at most 500 characters. */
  answer: string
  /** Why there was no usable answer; null if there was one. */
  error: string | null
}

export type DocumentAction =
  | 'created'
  | 'updated'
  | 'canceled'
  /** Skipped without an error: 1C confirms it, and it is not in the base. */
  | 'skipped'
  /** Its loading ended in an error. */
  | 'refused'
  /** Was made and rolled back, because another document failed. */
  | 'rolled-back'
  /** 1C stopped before it. */
  | 'not-reached'

export interface CustomerOutcome {
  action: 'found' | 'created' | 'missing'
  /** How it was found; `document`: the invoice had it already. */
  by: string | null
  name: string
  siteId: string | null
  inn: string | null
  kpp: string | null
  legal: boolean
}

export interface LineOutcome {
  siteId: string | null
  article: string | null
  name: string
  item: 'found' | 'created' | 'unmatched'
  service: boolean
  quantity: string
  price: string
  /** After discounts that 1C subtracts. */
  amount: string
  /** `20%`, `10/110`, `Без НДС`. */
  vat: string
  vatAmount: string
}

export interface DocumentOutcome {
  /** 1C's name for it, `Счет на оплату покупателю`. */
  kind: string
  action: DocumentAction
  /** Why it was skipped, refused, rolled back or not reached; null otherwise. */
  reason: string | null
  /** The document's own number in 1C; null if none was made. */
  number: string | null
  siteNumber: string | null
  siteId: string | null
  /** The base's local time, `2026-03-01T12:30:05`; null: 1C could not read it. */
  date: string | null
  posted: boolean
  canceled: boolean
  status: string | null
  currency: string | null
  vatIncluded: boolean
  total: string
  vatTotal: string
  customer: CustomerOutcome | null
  lines: LineOutcome[]
  comment: string | null
  deliveryAddress: string | null
  /** The contract that УНФ takes from the site. */
  contract: string | null
  requisites: Record<string, string>
}

export interface PaymentCondition {
  met: boolean
  text: string
}

export interface PaymentOutcome {
  /** 1C's name for it, `Оплата платежной картой`. */
  kind: string
  action: 'created' | 'updated' | 'not-created' | 'rolled-back'
  reason: string | null
  siteNumber: string
  /** Number of the document it pays for. */
  documentNumber: string | null
  number: string | null
  date: string | null
  amount: string | null
  method: string | null
  methodId: string | null
  /** All that this 1C requires; empty for a payment that was made. */
  conditions: PaymentCondition[]
}

export type ExchangeOutcome =
  /** Loaded, `success` sent and accepted. */
  | 'confirmed'
  /** Loaded; `success` was not requested. */
  | 'loaded'
  /** Loaded; the site refused `success` or did not answer. */
  | 'confirmation-refused'
  /** The answer was read, loading it failed; 1C sends no `success`. */
  | 'load-failed'
  /** The answer to `query` could not be read. */
  | 'not-read'
  | 'not-authorised'
  | 'not-initialised'
  /** The download was cut, or was stopped on purpose before loading. */
  | 'cut'

export interface Counts {
  /** Documents in the answer. */
  documents: number
  created: number
  updated: number
  canceled: number
  skipped: number
  refused: number
  rolledBack: number
  notReached: number
  paymentsCreated: number
  paymentsUpdated: number
  paymentsNotCreated: number
  queries: number
  bytes: number
  /** All findings, including those not in `findings`. */
  findings: Record<string, number>
}

export interface ExchangeResult {
  client: Client
  title: string
  protocol: Protocol
  url: string
  startedAt: string
  ms: number
  steps: Step[]
  outcome: ExchangeOutcome
  /** The outcome in one Russian sentence. */
  summary: string
  /** Loaded, and confirmed if it was to be. */
  ok: boolean
  /** The site accepted `success`. */
  confirmed: boolean
  documents: DocumentOutcome[]
  payments: PaymentOutcome[]
  findings: Finding[]
  counts: Counts
}
