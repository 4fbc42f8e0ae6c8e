import { useDebouncedValue } from '@mantine/hooks'
import { numbersIn1C } from '@obmen/contract'
import { useQuery } from '@tanstack/react-query'
import { companiesQuery } from '../../api/companies.js'
import { exchangeQuery } from '../../api/exchanges.js'
import { integrationsQuery } from '../../api/integrations.js'
import { ordersQuery } from '../../api/orders.js'
import { useAdministers, useMe } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { lastRefusalQuery } from '../../api/requests.js'
import { useFormats, useTexts } from '../../texts/language.js'
import type { SettingsTab } from '../search.js'
import { texts as appTexts } from '../texts.js'
import { texts } from './texts.js'

/** Target of a line of the palette. */
export type Target =
  | { to: '/orders/$orderId'; params: { orderId: string } }
  | { to: '/exchanges/$exchangeId'; params: { exchangeId: string } }
  | { to: '/integrations/$integrationId'; params: { integrationId: string }; search?: { over: 'dry-run' } }
  | { to: '/companies'; search?: { q: string; archived?: true } }
  | { to: '/orders'; search?: { q?: string; state?: 'owed' } }
  | { to: '/settings'; search?: { tab: SettingsTab } }
  | {
      to:
        | '/overview'
        | '/attention'
        | '/exchanges'
        | '/tasks'
        | '/platform'
        | '/location'
        | '/structure'
        | '/account'
        | '/infrastructure'
    }
  | { to: '/platform'; search: { orderId: string; id: number } }
  | { to: '/help/$chapter'; params: { chapter: 'README' } }

export interface Found {
  id: string
  group: 'orders' | 'exchanges' | 'integrations' | 'companies' | 'actions' | 'pages'
  title: string
  detail?: string
  target: Target
}

const SHOWN = 6
const QUIET_MS = 150
const MIN_EXCHANGE = 5

/** Groups that could not be searched. */
export interface Missed {
  groups: Found['group'][]
  error: Error | null
  retry: () => void
}

