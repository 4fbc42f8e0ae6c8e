import { describeState } from '@obmen/contract'
import type { Integration, IntegrationWithPassword } from '@obmen/contract/rest'
import { explainRules } from '@obmen/contract/settings'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import type { Integration as IntegrationRow } from '../../integrations/integration.js'
import type { DecidedState } from '../../integrations/state/decide-state.js'
import type { StateCounts } from '../../outbox/entries/read-entries.js'

export interface IntegrationContext {
  counts: StateCounts
  publicUrl: string
  state: DecidedState
  config: Pick<Config, 'publicUrl'>
  proposedPayments?: 'documents' | null
  recognition?: Integration['recognition']
}

/** An accountant needs neither settings nor the login. */
export function hideFromAccountants<Shown extends Integration>(
  { scope }: Pick<FastifyRequest, 'scope'>,
  shown: Shown,
): Shown {
  return typeof scope === 'object' && scope !== null
    ? { ...shown, settings: null, login: null, notes: [], recognition: null }
    : shown
}

export function presentIntegration(
  row: IntegrationRow,
  { counts, publicUrl, state, config, proposedPayments = null, recognition = null }: IntegrationContext,
): Integration & Pick<IntegrationWithPassword, 'settings' | 'login'> {
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
    exchangeUrl: `${publicUrl}/1c`,
    exchangeUrlSet: config.publicUrl !== undefined,
    login: row.login,
    rules: explainRules(row.settings),
    state: state.state,
    stateSince: state.since.toISOString(),
    stateReason: describeState(state.cause, 'ru'),
    stateCause: state.cause,
    firstSeenAt: row.firstSeenAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    client: row.lastUserAgent,
    passwordChangedAt: row.passwordChangedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    counts: { owed: counts.owed, offered: counts.offered, held: counts.held, confirmed: counts.confirmed },
    owedSince: counts.owedSince?.toISOString() ?? null,
    recognition,
    proposedPayments,
    recalculating: row.recalculating && {
      since: row.recalculating.since.toISOString(),
      progress: row.recalculating.progress,
    },
  }
}
