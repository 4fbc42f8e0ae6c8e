import { SEVERITIES } from '@obmen/contract'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { PROFILES } from '../clients/index.js'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import { buyerOf } from '../orders/warnings/buyers.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { NO_OTHER_ORDERS, type PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'
import { clientsOf, type Hit, type Rule } from './rules/rule.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)
const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ code }, place) => [code, place]))
const CHECKING_RULES = byClient(RULES.filter(rule => 'check' in rule))
const COMPARING_RULES = byClient(RULES.filter(rule => 'compare' in rule))

/** The findings of an order for an integration, the most severe first. Pure. */
export function inspectOrder(input: PreflightInput): Finding[] {
  const { possible, others, order } = input
  const findings = findForClients(input, client => {
    const found: Finding[] = []
    const as = client === input.profile.id ? input : { ...input, profile: PROFILES[client] }
    for (const rule of CHECKING_RULES[client]) rule.check(as, hit => found.push(findingOf(rule, hit)))
    return found
  })
  if (others !== NO_OTHER_ORDERS) {
    const compared = { possible, others, items: itemsOf(order), buyer: buyerOf(order.customer) }
    const compare = (client: Client): Finding[] => {
      const found: Finding[] = []
      for (const rule of COMPARING_RULES[client])
        rule.compare({ ...compared, profile: PROFILES[client] }, hit => found.push(findingOf(rule, hit)))
      return found
    }
    findings.push(...findForClients(input, compare))
  }
  return mostSevere(findings)
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
  const alike = new Map<string, { finding: Finding; times: number }>()
  for (const finding of possible.flatMap(find)) {
    const key = `${finding.code} ${finding.path} ${finding.severity}`
    const known = alike.get(key)
    if (known) known.times++
    else alike.set(key, { finding, times: 1 })
  }
  const most = Math.max(1, possible.length - 1)
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

function byClient<Some extends Pick<Rule, 'code' | 'appliesTo'>>(
  rules: readonly Some[],
): Readonly<Record<Client, readonly Some[]>> {
  const applying = CLIENTS.map(client => [client, rules.filter(rule => clientsOf(rule).includes(client))])
  return Object.fromEntries(applying) as Record<Client, Some[]>
}
