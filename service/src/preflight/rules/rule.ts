import type { FindingCode, Severity } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { FindingParams } from '../../findings/finding.js'
import type { ClientLimits } from '../client-limits.js'
import type { InputBesideOthers, PreflightInput } from '../preflight-input.js'

/** One place in an order to which a rule applies. */
export interface Hit {
  path: string
  params?: FindingParams
  /** If the rule has several severities. */
  severity?: Severity
}

/** A callback rather than an array: every rule checks every order, and hardly ever finds anything. */
export type ReportHit = (hit: Hit) => void

/** Rules look at an order for one program at a time. */
export type RuleInput = PreflightInput & { client: Client }
/** The same of rules that compare. */
export type ComparedInput = InputBesideOthers & { client: Client }

/** What one or more configurations do with certain orders, and how to predict it. */
export interface Rule {
  code: FindingCode
  /** The usual one first. */
  severity: Severity | readonly [Severity, ...Severity[]]
  clients: readonly Client[]
  /** For docs/preflight.md: what happens, in English. */
  about: string
  /** Where the configuration does it. */
  source: string
  whileOwed?: true
  outlook?: true
  /** Finds nothing in an order that was never sent. */
  onlyGiven?: true
  /** Depends neither on the client nor on its limits. */
  alike?: true
  /**
   * Finds nothing in a new plain order (puts/plain-order.ts). As a function: only if placed from the returned day on;
   * undefined: whenever it was placed.
   */
  silentOfPlain?: true | ((profile: Pick<PreflightInput, 'settings' | 'connectedOn'>) => string | undefined)
  /** For an order that was never sent, clients with equal values here get the same findings. */
  asks?(limits: ClientLimits): unknown
  check(input: RuleInput, report: ReportHit): void
}

/** A rule that compares an order with others: it finds nothing if the company has none. */
export interface RuleBesideOthers extends Omit<Rule, 'check'> {
  compare(input: ComparedInput, report: ReportHit): void
}

export const ALL = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const satisfies readonly Client[]
