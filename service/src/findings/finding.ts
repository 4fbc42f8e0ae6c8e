import type { FindingCode, Severity } from '@obmen/contract'

export type FindingParams = Readonly<Record<string, string | number>>

/** What will become of one side of an order in one 1C. Its sentence is made of code and parameters where it is shown. */
export interface Finding {
  code: FindingCode
  severity: Severity
  /** JSON pointer into the order, `/lines/0/name`. */
  path: string
  params: FindingParams
  /** Nothing to say any more once 1C has confirmed the order. */
  whileOwed: boolean
  /** What a good order brings about, too: told where one order is shown, and kept nowhere. */
  outlook: boolean
}

/** An order as an integration sees it. */
export interface Pair {
  integrationKey: number
  orderKey: number
}
