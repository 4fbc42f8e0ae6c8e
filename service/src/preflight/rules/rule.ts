import type { FindingCode, Severity } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import { clientsWhere } from '../../clients/index.js'
import type { FindingParams } from '../../findings/finding.js'
import type { ComparisonInput, PreflightInput } from '../preflight-input.js'

/** One place in an order to which a rule applies. */
export interface Hit {
  path: string
  params?: FindingParams
  /** If the rule has several severities. */
  severity?: Severity
  /** Applies only while the order is owed, whatever the rule says. */
  whileOwed?: boolean
}

/** A callback instead of an array, for speed: rules hardly ever find anything. */
export type ReportHit = (hit: Hit) => void

/** Predicts something that one or more clients do with certain orders. */
export interface Rule {
  code: FindingCode
  /** If there are several, the default first. */
  severity: Severity | readonly [Severity, ...Severity[]]
  /** `named`: the clients whose profile names the code; `payers`: those that read payments. */
  appliesTo: 'all' | 'payers' | 'named'
  /** For docs/preflight.md: what happens, in English. */
  about: string
  /** The module in which the client does it. */
  source: string
  /** Applies only while the order is owed. */
  whileOwed?: true
  /** What even a good order causes: shown with the order, but neither stored nor listed. */
  expectedEffect?: true
  check(input: PreflightInput, report: ReportHit): void
}

/** A rule that compares an order with others: it finds nothing if the company has none. */
export interface ComparingRule extends Omit<Rule, 'check'> {
  compare(input: ComparisonInput, report: ReportHit): void
}

/** The clients to which a rule applies. */
export function clientsOf({ code, appliesTo }: Pick<Rule, 'code' | 'appliesTo'>): Client[] {
  return clientsWhere(({ rules, readsPayments }) =>
    appliesTo === 'payers' ? readsPayments !== 'never' : appliesTo === 'all' || rules.includes(code),
  )
}

/** A param of findings about what 1C was sent: it may lack what it has not confirmed. */
export const unlessConfirmed = (unsure: boolean, waits = false): FindingParams =>
  unsure ? { unsure: waits ? 'wait' : 'yes' } : {}

/** Length of the field `Метод оплаты`, which is compared exactly. */
export const METHOD_LENGTH = 50
/** Roubles that do not fit into Number(15, 2), the type of sums in 1C. */
export const MONEY_END = 10 ** 13
/** `Наименование` of an item. */
export const ITEM_NAME_LENGTH = 100

/** The releases and modules in which 1C does what rules predict; `sent`: what we send. */
export const MODULES = {
  bp: 'БП 3.0.198, ОбменСИнтернетМагазином',
  period: 'БП 3.0.198, ДатыЗапретаИзмененияБП',
  unf: 'УНФ 3.0.8, ИнтеграцияСИнтернетМагазиномСервер',
  ut: 'УТ 11.5.18, ОбменССайтом',
  rt: 'РТ 2, ОбменССайтомРТ',
  all: 'БП 3.0.198, УНФ 3.0.8, УТ 11.5.18, РТ 2',
  sent: 'service/src/sale-feed/SPEC.md',
} as const
