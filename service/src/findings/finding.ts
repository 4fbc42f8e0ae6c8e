import type { FindingCode, Severity } from '@obmen/contract'

export type FindingParams = Readonly<Record<string, string | number>>

/** What one 1C will do with one part of an order. Code and parameters make its sentence where it is shown. */
export interface Finding {
  code: FindingCode
  severity: Severity
  /** JSON pointer into the order, `/lines/0/name`. */
  path: string
  params: FindingParams
  /** No longer relevant once 1C has confirmed the order. */
  whileOwed: boolean
  /** Also applies to a good order: shown with a single order, and not stored. */
  expectedEffect: boolean
}

/** An order as an integration sees it. */
export interface OrderAtIntegration {
  integrationKey: number
  orderKey: number
}

/** SQL: the client that an integration's settings name, or the recognized one; `auto` if it is not known. */
export const appliedClient = (i: string): string =>
  `coalesce(nullif(${i}.settings->>'client', 'auto'), ${i}.recognized_client, 'auto')`
