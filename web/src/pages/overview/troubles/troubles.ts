import type { OverviewIntegration, WholeOverview } from '@obmen/contract/rest'
import { isTroubled } from '../../../components/integrations/is-troubled.js'

export interface Trouble {
  integration: OverviewIntegration
  /** `state`: its state is the problem; `late`: it works, but orders keep waiting. */
  kind: 'state' | 'late'
  late: boolean
}

const HOUR_MS = 3_600_000

/** What needs a person's attention, worst first: most waiting orders. */
export function findTroubles(
  { integrations, owedLate }: Pick<WholeOverview, 'integrations' | 'owedLate'>,
  now = new Date(),
): Trouble[] {
  const found = integrations.flatMap((integration): Trouble[] => {
    const late = owedLate > 0 && isLate(integration, now)
    const { state, counts, stateCause } = integration
    // Whoever paused it knows; waiting orders are another matter.
    if (state === 'paused' ? counts.owed > 0 : isTroubled(integration))
      return [{ integration, kind: 'state', late }]
    if (!late || stateCause.code === 'loading') return []
    return [{ integration, kind: state === 'exchanging' ? 'late' : 'state', late }]
  })
  return found.sort((a, b) => b.integration.counts.owed - a.integration.counts.owed)
}

function isLate({ counts, owedSince }: OverviewIntegration, now: Date): boolean {
  return counts.owed > 0 && owedSince !== null && now.getTime() - Date.parse(owedSince) > HOUR_MS
}
