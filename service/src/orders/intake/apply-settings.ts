import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Database, Queryable } from '../../db/database.js'
import { requestFindings } from '../../findings/recalculate.js'
import type { ApplySettings } from '../../integrations/integration.js'
import { sameRouting } from '../../integrations/routing-settings.js'
import { renumberIntegration } from '../numbering/renumber-integration.js'
import { discardStaged, stageNumbers, switchToStaged } from '../numbering/stage-numbers.js'
import { beginRecalculation } from '../routing/recalculation.js'

/**
 * Applies the settings of a new integration, or of one whose settings were `before`, to the orders of its company. Orders are renumbered
 * at once, since that may refuse the settings; what is owed is recalculated afterwards. Call it in the transaction that creates or
 * changes the integration and holds the company's `rules` lock exclusively. AppError `number-taken` or `numbers-exhausted`.
 */
export async function applySettings(
  tx: Queryable,
  integration: { key: number; companyId: string; settings: Settings },
  before?: Settings,
): Promise<void> {
  const { settings } = integration
  if (!before || !sameNumbering(before, settings)) await renumberIntegration(tx, integration)
  await applyRoutingAndFindings(tx, integration, before)
}

async function applyRoutingAndFindings(
  tx: Queryable,
  integration: { key: number; companyId: string; settings: Settings },
  before?: Settings,
): Promise<void> {
  const { settings } = integration
  if (!before || !sameRouting(before, settings)) await beginRecalculation(tx, integration)
  await requestFindings(tx, integration.key, { putsWait: true })
}

function sameNumbering(one: Settings, other: Settings): boolean {
  const [before, after] = [fillSettings(one), fillSettings(other)]
  return before.ordernumber === after.ordernumber && before.client === after.client
}

/** Attempts at staging before the numbers of all orders are claimed while the company waits. */
const MAX_ATTEMPTS = 3

/**
 * Performs a change of settings. If the integration switches to the platform's numbers, the numbers of the company's orders are claimed
 * beforehand, while nobody waits. `change` gets the function with which to apply the settings in its transaction. Throws what `change`
 * throws, and AppError `number-taken`.
 */
export async function withStagedNumbers<T>(
  db: Database,
  integration: { key: number; companyId: string; settings: Settings },
  after: Settings,
  change: (apply: ApplySettings) => Promise<T>,
): Promise<T> {
  const usesPlatform = fillSettings(after).ordernumber === 'platform'
  if (!usesPlatform || sameNumbering(integration.settings, after)) return change(applySettings)
  for (let left = MAX_ATTEMPTS; left > 0; left--) {
    const staged = await stageNumbers(db, { ...integration, settings: after })
    if (!staged) continue
    try {
      return await change(async (tx, changed, before) => {
        if (!before || sameNumbering(before, changed.settings) || !sameNumbering(after, changed.settings))
          return applySettings(tx, changed, before)
        if (!(await switchToStaged(tx, staged))) throw new NumbersOutdated()
        await applyRoutingAndFindings(tx, changed, before)
      })
    } catch (error) {
      if (!(error instanceof NumbersOutdated)) throw error
    } finally {
      await discardStaged(db, staged)
    }
  }
  return change(applySettings)
}

/** Something that the staged numbers depend on has changed. */
class NumbersOutdated extends Error {}
