import { SEVERITIES } from '@obmen/contract'
import { PROFILES } from '../clients/index.js'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import { buyerOf } from '../orders/warnings/buyers.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { NO_OTHER_ORDERS } from '../orders/warnings/other-orders.js'
import type { PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'
import { clientsOf, type Hit, type Rule } from './rules/rule.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)
const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ code }, place) => [code, place]))
const CHECKING_RULES = RULES.filter(rule => 'check' in rule).map(applied)
const COMPARING_RULES = RULES.filter(rule => 'compare' in rule).map(applied)

/** A rule with the clients to which it applies, and whether its findings may block an order. */
type Applied<Some> = { rule: Some; clients: ReadonlySet<string>; mayBlock: boolean }

function applied<Some extends Omit<Rule, 'check'>>(rule: Some): Applied<Some> {
  return { rule, clients: new Set(clientsOf(rule)), mayBlock: [rule.severity].flat().includes('blocks') }
}

/**
 * The findings of an order for an integration, the most severe first. If the client is not known yet:
 * whatever any possible client would refuse, and the findings that are the same for all possible clients but
 * at most one. Pure.
 */
export function inspectOrder(input: PreflightInput): Finding[] {
  const { profile, possible, others, order } = input
  const clients = profile.id === 'auto' ? possible : [profile.id]
  const inputs = clients.map(client =>
    client === profile.id ? input : { ...input, profile: PROFILES[client] },
  )
  const findings = CHECKING_RULES.flatMap(rule =>
    findFor(rule, inputs, (as, report) => rule.rule.check(as, report)),
  )
  if (others !== NO_OTHER_ORDERS) {
    const company = { possible, others, items: itemsOf(order), buyer: buyerOf(order.customer) }
    const compared = clients.map(client => ({ ...company, profile: PROFILES[client] }))
    for (const rule of COMPARING_RULES)
      findings.push(...findFor(rule, compared, (as, report) => rule.rule.compare(as, report)))
  }
  // What holds the order back keeps it from the next exchange: nothing else may say to wait for that.
  if (!input.history.held && findings.some(blocks)) return inspectOrder(asHeld(input))
  return mostSevere(findings)
}

/** Whether a 1C refuses an order with these findings. */
export const blocks = ({ severity, expectedEffect }: Finding): boolean =>
  severity === 'blocks' && !expectedEffect

export const asHeld = (input: PreflightInput): PreflightInput => {
  return { ...input, history: { ...input.history, held: true } }
}

/** The findings of a rule for one client, or those that count of all possible ones. */
function findFor<Input extends Pick<PreflightInput, 'profile'>>(
  { rule, clients, mayBlock }: Applied<Omit<Rule, 'check'>>,
  inputs: readonly Input[],
  run: (input: Input, report: (hit: Hit) => void) => void,
): Finding[] {
  const most = Math.max(1, inputs.length - 1)
  const found: Finding[] = []
  const report = (hit: Hit): void => void found.push(findingOf(rule, hit))
  let left = inputs.length
  for (const as of inputs) {
    const before = found.length
    if (clients.has(as.profile.id)) run(as, report)
    // Most rules find nothing: after two such clients, no more need to be asked.
    if (found.length === before && --left < most && !mayBlock) return []
  }
  if (inputs.length === 1 || found.length === 0) return found
  const alike = new Map<string, { finding: Finding; times: number }>()
  for (const finding of found) {
    const key = `${finding.path} ${finding.severity}`
    const known = alike.get(key)
    if (known) known.times++
    else alike.set(key, { finding, times: 1 })
  }
  return [...alike.values()]
    .filter(({ finding, times }) => finding.severity === 'blocks' || times >= most)
    .map(({ finding }) => finding)
}

function findingOf(rule: Omit<Rule, 'check'>, { path, params = {}, severity, whileOwed }: Hit): Finding {
  const usual = typeof rule.severity === 'string' ? rule.severity : rule.severity[0]
  return {
    code: rule.code,
    severity: severity ?? usual,
    path,
    params,
    whileOwed: rule.whileOwed === true || whileOwed === true,
    expectedEffect: rule.expectedEffect === true,
  }
}

/** Sorts findings by severity, then in the order of the rules, and limits their number. */
function mostSevere(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings
  return findings
    .sort((a, b) => rank(a) - rank(b) || RULE_ORDER.get(a.code)! - RULE_ORDER.get(b.code)!)
    .slice(0, ORDER_LIMITS.problems)
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}
