import { useDebouncedValue } from '@mantine/hooks'
import { numbersIn1C } from '@obmen/contract'
import type { ApiRequest, Company, Exchange, Integration, OrderListItem, Task } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { companiesQuery } from '../../api/companies.js'
import { exchangeQuery } from '../../api/exchanges.js'
import { tasksQuery } from '../../api/findings.js'
import { integrationsQuery } from '../../api/integrations.js'
import { ordersQuery } from '../../api/orders.js'
import { useAdministers, useMe } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { lastRefusalQuery } from '../../api/requests.js'
import { useSentences } from '../../components/findings/use-sentences.js'
import { texts as exportTexts } from '../../components/orders/texts-export.js'
import { useFormats, useTexts } from '../../texts/language.js'
import type { SettingsTab } from '../search.js'
import { texts as appTexts } from '../texts.js'
import { texts } from './texts.js'

export type Target = Pick<LinkProps, 'to' | 'params' | 'search'>

export interface Found {
  id: string
  group: 'orders' | 'tasks' | 'exchanges' | 'integrations' | 'companies' | 'actions' | 'pages'
  title: string
  detail?: string
  target: Target
  /** What opens is the page of this order. */
  orderId?: string
}

const SHOWN = 6
/** Open tasks that are looked through, the newest; an older one is on the page of its order. */
const TASKS = 200
const QUIET_MS = 150
const MIN_EXCHANGE = 5

export interface Missed {
  groups: Found['group'][]
  isError: true
  error: Error | null
  refetch: () => Promise<unknown>
}

type Place = [title: string, target: Target]

/** Matches of the text, by group, the best first; what could not be searched. */
export function useFound(typed: string): { found: Found[]; searching: boolean; missed: Missed | undefined } {
  const text = typed.trim()
  const [q] = useDebouncedValue(text, QUIET_MS)
  const asks = q !== ''
  const { answers, exchangeId } = useAnswers(q, asks)
  const describe = useDescriptions(q)
  const places = usePlaces()
  const { orders, tasks, companies, archivedCompanies, refusals, integrations, exchange } = answers
  const fits = (...words: string[]) =>
    words.some(word => word.toLocaleLowerCase().includes(q.toLocaleLowerCase()))
  const found: Found[] = []
  if (asks) {
    found.push(...(orders.data?.items ?? []).map(describe.order))
    const taken = orders.data?.items.find(({ id }) => id === q)?.updatedAt
    const refusal = refusals.data
    if (refusal && (taken === undefined || taken < refusal.at)) found.push(describe.refusal(refusal))
    const toDo = (tasks.data?.items ?? []).map(describe.task)
    found.push(...toDo.filter(({ title, detail }) => fits(title, detail ?? '')).slice(0, SHOWN))
    if (exchange.data !== undefined && exchange.data.id === exchangeId)
      found.push(describe.exchange(exchange.data))
    const fitting = (integrations.data?.items ?? []).filter(({ name, login, companyName }) =>
      fits(name, login ?? '', companyName),
    )
    found.push(...fitting.flatMap(describe.integration))
    // Those in the archive take what room the others leave.
    const both = [...(companies.data?.items ?? []), ...(archivedCompanies.data?.items ?? [])]
    found.push(...both.slice(0, SHOWN).map(describe.company))
  }
  for (const group of ['actions', 'pages'] as const)
    for (const [title, target] of places[group])
      if (q === '' || fits(title)) found.push({ id: `${group}-${title}`, group, title, target })
  return {
    found,
    missed: asks ? missedOf(answers) : undefined,
    searching: asks && (q !== text || Object.values(answers).some(({ isFetching }) => isFetching)),
  }
}

function useAnswers(q: string, asks: boolean) {
  const hasLocation = useMe().data?.location != null
  const administers = useAdministers()
  const enabled = asks && hasLocation
  const exchangeId = /^\d+$/.test(q) && q.length >= MIN_EXCHANGE && q.length <= 15 ? Number(q) : undefined
  const answers = {
    orders: useQuery({ ...ordersQuery({ q, limit: SHOWN }), enabled }),
    tasks: useQuery({ ...tasksQuery({ state: 'open', limit: TASKS }), enabled }),
    companies: useQuery({ ...companiesQuery({ archived: false, limit: SHOWN, q }), enabled }),
    archivedCompanies: useQuery({ ...companiesQuery({ archived: true, limit: SHOWN, q }), enabled }),
    refusals: useQuery({ ...lastRefusalQuery(q), enabled: asks && administers }),
    integrations: useQuery({ ...integrationsQuery, enabled }),
    exchange: useQuery({
      ...exchangeQuery(exchangeId ?? 0),
      enabled: enabled && exchangeId !== undefined,
      retry: false,
    }),
  }
  return { answers, exchangeId }
}

