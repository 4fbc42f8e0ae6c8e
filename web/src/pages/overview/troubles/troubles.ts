import type { Exchange, OverviewIntegration, WholeOverview } from '@obmen/contract/rest'

export interface Trouble {
  integration: OverviewIntegration
  /** late: 1C used to call; not-connected: it never did; exchange: it called, and that went wrong. */
  kind: 'late' | 'not-connected' | 'paused' | 'exchange'
  /** The newest exchange of the integration, if that is what went wrong. */
  exchange: Exchange | undefined
}

const HOUR_MS = 3_600_000
const WRONG: readonly Exchange['outcome'][] = ['failed', 'unconfirmed', 'refused']

/** What a person should see to, worst first: orders that wait for more than an hour, and exchanges that went wrong last. */
export function findTroubles(
  {
    integrations,
    recentExchanges,
    owedLate,
  }: Pick<WholeOverview, 'integrations' | 'recentExchanges' | 'owedLate'>,
  now = new Date(),
): Trouble[] {
  const found = integrations.flatMap((integration): Trouble[] => {
    const newest = recentExchanges.find(({ integrationId }) => integrationId === integration.id)
    const exchange = newest !== undefined && WRONG.includes(newest.outcome) ? newest : undefined
    if (owedLate > 0 && isLate(integration, now))
      return [{ integration, kind: lateKind(integration), exchange }]
    return exchange === undefined ? [] : [{ integration, kind: 'exchange', exchange }]
  })
  return found.sort((a, b) => weight(b) - weight(a))
}

function isLate({ counts, owedSince }: OverviewIntegration, now: Date): boolean {
  return counts.owed > 0 && owedSince !== null && now.getTime() - Date.parse(owedSince) > HOUR_MS
}

function lateKind({ state }: OverviewIntegration): Trouble['kind'] {
  if (state === 'paused') return 'paused'
  return state === 'waiting' ? 'not-connected' : 'late'
}

/** Orders that pile up come before a single exchange; more of them before fewer. */
function weight({ kind, integration }: Trouble): number {
  return kind === 'exchange' ? 0 : integration.counts.owed
}
