import { FINDING_CODES, ORDER_STATES, RECONCILIATION_STATES, SEVERITIES } from '@obmen/contract'

/** The search parameters of each page, plain strings in the URL; others are ignored, never an error. */
type Raw = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const flag = (value: unknown) => (value === 'true' || value === true ? true : undefined)
const whole = (value: unknown) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : undefined)
const moment = (value: unknown) => (Number.isNaN(Date.parse(String(value))) ? undefined : text(value))
const list = (value: unknown) => (value === undefined ? undefined : [value].flat().map(String))
const choice = <const Value extends string>(value: unknown, values: readonly Value[]) =>
  values.find(known => known === value)

/** What `read` finds in a URL; links need not name all of it. */
function search<Found extends object>(read: (raw: Raw) => Found): (raw: Raw) => Partial<Found> {
  return read
}

const paging = search(raw => ({
  cursor: text(raw.cursor),
  before: list(raw.before),
}))
export type PagingSearch = ReturnType<typeof paging>

export const signInSearch = search(raw => ({ next: text(raw.next) }))

export const pageSearch = search(raw => ({
  q: text(raw.q),
  archived: flag(raw.archived),
  ...paging(raw),
}))
export type PageSearch = ReturnType<typeof pageSearch>

export const SETTINGS_TABS = ['general', 'integrations', 'users', 'tokens', 'webhooks'] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]
export const settingsSearch = search(raw => ({ tab: choice(raw.tab, SETTINGS_TABS) }))

export const INTEGRATION_TABS = [
  'connection',
  'rules',
  'owed',
  'findings',
  'exchanges',
  'reconciliation',
  'changes',
] as const
export type IntegrationTab = (typeof INTEGRATION_TABS)[number]
export const integrationSearch = search(raw => ({
  tab: choice(raw.tab, INTEGRATION_TABS),
  over: choice(raw.over, ['package', 'dry-run']),
  severity: choice(raw.severity, SEVERITIES),
  code: choice(raw.code, FINDING_CODES),
  from: moment(raw.from),
  to: moment(raw.to),
  state: choice(raw.state, RECONCILIATION_STATES),
  ...paging(raw),
}))
export type IntegrationSearch = ReturnType<typeof integrationSearch>

export const reconciliationSearch = search(raw => ({
  companyId: text(raw.companyId),
  from: moment(raw.from),
  to: moment(raw.to),
}))

export const CATALOGUE_TABS = ['unlinked', 'linked', 'items'] as const
export type CatalogueTab = (typeof CATALOGUE_TABS)[number]
export const catalogueSearch = search(raw => ({
  tab: choice(raw.tab, CATALOGUE_TABS),
  q: text(raw.q),
  lost: flag(raw.lost),
  group: text(raw.group),
  state: choice(raw.state, ['current', 'deleted', 'gone']),
  ...paging(raw),
}))

export const deskSearch = search(raw => ({
  period: choice(raw.period, ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter']),
}))

export const ATTENTION_TABS = ['now', 'over'] as const
export const attentionSearch = search(raw => ({ tab: choice(raw.tab, ATTENTION_TABS), ...paging(raw) }))

export const ACCOUNT_TABS = ['profile', 'notifications'] as const
export const accountSearch = search(raw => ({ tab: choice(raw.tab, ACCOUNT_TABS) }))

export const tasksSearch = search(raw => ({
  state: choice(raw.state, ['done']),
  companyId: text(raw.companyId),
  integrationId: text(raw.integrationId),
  from: moment(raw.from),
  to: moment(raw.to),
  ...paging(raw),
}))
export type TasksSearch = ReturnType<typeof tasksSearch>

export const ordersSearch = search(raw => ({
  q: text(raw.q),
  companyId: text(raw.companyId),
  integrationId: text(raw.integrationId),
  status: text(raw.status),
  gateway: text(raw.gateway),
  state: choice(raw.state, ORDER_STATES),
  cause: raw.state === 'held' ? text(raw.cause) : undefined,
  from: moment(raw.from),
  to: moment(raw.to),
  sort: choice(raw.sort, ['placedAt', '-placedAt']),
  ...paging(raw),
}))
export type OrdersSearch = ReturnType<typeof ordersSearch>

export const orderSearch = search(raw => ({
  /** The XML shown over the page: as it would be sent now to this integration… */
  xml: text(raw.xml),
  /** …or as it was sent in this batch. */
  sent: whole(raw.sent),
  compared: flag(raw.compared),
}))
export type OrderSearch = ReturnType<typeof orderSearch>

export const exchangesSearch = search(raw => ({
  integrationId: text(raw.integrationId),
  outcome: choice(raw.outcome, ['running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed']),
  from: moment(raw.from),
  to: moment(raw.to),
  ...paging(raw),
}))
export type ExchangesSearch = ReturnType<typeof exchangesSearch>

export const platformSearch = search(raw => ({
  /** Absent: only refused ones, or all for a single order. */
  status: choice(raw.status, ['refused', 'accepted', 'all']),
  orderId: text(raw.orderId),
  cause: text(raw.cause),
  tokenId: text(raw.tokenId),
  from: moment(raw.from),
  to: moment(raw.to),
  id: whole(raw.id),
  ...paging(raw),
}))
export type PlatformSearch = ReturnType<typeof platformSearch>

export const INFRASTRUCTURE_TABS = ['state', 'past', 'limits'] as const
export const infrastructureSearch = search(raw => ({
  tab: choice(raw.tab, INFRASTRUCTURE_TABS),
  q: text(raw.q),
  ...paging(raw),
}))

export const exchangeSearch = paging

/** "?q=17&before=a&before=b" ⇄ { q: '17', before: ['a', 'b'] }: no JSON in the address bar. */
export function parseSearch(search: string): Raw {
  const found: Raw = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const earlier = found[name]
    found[name] = earlier === undefined ? value : [earlier, value].flat()
  }
  return found
}

export function stringifySearch(search: Raw): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, String(one))
  const written = parameters.toString()
  return written === '' ? '' : `?${written}`
}