function missedOf(answers: ReturnType<typeof useAnswers>['answers']): Missed | undefined {
  const { orders, tasks, refusals, exchange, integrations, companies, archivedCompanies } = answers
  const groups = [
    ['orders', orders],
    ['orders', refusals],
    ['tasks', tasks],
    ['exchanges', exchange],
    ['integrations', integrations],
    ['companies', companies],
    ['companies', archivedCompanies],
  ] as const
  // There may be no exchange of that number.
  const failed = groups.filter(([, { isError, error }]) => isError && !isStatus(error, 404))
  if (failed.length === 0) return undefined
  return {
    groups: [...new Set(failed.map(([group]) => group))],
    error: failed[0]?.[1].error ?? null,
    isError: true,
    refetch: () => Promise.all(failed.map(([, { refetch }]) => refetch())),
  }
}

function useDescriptions(q: string) {
  const t = useTexts(texts)
  const { money, date, shortTime } = useFormats()
  const administers = useAdministers()
  const { states: states1C } = useTexts(exportTexts)
  const sentences = useSentences()
  return {
    order: (order: OrderListItem): Found => {
      const states = [...new Set(order.exports.map(({ state }) => states1C[state]))]
      const facts = [
        order.companyName,
        states.join(', '),
        order.number === null ? '' : t.platformNumber(order.number),
        order.customerName,
        money(order.total, order.currency),
        date(order.placedAt),
        t.orderId(order.id),
      ]
      return {
        id: `order-${order.id}`,
        group: 'orders',
        title: t.order(numbersIn1C(order.numberIn1c, order.exports).join(', ')),
        detail: facts.filter(part => part !== '').join(' · '),
        target: { to: '/orders/$orderId', params: { orderId: order.id } },
        orderId: order.id,
      }
    },
    task: (task: Task): Found => {
      const { id, orderId, number, numberIn1c, companyName } = task
      const facts = [companyName, t.order(numberIn1c), number ?? '', t.orderId(orderId)]
      return {
        id: `task-${id}`,
        group: 'tasks',
        title: sentences.task(task),
        detail: facts.filter(part => part !== '').join(' · '),
        target: { to: '/orders/$orderId', params: { orderId } },
        orderId,
      }
    },
    refusal: ({ id, at }: ApiRequest): Found => ({
      id: `refused-${id}`,
      group: 'orders',
      title: t.refused(q),
      detail: shortTime(at),
      target: { to: '/platform', search: { orderId: q, id } },
    }),
    exchange: ({ id, integrationName, startedAt }: Exchange): Found => ({
      id: `exchange-${id}`,
      group: 'exchanges',
      title: t.exchange(String(id)),
      detail: `${integrationName ?? ''} · ${date(startedAt)}`,
      target: { to: '/exchanges/$exchangeId', params: { exchangeId: String(id) } },
    }),
    integration: ({ id, name, login, companyName }: Integration): Found[] => {
      const target = { to: '/integrations/$integrationId', params: { integrationId: id } } as const
      const detail = login === null ? companyName : `${companyName} · ${t.login(login)}`
      const shown: Found = { id: `integration-${id}`, group: 'integrations', title: name, detail, target }
      if (!administers) return [shown]
      const dryRun = { ...target, search: { over: 'dry-run' } } as const
      return [shown, { id: `dry-run-${id}`, group: 'actions', title: t.dryRun(name), target: dryRun }]
    },
    company: ({ id, name, inn, kpp, archived }: Company): Found => ({
      id: `company-${id}`,
      group: 'companies',
      title: name,
      detail: archived ? `${t.company(inn, kpp)} · ${t.archived}` : t.company(inn, kpp),
      target: { to: '/companies', search: archived ? { q: inn, archived } : { q: inn } },
    }),
  }
}

/** The pages that the person may open, and what can be done there. */
function usePlaces(): Record<'actions' | 'pages', Place[]> {
  const t = useTexts(texts)
  const { links, bell } = useTexts(appTexts)
  const hasLocation = useMe().data?.location != null
  const administers = useAdministers()
  const pages: Place[] = hasLocation
    ? [
        [links.overview, { to: '/overview' }],
        [links.orders, { to: '/orders' }],
        [links.exchanges, { to: '/exchanges' }],
        [links.tasks, { to: '/tasks' }],
        [links.reconciliation, { to: '/reconciliation' }],
        ...(administers ? [] : [[links.desk, { to: '/desk' }] satisfies Place]),
        [bell.name, { to: '/attention' }],
        [links.companies, { to: '/companies' }],
      ]
    : [[links.system, { to: '/infrastructure' }]]
  const actions: Place[] = hasLocation ? [[t.owed, { to: '/orders', search: { state: 'owed' } }]] : []
  const settings = (title: string, tab: SettingsTab): Place => [title, { to: '/settings', search: { tab } }]
  if (administers) {
    pages.push(
      [links.platform, { to: '/platform' }],
      [links.location, { to: '/location' }],
      [links.structure, { to: '/structure' }],
      [links.settings, { to: '/settings' }],
      settings(t.integrations, 'integrations'),
      settings(t.users, 'users'),
      settings(t.tokens, 'tokens'),
      settings(t.webhooks, 'webhooks'),
    )
    actions.push(
      settings(t.addIntegration, 'integrations'),
      settings(t.newToken, 'tokens'),
      settings(t.invite, 'users'),
    )
  }
  pages.push(
    [links.help, { to: '/help/$chapter', params: { chapter: 'README' } }],
    [t.account, { to: '/account' }],
  )
  return { actions, pages }
}
