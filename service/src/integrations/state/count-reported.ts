import { INTEGRATION_STATES, type IntegrationState } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

/** How many integrations are in each state, as it was last reported; those that are for trying out apart. */
export async function countReportedStates(db: Queryable): Promise<Map<IntegrationState, number>> {
  const { rows } = await db.query<{ state: IntegrationState; count: number }>(
    `select coalesce(t.state, case when i.enabled then 'waiting' else 'paused' end) as state,
            count(*)::int as count
       from integration i left join integration_state t on t.integration_key = i.key
      where not i.sandbox
      group by 1`,
  )
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return new Map(INTEGRATION_STATES.map(state => [state, counts.get(state) ?? 0]))
}
