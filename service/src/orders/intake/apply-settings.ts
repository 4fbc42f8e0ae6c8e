import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Database, Queryable } from '../../db/database.js'
import { beginFindings } from '../../findings/recalculate.js'
import type { ApplySettings } from '../../integrations/integration.js'
import { sameRouting } from '../../integrations/routing-settings.js'
import { renumberIntegration } from '../numbering/renumber-integration.js'
import { endStaging, stageNumbers, takeNumbers } from '../numbering/stage-numbers.js'
import { beginRecalculation } from '../routing/recalculation.js'

/**
 * Applies the settings of a new integration, or one whose settings were `before`, to the orders of its company: they are renumbered
 * immediately, since that may refuse the settings; what is owed is recalculated afterwards. In the transaction that creates or changes it, which
 * holds the company's `rules` lock exclusively. AppError `number-taken` or `numbers-exhausted`.
 */
export async function applySettings(
  tx: Queryable,
  integration: { key: number; companyId: string; settings: Settings },
  before?: Settings,
): Promise<void> {
  const { settings } = integration
  if (!before || !sameNumbering(before, settings)) await renumberIntegration(tx, integration)
  await applyRest(tx, integration, before)
}

async function applyRest(
  tx: Queryable,
  integration: { key: number; companyId: string; settings: Settings },
  before?: Settings,
): Promise<void> {
  const { settings } = integration
  if (!before || !sameRouting(before, settings)) await beginRecalculation(tx, integration)
  await beginFindings(tx, integration.key, { putsShutOut: true })
}

function sameNumbering(one: Settings, other: Settings): boolean {
  const [before, after] = [fillSettings(one), fillSettings(other)]
  return before.ordernumber === after.ordernumber && before.client === after.client
}

/** Attempts before the numbers of all orders are claimed while the company waits. */
const TRIES = 3

/**
 * Performs a change of settings. If the integration switches to the platform's numbers, those of the company's orders are
 * claimed beforehand, while nobody waits. `change` gets the function that applies the settings in its transaction. Throws
 * what `change` throws, and AppError `conflict` for numbers.
 */
export async function withStagedNumbers<T>(
  db: Database,
  integration: { key: number; companyId: string; settings: Settings },
  after: Settings,
  change: (apply: ApplySettings) => Promise<T>,
): Promise<T> {
  const usesPlatform = fillSettings(after).ordernumber === 'platform'
  if (!usesPlatform || sameNumbering(integration.settings, after)) return change(applySettings)
  for (let left = TRIES; left > 0; left--) {
    const staged = await stageNumbers(db, { ...integration, settings: after })
    if (!staged) continue
    try {
      return await change(async (tx, changed, before) => {
        if (!before || sameNumbering(before, changed.settings) || !sameNumbering(after, changed.settings))
          return applySettings(tx, changed, before)
        if (!(await takeNumbers(tx, staged))) throw new Overtaken()
        await applyRest(tx, changed, before)
      })
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    } finally {
      await endStaging(db, staged)
    }
  }
  return change(applySettings)
}

/** Something else that the numbers depend on has changed. */
class Overtaken extends Error {}
