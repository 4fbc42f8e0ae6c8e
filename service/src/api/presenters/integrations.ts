import { type ConnectionCheck, describeCheck, describeFact, describeState } from '@obmen/contract'
import type { Integration, IntegrationWithPassword } from '@obmen/contract/rest'
import { type ClientChoice, explainRules, fillSettings } from '@obmen/contract/settings'
import type { FastifyRequest } from 'fastify'
import { PROFILES } from '../../clients/index.js'
import { getIntegration, type Integration as IntegrationRow } from '../../integrations/integration.js'
import { AGENT_1C } from '../../integrations/recognition/client-signs.js'
import {
  chosenClient,
  clientQuestion,
  possibleClients,
  recognizeClient,
  withAppliedClient,
} from '../../integrations/recognition/recognize-client.js'
import type { DecidedState } from '../../integrations/state/decide-state.js'
import { loadStates } from '../../integrations/state/states.js'
import { waitForRecalculation } from '../../jobs/wait-for-work.js'
import { countEarlyOrders, type EarlyOrders } from '../../orders/routing/early-orders.js'
import { proposeDocuments } from '../../orders/routing/propose-documents.js'
import { countStates, type StateCounts } from '../../outbox/entries/read-entries.js'
import { lockNumbers } from '../../places/company-counter.js'
import type { ApiDeps } from '../deps.js'
import { dated } from './dated.js'

export type ShownIntegration = Integration & Pick<IntegrationWithPassword, 'settings' | 'login'>
type Deps = Pick<ApiDeps, 'db' | 'config' | 'publicUrl'>
type Details = Pick<Integration, 'proposedPayments' | 'proposedNumber' | 'recognition'>

const NO_DETAILS: Details = { proposedPayments: null, proposedNumber: null, recognition: null }

/** An accountant needs neither settings nor the login. */
export function hideFromAccountants<Shown extends Integration>(
  { scope }: Pick<FastifyRequest, 'scope'>,
  shown: Shown,
): Shown {
  return typeof scope === 'object' && scope !== null
    ? { ...shown, settings: null, login: null, notes: [], recognition: null }
    : shown
}

/** As lists show them, without details. */
export async function presentIntegrations(
  deps: Deps,
  rows: readonly IntegrationRow[],
  details = NO_DETAILS,
): Promise<ShownIntegration[]> {
  const keys = rows.map(row => row.key)
  const [counts, states] = await Promise.all([
    countStates(deps.db, keys),
    loadStates(deps.db, keys, deps.config),
  ])
  return rows.map(row => ({
    ...presentRow(row, deps, counts.get(row.key)!, states.get(row.key)!),
    ...details,
  }))
}

export async function presentIntegration(deps: Deps, row: IntegrationRow): Promise<ShownIntegration> {
  const client = appliedClient(row)
  const possible = client === 'auto' ? possibleClients(row.signs) : [client]
  const hasStartDate = possible.some(one => PROFILES[one].rules.includes('before-default-start'))
  const early = hasStartDate ? await countEarlyOrders(deps.db, row) : undefined
  const proposedPayments = (await proposeDocuments(deps.db, row)) ? 'documents' : null
  const proposedNumber = row.restoredAt && (await lockNumbers(deps.db, row.companyId)).firstFree
  const details: Details = { proposedPayments, proposedNumber, recognition: presentRecognition(row, early) }
  return (await presentIntegrations(deps, [row], details))[0]!
}

/** Its state shortly after the recalculation began; for most companies it is finished by then. */
export async function presentSaved(deps: Deps, saved: IntegrationRow): Promise<ShownIntegration> {
  if (!saved.recalculating) return presentIntegration(deps, saved)
  await waitForRecalculation(deps.db, [saved.key])
  const { recalculating } = await getIntegration(deps.db, saved.locationId, saved.id)
  return presentIntegration(deps, { ...saved, recalculating })
}

