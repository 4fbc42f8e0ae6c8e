import { SEVERITIES } from '@obmen/contract'
import type { Client, ClientChoice } from '@obmen/contract/settings'
import type { Finding } from '../findings/finding.js'
import { ORDER_LIMITS } from '../orders/intake/read/order-limits.js'
import { buyerOf } from '../orders/warnings/buyer-keys.js'
import { itemsOf } from '../orders/warnings/item-names.js'
import { NO_OTHER_ORDERS } from '../orders/warnings/other-orders.js'
import { CLIENT_LIMITS } from './client-limits.js'
import type { InputBesideOthers, PreflightInput } from './preflight-input.js'
import { FAMILIES } from './rules/index.js'
import type { Hit, Rule, RuleInput } from './rules/rule.js'

const RULES = FAMILIES.flatMap(({ rules }) => rules)
const PLACES: ReadonlyMap<string, number> = new Map(RULES.map(({ code }, place) => [code, place]))
const ALONE = byClient(RULES.filter(rule => 'check' in rule))
/** Rules whose findings are stored and reported for a new order that was never sent. */
const NEW_RULES = RULES.filter(rule => 'check' in rule).filter(
  ({ onlyGiven, outlook }) => !onlyGiven && !outlook,
)
const NEW = byClient(NEW_RULES)
const BESIDE_OTHERS = byClient(RULES.filter(rule => 'compare' in rule))

/** What the 1C of an integration does with an order, by severity. Pure. */
export function inspectOrder(input: PreflightInput): Finding[] {
  const alone = inspectAlone(input)
  const { client, possible, others, order } = input
  if (others === NO_OTHER_ORDERS) return alone
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
 * inspectAlone for an order that was never sent, without the notes that even a good order gets. If the client is not known,
 * each rule runs as few times as possible.
 */
export function inspectNew(input: PreflightInput): Finding[] {
  const { client, possible } = input
  if (client !== 'auto') return inspectBy(NEW, input)
  const inputs = new Map<Client, RuleInput>()
  const findings: Finding[] = []
  const found: Found[] = []
  let asked: Rule
  let clients: number
  const report = (hit: Hit): unknown => found.push({ finding: findingOf(asked, hit), times: clients })
  for (const { rule, groups } of planOf(possible)) {
    asked = rule
    for (const { client: one, times } of groups) {
      const as = inputs.get(one) ?? { ...input, client: one, limits: CLIENT_LIMITS[one] }
      inputs.set(one, as)
      clients = times
      rule.check(as, report)
    }
    if (found.length > 0) findings.push(...frequent(found.splice(0), possible))
  }
  return gravest(findings)
}

/** The rules that inspectNew asks. */
export function rulesOfNew(client: ClientChoice, possible: readonly Client[]): readonly Rule[] {
  return client === 'auto' ? planOf(possible).map(({ rule }) => rule) : NEW[client]
}

interface Planned {
  rule: Rule
  /** One client of each group that the rule treats alike, and the size of the group. */
  groups: readonly { client: Client; times: number }[]
}

const plans = new WeakMap<readonly Client[], readonly Planned[]>()

/** Rules that can report something about new orders, and the clients to run them for. */
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
  const planned = plan.map(({ rule, clients }) => ({ rule, groups: groupsOf(rule, clients) }))
  plans.set(possible, planned)
  return planned
}

function groupsOf(rule: Rule, clients: readonly Client[]): Planned['groups'] {
  const groups = new Map<unknown, { client: Client; times: number }>()
  for (const client of clients) {
    const asked = rule.asks ? JSON.stringify(rule.asks(CLIENT_LIMITS[client])) : rule.alike ? '' : client
    const group = groups.get(asked)
    if (group) group.times++
    else groups.set(asked, { client, times: 1 })
  }
  return [...groups.values()]
}

function inspectBy(rules: Readonly<Record<Client, readonly Rule[]>>, input: PreflightInput): Finding[] {
  const findings = ofClient(input, client => {
    const found: Finding[] = []
    const as =
      client === input.client ? (input as RuleInput) : { ...input, client, limits: CLIENT_LIMITS[client] }
    for (const rule of rules[client]) rule.check(as, hit => found.push(findingOf(rule, hit)))
    return found
  })
  return gravest(findings)
}

/** Completes the findings of inspectAlone to those of inspectOrder. */
export function withOthers(alone: Finding[], input: InputBesideOthers): Finding[] {
  if (input.others === NO_OTHER_ORDERS) return alone
  const found = ofClient(input, client => {
    const findings: Finding[] = []
    for (const rule of BESIDE_OTHERS[client])
      rule.compare({ ...input, client }, hit => findings.push(findingOf(rule, hit)))
    return findings
  })
  return gravest([...alone, ...found])
}

/**
 * The findings for the client. If it is not known yet: whatever any possible client would refuse, and what all possible
 * clients but at most one make of the order. Other losses are reported once the client is known.
 */
function ofClient(
  { client, possible }: Pick<PreflightInput, 'client' | 'possible'>,
  find: (client: Client) => Finding[],
): Finding[] {
  if (client !== 'auto') return find(client)
  const found = possible.flatMap(find).map(finding => ({ finding, times: 1 }))
  return frequent(found, possible)
}

/** A finding that was made for so many clients. */
interface Found {
  finding: Finding
  times: number
}

function frequent(found: readonly Found[], possible: readonly Client[]): Finding[] {
  const alike = new Map<string, Found>()
  for (const { finding, times } of found) {
    const key = `${finding.code} ${finding.path} ${finding.severity}`
    const known = alike.get(key)
    if (known) known.times += times
    else alike.set(key, { finding, times })
  }
  const most = mostOf(possible)
  return [...alike.values()]
    .filter(({ finding, times }) => finding.severity === 'blocks' || times >= most)
    .map(({ finding }) => finding)
}

/** If the client is not known, a finding counts when it holds for this many of the possible ones. */
export function mostOf(possible: readonly Client[]): number {
  return Math.max(1, possible.length - 1)
}

function findingOf(rule: Omit<Rule, 'check'>, { path, params = {}, severity }: Hit): Finding {
  const usual = typeof rule.severity === 'string' ? rule.severity : rule.severity[0]
  return {
    code: rule.code,
    severity: severity ?? usual,
    path,
    params,
    whileOwed: rule.whileOwed === true,
    outlook: rule.outlook === true,
  }
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
