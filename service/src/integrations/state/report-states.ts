import { describeState, type IntegrationState } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { recordEvents } from '../../events/record-events.js'
import type { Logger } from '../../log.js'
import type { DecidedState, StateRule } from './decide-state.js'
import { loadStates } from './states.js'

/** Whoever runs the server sees them in its log, too. */
const LOGGED: readonly IntegrationState[] = ['silent', 'refused']

/** Reports the states of these integrations that differ from those reported last. */
export async function refreshStates(
  db: Database,
  integrationKeys: readonly number[],
  rule: StateRule,
  log?: Logger,
): Promise<void> {
  const states = await loadStates(db, integrationKeys, rule)
  for (const [key, decided] of states) if (isToBeReported(decided)) await reportChange(db, key, rule, log)
}

/** A 1C that is still loading is unconfirmed for a moment after every exchange; that is not reported. */
function isToBeReported({ state, cause, reported }: DecidedState): boolean {
  return state !== reported && cause.code !== 'loading'
}

/** Reports a change of state; if several servers notice it, the first to lock the row does. */
async function reportChange(db: Database, key: number, rule: StateRule, log?: Logger): Promise<void> {
  const reported = await db.transaction(async tx => {
    await tx.query('select from integration_state where integration_key = $1 for update', [key])
    const decided = (await loadStates(tx, [key], rule)).get(key)
    if (!decided || !isToBeReported(decided)) return undefined
    const { state, since, cause, reported: previousState } = decided
    const { rows } = await tx.query<{ integrationId: string }>(
      `insert into integration_state (integration_key, state, since)
       select key, $2, $3 from integration where key = $1 for key share
       on conflict (integration_key) do update set state = excluded.state, since = excluded.since
       returning (select i.id from integration i where i.key = integration_key) as "integrationId"`,
      [key, state, since],
    )
    const data = { state, previousState, since: since.toISOString(), reason: describeState(cause, 'ru') }
    await recordEvents(tx, [{ type: 'integration.state.changed', integrationKey: key, data }])
    return { ...rows[0], state, since, cause: cause.code }
  })
  if (reported && LOGGED.includes(reported.state)) log?.warn(reported, `a 1C is ${reported.state}`)
}
