import { describeState } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import type { DecidedState, StateRule } from './decide-state.js'
import { loadStates } from './load-states.js'

/** Reports the states of these integrations that differ from those reported last. */
export async function refreshStates(
  db: Database,
  integrationKeys: readonly number[],
  rule: StateRule,
): Promise<void> {
  const states = await loadStates(db, integrationKeys, rule)
  for (const [key, decided] of states) if (isToBeReported(decided)) await reportChange(db, key, rule)
}

/** A 1C that is still loading is unconfirmed for a moment after every exchange; that is not reported. */
function isToBeReported({ state, cause, reported }: DecidedState): boolean {
  return state !== reported && cause.code !== 'loading'
}

/** Reports a change of state; if several servers notice it, the first to lock the row does. */
async function reportChange(db: Database, key: number, rule: StateRule): Promise<void> {
  await db.transaction(async tx => {
    await tx.query('select from integration_state where integration_key = $1 for update', [key])
    const decided = (await loadStates(tx, [key], rule)).get(key)
    if (!decided || !isToBeReported(decided)) return
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
