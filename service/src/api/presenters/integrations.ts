import type { Integration } from '@obmen/contract/rest'
import { explainRules } from '@obmen/contract/settings'
import type { Config } from '../../config.js'
import type { Integration as IntegrationRow } from '../../integrations/integration.js'
import type { StateCounts } from '../../outbox/entries/count-states.js'

export interface IntegrationContext {
  counts: StateCounts
  publicUrl: string
  config: Pick<Config, 'silentAfterHours'>
  now: Date
  proposedPayments?: 'documents' | null
}

export function presentIntegration(
  row: IntegrationRow,
  { counts, publicUrl, config, now, proposedPayments = null }: IntegrationContext,
): Integration {
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
    login: row.login,
    rules: explainRules(row.settings),
    state: stateOf(row, config.silentAfterHours, now),
    firstSeenAt: row.firstSeenAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    client: row.lastUserAgent,
    passwordChangedAt: row.passwordChangedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    counts: { owed: counts.owed, offered: counts.offered, confirmed: counts.confirmed },
    owedSince: counts.owedSince?.toISOString() ?? null,
    proposedPayments,
    recalculating: row.recalculating && {
      since: row.recalculating.since.toISOString(),
      progress: row.recalculating.progress,
    },
  }
}

function stateOf(row: IntegrationRow, silentAfterHours: number, now: Date): Integration['state'] {
  if (!row.enabled) return 'paused'
  if (row.lastSeenAt === null) return 'waiting'
  return now.getTime() - row.lastSeenAt.getTime() > silentAfterHours * 3_600_000 ? 'silent' : 'exchanging'
}
