import { describeState } from '@obmen/contract'
import type { Integration, IntegrationWithPassword } from '@obmen/contract/rest'
import { explainRules } from '@obmen/contract/settings'
import type { FastifyRequest } from 'fastify'
import { PROFILES } from '../../clients/index.js'
import { getIntegration, type Integration as IntegrationRow } from '../../integrations/integration.js'
import { possibleClients } from '../../integrations/recognition/recognize-client.js'
import type { DecidedState } from '../../integrations/state/decide-state.js'
import { loadStates } from '../../integrations/state/states.js'
import { waitForRecalculation } from '../../jobs/wait-for-work.js'
import { countEarlyOrders } from '../../orders/routing/early-orders.js'
import { proposeDocuments } from '../../orders/routing/propose-documents.js'
import { countStates, type StateCounts } from '../../outbox/entries/read-entries.js'
import type { ApiDeps } from '../deps.js'
import { dated } from './dated.js'
import { appliedClient, presentRecognition } from './recognition.js'

export type ShownIntegration = Integration & Pick<IntegrationWithPassword, 'settings' | 'login'>
type Deps = Pick<ApiDeps, 'db' | 'config' | 'publicUrl'>
type Details = Pick<Integration, 'proposedPayments' | 'recognition'>

const NO_DETAILS: Details = { proposedPayments: null, recognition: null }

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
  const details: Details = { proposedPayments, recognition: presentRecognition(row, early) }
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