function presentRow(
  row: IntegrationRow,
  { config, publicUrl }: Deps,
  { owedSince, owed, offered, held, confirmed }: StateCounts,
  { state, since, cause }: DecidedState,
): Omit<ShownIntegration, keyof Details> {
  return {
    id: row.id,
    class: row.class,
    name: row.name,
    companyId: row.companyId,
    companyName: row.companyName,
    settings: { ...row.settings },
    notes: row.notes,
    enabled: row.enabled,
    restoredAt: row.restoredAt?.toISOString() ?? null,
    sandbox: row.sandbox,
    version: row.version,
    exchangeUrl: `${publicUrl()}/1c`,
    exchangeUrlSet: config.publicUrl !== undefined,
    login: row.login,
    rules: explainRules(row.settings),
    state,
    stateSince: since.toISOString(),
    stateReason: describeState(cause, 'ru'),
    stateCause: cause,
    firstSeenAt: row.firstSeenAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    client: row.lastUserAgent,
    passwordChangedAt: row.passwordChangedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    counts: { owed, offered, held, confirmed },
    owedSince: owedSince?.toISOString() ?? null,
    recalculating: row.recalculating && dated(row.recalculating),
  }
}

/** What an integration's exchanges showed, in words. `early`: only if it is, or may be, a Бухгалтерия. */
function presentRecognition(
  row: IntegrationRow,
  early: EarlyOrders | undefined,
): NonNullable<Integration['recognition']> {
  const applied = appliedClient(row)
  const { client, possible, facts } = recognizeClient(row.signs)
  return {
    client: client ?? null,
    possible: row.signs ? [...possible] : [],
    applied,
    question: clientQuestion(row.signs, applied, row.keptClient),
    facts: facts.map(code => ({ code, message: describeFact(code, 'ru') })),
    checks: checksOf(row, applied, early).map(check => ({ ...check, message: describeCheck(check, 'ru') })),
  }
}

/** The program that its orders are currently written for. */
function appliedClient({ settings, recognizedClient }: IntegrationRow): ClientChoice {
  return chosenClient(withAppliedClient(settings, recognizedClient))
}

function checksOf(
  { signs, settings, lastUserAgent }: IntegrationRow,
  applied: ClientChoice,
  early: EarlyOrders | undefined,
): ConnectionCheck[] {
  const usual = { orders: null, date: null, agent: null, bp: applied === 'bp' }
  const checks: ConnectionCheck[] = []
  const add = (check: Pick<ConnectionCheck, 'code' | 'tone'> & Partial<ConnectionCheck>): void => {
    checks.push({ ...usual, ...check })
  }
  const exchange = signs?.exchange
  // Another program reveals nothing about how this one is configured.
  const isIt = applied !== 'auto' && recognizeClient(signs).possible.includes(applied)
  const sendsFiles = PROFILES[applied].mayShow.includes('sends-files')
  if (exchange?.platform) add({ code: 'signs-in', tone: 'good' })
  else if (exchange) add({ code: 'not-1c', tone: 'look', agent: foreignAgent(lastUserAgent) })
  if (exchange?.platform && isIt && PROFILES[applied].hasKindOfSite) {
    if (exchange.init === 'none') add({ code: 'site-other', tone: 'known' })
    else if (exchange.cmlVersion === null) add({ code: 'site-bitrix-silent', tone: 'look' })
    else add({ code: 'site-bitrix', tone: 'good' })
  }
  if (exchange && isIt && !sendsFiles) add({ code: 'sends-nothing', tone: 'known' })
  else if (exchange && signs?.sends?.orders)
    add(
      fillSettings(settings).accept1c
        ? { code: 'sends-orders', tone: 'good' }
        : { code: 'sends-refused', tone: 'look' },
    )
  else if (exchange?.platform && isIt && sendsFiles) add({ code: 'sends-none-yet', tone: 'known' })
  if (early && early.ahead > 0)
    add({ code: 'start-date-ahead', tone: 'look', orders: early.ahead, date: early.date, bp: true })
  if (early && early.passed > 0)
    add({ code: 'start-date-passed', tone: 'look', orders: early.passed, date: early.date, bp: true })
  return checks
}

/** The user agent, unless it is 1C's own: a program that calls itself 1C was judged by other signs. */
function foreignAgent(agent: string | null): string | null {
  return agent !== null && AGENT_1C.test(agent) ? null : agent
}