/** Matches of the text, by group, the best first; what could not be searched. */
export function useFound(
  typed: string,
  enabled: boolean,
): { found: Found[]; searching: boolean; missed: Missed | undefined } {
  const t = useTexts(texts)
  const { links, bell } = useTexts(appTexts)
  const { money, date, shortTime } = useFormats()
  const text = typed.trim()
  const [q] = useDebouncedValue(text, QUIET_MS)
  const asks = enabled && q !== ''
  const hasLocation = useMe().data?.location != null
  const administers = useAdministers()
  const orders = useQuery({ ...ordersQuery({ q, limit: SHOWN }), enabled: asks && hasLocation })
  const ofCompanies = (archived: boolean) => ({
    ...companiesQuery({ archived, limit: SHOWN, q }),
    enabled: asks && hasLocation,
  })
  const companies = useQuery(ofCompanies(false))
  const archivedCompanies = useQuery(ofCompanies(true))
  const refusals = useQuery({ ...lastRefusalQuery(q), enabled: asks && administers })
  const refusal = refusals.data
  const integrations = useQuery({ ...integrationsQuery, enabled: asks && hasLocation })
  const exchangeId = /^\d+$/.test(q) && q.length >= MIN_EXCHANGE && q.length <= 15 ? Number(q) : undefined
  const exchange = useQuery({
    ...exchangeQuery(exchangeId ?? 0),
    enabled: asks && hasLocation && exchangeId !== undefined,
    retry: false,
  })

  const fits = (...words: string[]) =>
    words.some(word => word.toLocaleLowerCase().includes(q.toLocaleLowerCase()))
  const found: Found[] = []
  if (asks) {
    for (const order of orders.data?.items ?? [])
      found.push({
        id: `order-${order.id}`,
        group: 'orders',
        title: t.order(numbersIn1C(order.number, order.exports).join(', ')),
        detail: [
          order.platformNumber === null ? '' : t.platformNumber(order.platformNumber),
          order.customerName,
          money(order.total, order.currency),
          date(order.placedAt),
          t.orderId(order.id),
        ]
          .filter(part => part !== '')
          .join(' · '),
        target: { to: '/orders/$orderId', params: { orderId: order.id } },
      })
    const taken = orders.data?.items.find(({ id }) => id === q)?.changedAt
    if (refusal && (taken === undefined || taken < refusal.at))
      found.push({
        id: `refused-${refusal.id}`,
        group: 'orders',
        title: t.refused(q),
        detail: shortTime(refusal.at),
        target: { to: '/platform', search: { orderId: q, id: refusal.id } },
      })
    if (exchange.data !== undefined && exchange.data.id === exchangeId)
      found.push({
        id: `exchange-${exchange.data.id}`,
        group: 'exchanges',
        title: t.exchange(String(exchange.data.id)),
        detail: `${exchange.data.integrationName ?? ''} · ${date(exchange.data.startedAt)}`,
        target: { to: '/exchanges/$exchangeId', params: { exchangeId: String(exchange.data.id) } },
      })
    for (const { id, name, login, companyName } of integrations.data?.items ?? []) {
      if (!fits(name, login ?? '', companyName)) continue
      const params = { integrationId: id }
      found.push({
        id: `integration-${id}`,
        group: 'integrations',
        title: name,
        detail: login === null ? companyName : `${companyName} · ${t.login(login)}`,
        target: { to: '/integrations/$integrationId', params },
      })
      if (!administers) continue
      found.push({
        id: `dry-run-${id}`,
        group: 'actions',
        title: t.dryRun(name),
        target: { to: '/integrations/$integrationId', params, search: { over: 'dry-run' } },
      })
    }
    // Those in the archive take what room the others leave.
    const both = [...(companies.data?.items ?? []), ...(archivedCompanies.data?.items ?? [])]
    for (const { id, name, inn, kpp, archived } of both.slice(0, SHOWN))
      found.push({
        id: `company-${id}`,
        group: 'companies',
        title: name,
        detail: archived ? `${t.company(inn, kpp)} · ${t.archived}` : t.company(inn, kpp),
        target: { to: '/companies', search: archived ? { q: inn, archived } : { q: inn } },
      })
  }
  const places: [string, Target][] = hasLocation
    ? [
        [links.overview, { to: '/overview' }],
        [links.orders, { to: '/orders' }],
        [links.exchanges, { to: '/exchanges' }],
        [links.tasks, { to: '/tasks' }],
        [bell.name, { to: '/attention' }],
        [links.companies, { to: '/companies' }],
      ]
    : [[links.system, { to: '/infrastructure' }]]
  if (administers)
    places.push(
      [links.platform, { to: '/platform' }],
      [links.location, { to: '/location' }],
      [links.structure, { to: '/structure' }],
      [links.settings, { to: '/settings' }],
      [t.integrations, { to: '/settings', search: { tab: 'integrations' } }],
      [t.users, { to: '/settings', search: { tab: 'users' } }],
      [t.tokens, { to: '/settings', search: { tab: 'tokens' } }],
      [t.webhooks, { to: '/settings', search: { tab: 'webhooks' } }],
    )
  const actions: [string, Target][] = hasLocation
    ? [[t.owed, { to: '/orders', search: { state: 'owed' } }]]
    : []
  if (administers)
    actions.push(
      [t.addIntegration, { to: '/settings', search: { tab: 'integrations' } }],
      [t.newToken, { to: '/settings', search: { tab: 'tokens' } }],
      [t.invite, { to: '/settings', search: { tab: 'users' } }],
    )
  const plain = (group: 'actions' | 'pages', list: [string, Target][]) => {
    for (const [title, target] of list)
      if (q === '' || fits(title)) found.push({ id: `${group}-${title}`, group, title, target })
  }
  plain('actions', actions)
  plain('pages', [
    ...places,
    [links.help, { to: '/help/$chapter', params: { chapter: 'README' } }],
    [t.account, { to: '/account' }],
  ])
  const failed = (
    [
      ['orders', orders],
      ['orders', refusals],
      ['exchanges', exchange],
      ['integrations', integrations],
      ['companies', companies],
      ['companies', archivedCompanies],
    ] as const
  )
    // There may be no exchange of that number.
    .filter(([, { isError, error }]) => isError && !isStatus(error, 404))
  const missed: Missed | undefined =
    asks && failed.length > 0
      ? {
          groups: [...new Set(failed.map(([group]) => group))],
          error: failed[0]?.[1].error ?? null,
          retry: () => {
            for (const [, { refetch }] of failed) void refetch()
          },
        }
      : undefined
  return {
    found,
    missed,
    searching:
      asks &&
      (q !== text ||
        [orders, companies, archivedCompanies, refusals, integrations, exchange].some(
          ({ isFetching }) => isFetching,
        )),
  }
}
