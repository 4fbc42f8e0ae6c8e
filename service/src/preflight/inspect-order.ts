import { SEVERITIES } from '@obmen/contract'
import { CLIENTS, type Client, type ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../clients/index.js'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import { buyerOf } from '../orders/warnings/buyer-keys.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { NO_OTHER_ORDERS } from '../orders/warnings/other-orders.js'
import type { ComparisonInput, PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'
import { clientsOf, type Hit, type Rule } from './rules/rule.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)
const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ code }, place) => [code, place]))
const CHECKING_RULES = byClient(RULES.filter(rule => 'check' in rule))
/** Rules whose findings are stored and reported for a new order that was never sent. */
const NEW_RULES = RULES.filter(rule => 'check' in rule).filter(
  ({ onlyIfSent: onlyGiven, expectedEffect: outlook }) => !onlyGiven && !outlook,
)
const NEW_RULES_BY_CLIENT = byClient(NEW_RULES)
const COMPARING_RULES = byClient(RULES.filter(rule => 'compare' in rule))

/** The findings of an order for an integration, the most severe first. Pure. */
export function inspectOrder(input: PreflightInput): Finding[] {
  const alone = inspectAlone(input)
  const { profile, possible, others, order } = input
  if (others === NO_OTHER_ORDERS) return alone
  return addComparisons(alone, {
    profile,
    possible,
    others,
    items: itemsOf(order),
    buyer: buyerOf(order.customer),
  })
}

/** The findings as if the company had no other orders. */
function inspectAlone(input: PreflightInput): Finding[] {
  return inspectBy(CHECKING_RULES, input)
}

/**
 * inspectAlone for an order that was never sent, without expected effects. If the client is not known, each rule runs as few times as
 * possible.
 */
export function inspectNew(input: PreflightInput): Finding[] {
  const { profile, possible } = input
  if (profile.id !== 'auto') return inspectBy(NEW_RULES_BY_CLIENT, input)
  const inputs = new Map<Client, PreflightInput>()
  const findings: Finding[] = []
  const found: Found[] = []
  let asked: Rule
  let clients: number
  const report = (hit: Hit): unknown => found.push({ finding: findingOf(asked, hit), times: clients })
  for (const { rule, groups } of planRules(possible)) {
    asked = rule
    for (const { client: one, times } of groups) {
      const as = inputs.get(one) ?? { ...input, profile: PROFILES[one] }
      inputs.set(one, as)
      clients = times
      rule.check(as, report)
    }
    if (found.length > 0) findings.push(...filterFrequent(found.splice(0), possible))
  }
  return mostSevere(findings)
}

/** The rules that inspectNew runs. */
export function rulesForNewOrders(client: ClientChoice, possible: readonly Client[]): readonly Rule[] {
  return client === 'auto' ? planRules(possible).map(({ rule }) => rule) : NEW_RULES_BY_CLIENT[client]
}

interface Planned {
  rule: Rule
  /** One client of each group for which the rule finds the same, and the size of the group. */
  groups: readonly { client: Client; times: number }[]
}

const plans = new WeakMap<readonly Client[], readonly Planned[]>()

/** The rules whose findings about a new order can count, and the clients to run them for. */
function planRules(possible: readonly Client[]): readonly Planned[] {
  const known = plans.get(possible)
  if (known) return known
  const plan = NEW_RULES.map(rule => ({
    rule,
    clients: possible.filter(client => clientsOf(rule).includes(client)),
  })).filter(
    ({ rule: { severity }, clients }) =>
      clients.length >= requiredMatches(possible) ||
      (clients.length > 0 && [severity].flat().includes('blocks')),
  )
  const planned = plan.map(({ rule, clients }) => ({ rule, groups: groupClients(rule, clients) }))
  plans.set(possible, planned)
  return planned
}

function groupClients(rule: Rule, clients: readonly Client[]): Planned['groups'] {
  const groups = new Map<unknown, { client: Client; times: number }>()
  for (const client of clients) {
    const asked = rule.dependsOn
      ? JSON.stringify(rule.dependsOn(PROFILES[client]))
      : rule.sameForAllClients
        ? ''
        : client
    const group = groups.get(asked)
    if (group) group.times++
    else groups.set(asked, { client, times: 1 })
  }
  return [...groups.values()]
}

function inspectBy(rules: Readonly<Record<Client, readonly Rule[]>>, input: PreflightInput): Finding[] {
  const findings = findForClients(input, client => {
    const found: Finding[] = []
    const as = client === input.profile.id ? input : { ...input, profile: PROFILES[client] }
    for (const rule of rules[client]) rule.check(as, hit => found.push(findingOf(rule, hit)))
    return found
  })
  return mostSevere(findings)
}

/** Adds to the findings of inspectAlone those of a comparison with other orders. */
export function addComparisons(alone: Finding[], input: ComparisonInput): Finding[] {
  if (input.others === NO_OTHER_ORDERS) return alone
  const found = findForClients(input, client => {
    const findings: Finding[] = []
    for (const rule of COMPARING_RULES[client])
      rule.compare({ ...input, profile: PROFILES[client] }, hit => findings.push(findingOf(rule, hit)))
    return findings
  })
  return mostSevere([...alone, ...found])
}

/**
 * The findings for the client. If that is not known yet: whatever any possible client would refuse, and the findings that are the same
 * for all possible clients but at most one. Others are reported once the client is known.
 */
function findForClients(
  { profile, possible }: Pick<PreflightInput, 'profile' | 'possible'>,
  find: (client: Client) => Finding[],
): Finding[] {
  if (profile.id !== 'auto') return find(profile.id)
  const found = possible.flatMap(find).map(finding => ({ finding, times: 1 }))
  return filterFrequent(found, possible)
}

/** A finding, and for how many clients it was made. */
interface Found {
  finding: Finding
  times: number
}

function filterFrequent(found: readonly Found[], possible: readonly Client[]): Finding[] {
  const alike = new Map<string, Found>()
  for (const { finding, times } of found) {
    const key = `${finding.code} ${finding.path} ${finding.severity}`
    const known = alike.get(key)
    if (known) known.times += times
    else alike.set(key, { finding, times })
  }
  const most = requiredMatches(possible)
  return [...alike.values()]
    .filter(({ finding, times }) => finding.severity === 'blocks' || times >= most)
    .map(({ finding }) => finding)
}

/** If the client is not known, a finding counts if it applies to this many of the possible ones. */
export function requiredMatches(possible: readonly Client[]): number {
  return Math.max(1, possible.length - 1)
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

function byClient<Some extends Pick<Rule, 'code' | 'appliesTo'>>(
  rules: readonly Some[],
): Readonly<Record<Client, readonly Some[]>> {
  const applying = CLIENTS.map(client => [client, rules.filter(rule => clientsOf(rule).includes(client))])
  return Object.fromEntries(applying) as Record<Client, Some[]>
}
