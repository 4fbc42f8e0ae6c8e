import type { FindingCode, Severity } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { FindingParams } from '../../findings/finding.js'
import type { ClientLimits } from '../client-limits.js'
import type { InputBesideOthers, PreflightInput } from '../preflight-input.js'

/** One place of an order where a rule holds. */
export interface Hit {
  path: string
  params?: FindingParams
  /** If the rule has several. */
  severity?: Severity
}

/** Called for each place: every rule looks at every order, and hardly ever finds one. */
export type ReportHit = (hit: Hit) => void

/** Rules look at an order for one program at a time. */
export type RuleInput = PreflightInput & { client: Client }
/** The same of rules that compare. */
export type ComparedInput = InputBesideOthers & { client: Client }

/** What one or more configurations do with certain orders, and how to recognize these beforehand. */
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
  /** Finds nothing of an order that was never sent. */
  onlyGiven?: true
  /** Asks neither for the client nor its limits. */
  alike?: true
  /** Finds nothing of a new order that is plain (puts/plain-order.ts): none of those placed from a day on, or, if that is undefined, none at all. */
  silentOfPlain?: true | ((profile: Pick<PreflightInput, 'settings' | 'connectedOn'>) => string | undefined)
  /** Of an order that was never sent it finds the same for clients of which this is the same. */
  asks?(limits: ClientLimits): unknown
  check(input: RuleInput, report: ReportHit): void
}

/** One that compares an order with others: it finds nothing where its company has none. */
export interface RuleBesideOthers extends Omit<Rule, 'check'> {
  compare(input: ComparedInput, report: ReportHit): void
}

export const ALL = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const satisfies readonly Client[]
