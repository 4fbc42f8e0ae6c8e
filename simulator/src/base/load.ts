import type { Protocol } from '../client.js'
import type { Findings, FindingValues } from '../findings.js'
import type { Element } from '../reading/element.js'
import type { DocumentOutcome, PaymentOutcome } from '../result.js'
import type { FindingCode } from '../texts.js'
import type { OneC } from './base.js'
import type { Transaction } from './transaction.js'

/** Loads one answer into a base. */
export interface Load {
  base: OneC
  tx: Transaction
  findings: Findings
  found: Findings['add']
  now: Date
  protocol: Protocol
  /** `cmlVersion=2.10` was announced: payments are expected as subordinate documents. */
  subordinateDocuments: boolean
  documents: DocumentOutcome[]
  payments: PaymentOutcome[]
}

/**
 * Effect of an error. `batch`: everything is rolled back. `queue`: nothing after it is read, no success.
 * `document`: this document is lost, the next is loaded.
 */
export type FailureScope = 'batch' | 'queue' | 'document'

/** 1C's refusal: its own error, an exception in its code, a crash outside every handler. */
export class LoadFailure extends Error {
  constructor(
    readonly scope: FailureScope,
    readonly code: FindingCode,
    readonly values: FindingValues = {},
  ) {
    super(code)
  }
}

/** How one configuration makes documents; new for each load, as its leaking variables are in 1C. */
export interface OrderRules {
  /** What an exception inside a document does here. */
  exceptionScope: FailureScope
  /** What is read from every document before the first is saved; an exception here ends the whole load. */
  inspect(document: Element): void
  /** Records its outcome with `record` as soon as the document is in the base. */
  load(document: Element): void
  /** Called after the last document, unless the load was stopped. */
  finish?(): void
}

/** A string cut from a piece of the answer keeps the whole piece alive; a copy doesn't. */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
