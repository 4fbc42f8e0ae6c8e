import { describeState } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import type { DecidedState, StateRule } from './decide-state.js'
import { loadStates } from './load-states.js'

/** Reports the present states of these integrations where they differ from those last reported. */
export async function refreshStates(
  db: Database,
  integrationKeys: readonly number[],
  rule: StateRule,
): Promise<void> {
  const states = await loadStates(db, integrationKeys, rule)
  for (const [key, decided] of states) if (isNews(decided)) await reportChange(db, key, rule)
}

/** Every exchange with orders is unconfirmed for a moment: that is not reported. */
function isNews({ state, cause, reported }: DecidedState): boolean {
  return state !== reported && cause.code !== 'loading'
}

/** Several servers may see the same change: the first to lock the row reports it. */
async function reportChange(db: Database, key: number, rule: StateRule): Promise<void> {
  await db.transaction(async tx => {
    await tx.query('select from integration_state where integration_key = $1 for update', [key])
    const decided = (await loadStates(tx, [key], rule)).get(key)
    if (!decided || !isNews(decided)) return
    const { state, since, cause, reported } = decided
    await tx.query(
      `insert into integration_state (integration_key, state, since)
       select key, $2, $3 from integration where key = $1 for key share
       on conflict (integration_key) do update set state = excluded.state, since = excluded.since`,
      [key, state, since],
    )
    const data = {
      state,
      previousState: reported,
      since: since.toISOString(),
      reason: describeState(cause, 'ru'),
    }
    await recordEvents(tx, [{ type: 'integration.state.changed', integrationKey: key, data }])
  })
}
