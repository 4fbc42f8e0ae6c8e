import {
  FINDING_CODES,
  type FindingCode,
  ORDER_STATES,
  type OrderState,
  SEVERITIES,
  type Severity,
  type TaskState,
} from '@obmen/contract'

/** The search parameters of each page, plain strings in the URL; others are ignored, never an error. */
type Raw = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const flag = (value: unknown) => (value === 'true' || value === true ? true : undefined)
const whole = (value: unknown) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : undefined)
const list = (value: unknown) => (value === undefined ? undefined : [value].flat().map(String))
const choice = <const Value extends string>(value: unknown, values: readonly Value[]) =>
  values.find(known => known === value)

export interface PagingSearch {
  /** The page shown. */
  cursor?: string | undefined
  /** The cursors of the previous pages, for going back. */
  before?: string[] | undefined
}
const paging = (raw: Raw): PagingSearch => ({ cursor: text(raw.cursor), before: list(raw.before) })

export interface SignInSearch {
  next?: string | undefined
}
export const signInSearch = (raw: Raw): SignInSearch => ({ next: text(raw.next) })

export interface PageSearch extends PagingSearch {
  q?: string | undefined
  archived?: true | undefined
}
export const pageSearch = (raw: Raw): PageSearch => ({
  q: text(raw.q),
  archived: flag(raw.archived),
  ...paging(raw),
})

export const SETTINGS_TABS = ['general', 'integrations', 'users', 'tokens', 'webhooks'] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]
export interface SettingsSearch {
  tab?: SettingsTab | undefined
}
export const settingsSearch = (raw: Raw): SettingsSearch => ({ tab: choice(raw.tab, SETTINGS_TABS) })

export const INTEGRATION_TABS = ['connection', 'rules', 'owed', 'findings', 'exchanges', 'changes'] as const
export type IntegrationTab = (typeof INTEGRATION_TABS)[number]
export interface IntegrationSearch extends PagingSearch {
  tab?: IntegrationTab | undefined
  /** The window over the page: the XML of the next package, or the dry run. */
  over?: 'package' | 'dry-run' | undefined
  severity?: Severity | undefined
  code?: FindingCode | undefined
}
export const integrationSearch = (raw: Raw): IntegrationSearch => ({
  tab: choice(raw.tab, INTEGRATION_TABS),
  over: choice(raw.over, ['package', 'dry-run']),
  severity: choice(raw.severity, SEVERITIES),
  code: choice(raw.code, FINDING_CODES),
  ...paging(raw),
})

export const CATALOGUE_TABS = ['unlinked', 'linked', 'items'] as const
export type CatalogueTab = (typeof CATALOGUE_TABS)[number]
export interface CatalogueSearch extends PagingSearch {
  tab?: CatalogueTab | undefined
  q?: string | undefined
  /** Links whose item is lost. */
  lost?: true | undefined
  group?: string | undefined
  state?: 'current' | 'deleted' | 'gone' | undefined
}
export const catalogueSearch = (raw: Raw): CatalogueSearch => ({
  tab: choice(raw.tab, CATALOGUE_TABS),
  q: text(raw.q),
  lost: flag(raw.lost),
  group: text(raw.group),
  state: choice(raw.state, ['current', 'deleted', 'gone']),
  ...paging(raw),
})

export interface TasksSearch extends PagingSearch {
  state?: TaskState | undefined
  companyId?: string | undefined
}
export const tasksSearch = (raw: Raw): TasksSearch => ({
  state: choice(raw.state, ['done']),
  companyId: text(raw.companyId),
  ...paging(raw),
})

export interface OrdersSearch extends PagingSearch {
  q?: string | undefined
  companyId?: string | undefined
  integrationId?: string | undefined
  status?: string | undefined
  gateway?: string | undefined
  state?: OrderState | undefined
  /** The cause by which held orders are filtered. */
  cause?: string | undefined
  from?: string | undefined
  to?: string | undefined
  sort?: 'placedAt' | '-placedAt' | undefined
}
export const ordersSearch = (raw: Raw): OrdersSearch => ({
  q: text(raw.q),
  companyId: text(raw.companyId),
  integrationId: text(raw.integrationId),
  status: text(raw.status),
  gateway: text(raw.gateway),
  state: choice(raw.state, ORDER_STATES),
  cause: raw.state === 'held' ? text(raw.cause) : undefined,
  from: text(raw.from),
  to: text(raw.to),
  sort: choice(raw.sort, ['placedAt', '-placedAt']),
  ...paging(raw),
})

export interface OrderSearch {
  /** The XML shown over the page: as it would be sent now to this integration… */
  xml?: string | undefined
  /** …or as it was sent in this batch. */
  sent?: number | undefined
  /** Shows the differences from what was sent before. */
  compared?: true | undefined
}
export const orderSearch = (raw: Raw): OrderSearch => ({
  xml: text(raw.xml),
  sent: whole(raw.sent),
  compared: flag(raw.compared),
})

export interface ExchangesSearch extends PagingSearch {
  integrationId?: string | undefined
  outcome?: 'running' | 'confirmed' | 'nothing' | 'unconfirmed' | 'refused' | 'failed' | undefined
  from?: string | undefined
  to?: string | undefined
}
export const exchangesSearch = (raw: Raw): ExchangesSearch => ({
  integrationId: text(raw.integrationId),
  outcome: choice(raw.outcome, ['running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed']),
  from: text(raw.from),
  to: text(raw.to),
  ...paging(raw),
})

export interface PlatformSearch extends PagingSearch {
  /** Absent: only refused ones, or all for a single order. */
  status?: 'refused' | 'accepted' | 'all' | undefined
  orderId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** The request shown over the list. */
  id?: number | undefined
}
export const platformSearch = (raw: Raw): PlatformSearch => ({
  status: choice(raw.status, ['refused', 'accepted', 'all']),
  orderId: text(raw.orderId),
  from: text(raw.from),
  to: text(raw.to),
  id: whole(raw.id),
  ...paging(raw),
})

/** Pages through the orders of one exchange. */
export const exchangeSearch = (raw: Raw): PagingSearch => paging(raw)

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
