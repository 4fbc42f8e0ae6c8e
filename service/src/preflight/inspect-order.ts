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
const NEW_RULES = RULES.filter(rule => 'check' in rule).filter(
  ({ onlyGiven, outlook }) => !onlyGiven && !outlook,
)
const NEW = byClient(NEW_RULES)
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

/**
 * inspectAlone of an order that was never sent, without what a good one brings about, too. Where the client is not known, each rule is asked
 * as seldom as it can be.
 */
export function inspectNew(input: PreflightInput): Finding[] {
  const { client, possible } = input
  if (client !== 'auto') return inspectBy(NEW, input)
  const inputs = new Map<Client, RuleInput>()
  const findings: Finding[] = []
  for (const { rule, clients } of planOf(possible)) {
    const hits: Finding[] = []
    for (const one of rule.alike ? clients.slice(0, 1) : clients) {
      const as = inputs.get(one) ?? { ...input, client: one, limits: CLIENT_LIMITS[one] }
      inputs.set(one, as)
      add(hits, rule, rule.check(as))
    }
    if (hits.length > 0) findings.push(...frequent(hits, rule.alike ? clients.length : 1, possible))
  }
  return gravest(findings)
}

interface Planned {
  rule: Rule
  clients: readonly Client[]
}

const plans = new WeakMap<readonly Client[], readonly Planned[]>()

/** Which rules of new orders can tell something, and of which clients. */
function planOf(possible: readonly Client[]): readonly Planned[] {
  const known = plans.get(possible)
  if (known) return known
  const plan = NEW_RULES.map(rule => ({
    rule,
    clients: possible.filter(client => rule.clients.includes(client)),
  })).filter(
    ({ rule: { severity }, clients }) =>
      clients.length >= mostOf(possible) || (clients.length > 0 && [severity].flat().includes('blocks')),
  )
  plans.set(possible, plan)
  return plan
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
  return frequent(possible.flatMap(find), 1, possible)
}

/** Of findings that were made for one client or several, each so many times. */
function frequent(findings: readonly Finding[], times: number, possible: readonly Client[]): Finding[] {
  const found = new Map<string, { finding: Finding; times: number }>()
  for (const finding of findings) {
    const key = `${finding.code} ${finding.path} ${finding.severity}`
    const known = found.get(key)
    if (known) known.times += times
    else found.set(key, { finding, times })
  }
  const most = mostOf(possible)
  return [...found.values()]
    .filter(({ finding, times }) => finding.severity === 'blocks' || times >= most)
    .map(({ finding }) => finding)
}

function mostOf(possible: readonly Client[]): number {
  return Math.max(1, possible.length - 1)
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
