import { SEVERITIES } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import { buyerOf } from '../orders/warnings/buyer-keys.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { NOBODY_ELSE } from '../orders/warnings/other-orders.js'
import { CLIENT_LIMITS } from './client-limits.js'
import type { InputBesideOthers, PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'
import type { Hit, Rule, RuleInput } from './rules/rule.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)
const PLACES: ReadonlyMap<string, number> = new Map(RULES.map(({ code }, place) => [code, place]))
const ALONE = byClient(RULES.filter(rule => 'check' in rule))
/** What is kept and told of an order as it is put, and was never given. */
const NEW = byClient(RULES.filter(rule => 'check' in rule && !rule.onlyGiven && !rule.outlook) as Rule[])
const BESIDE_OTHERS = byClient(RULES.filter(rule => 'compare' in rule))

/** What the 1C of an integration does with an order, by severity. Pure. */
export function inspectOrder(input: PreflightInput): Finding[] {
  const alone = inspectAlone(input)
  const { client, possible, others, order } = input
  if (others === NOBODY_ELSE) return alone
  return withOthers(alone, {
    client,
    possible,
    others,
    items: itemsOf(order),
    buyer: buyerOf(order.customer),
  })
}

/** The same as if the company had no other orders. */
function inspectAlone(input: PreflightInput): Finding[] {
  return inspectBy(ALONE, input)
}

/** inspectAlone of an order that was never sent, without what a good one brings about, too. */
export function inspectNew(input: PreflightInput): Finding[] {
  return inspectBy(NEW, input)
}

function inspectBy(rules: Readonly<Record<Client, readonly Rule[]>>, input: PreflightInput): Finding[] {
  const findings = ofClient(input, client => {
    const found: Finding[] = []
    const as =
      client === input.client ? (input as RuleInput) : { ...input, client, limits: CLIENT_LIMITS[client] }
    for (const rule of rules[client]) add(found, rule, rule.check(as))
    return found
  })
  return gravest(findings)
}

/** What inspectOrder finds of an order, of which inspectAlone found so much. */
export function withOthers(alone: Finding[], input: InputBesideOthers): Finding[] {
  if (input.others === NOBODY_ELSE) return alone
  const found = ofClient(input, client => {
    const findings: Finding[] = []
    for (const rule of BESIDE_OTHERS[client]) add(findings, rule, rule.compare({ ...input, client }))
    return findings
  })
  return gravest([...alone, ...found])
}

/**
 * What is found for the client. For one that is not known yet: whatever any that it may be would refuse, and what all but one at most make
 * of the order. Other losses are told once it is known which it is.
 */
function ofClient(
  { client, possible }: Pick<PreflightInput, 'client' | 'possible'>,
  find: (client: Client) => Finding[],
): Finding[] {
  if (client !== 'auto') return find(client)
  const found = new Map<string, { finding: Finding; times: number }>()
  for (const finding of possible.flatMap(find)) {
    const key = `${finding.code} ${finding.path} ${finding.severity}`
    const known = found.get(key) ?? { finding, times: 0 }
    found.set(key, { ...known, times: known.times + 1 })
  }
  const most = Math.max(1, possible.length - 1)
  return [...found.values()]
    .filter(({ finding, times }) => finding.severity === 'blocks' || times >= most)
    .map(({ finding }) => finding)
}

function add(findings: Finding[], rule: Omit<Rule, 'check'>, hits: Iterable<Hit>): void {
  const usual = typeof rule.severity === 'string' ? rule.severity : rule.severity[0]
  for (const { path, params = {}, severity = usual } of hits)
    findings.push({
      code: rule.code,
      severity,
      path,
      params,
      whileOwed: rule.whileOwed === true,
      outlook: rule.outlook === true,
    })
}

/** In the order of the rules within each severity. */
function gravest(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings
  return findings
    .sort((a, b) => rank(a) - rank(b) || PLACES.get(a.code)! - PLACES.get(b.code)!)
    .slice(0, ORDER_LIMITS.problems)
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}

function byClient<Some extends Pick<Rule, 'clients'>>(
  rules: readonly Some[],
): Readonly<Record<Client, readonly Some[]>> {
  const of = (client: Client): Some[] => rules.filter(({ clients }) => clients.includes(client))
  return { bp: of('bp'), unf: of('unf'), ut: of('ut'), rt: of('rt'), bitrix: of('bitrix') }
}
