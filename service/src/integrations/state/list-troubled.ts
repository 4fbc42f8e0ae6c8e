import type { StateCause } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import type { StateRule } from './decide-state.js'
import { loadStates } from './load-states.js'

export interface TroubledIntegration {
  id: string
  name: string
  companyName: string
  state: 'refused' | 'unconfirmed' | 'silent'
  since: Date
  cause: StateCause
}

export interface Troubled {
  /** Sorted by `since`, latest first. */
  integrations: TroubledIntegration[]
  /** There are more. */
  more: boolean
}

/**
 * Integrations that can't sign in, don't confirm or are silent now. They are found by the state reported last, which is at most moments
 * old, so that only these are examined.
 */
export async function listTroubled(
  db: Queryable,
  scope: Scope,
  rule: StateRule,
  limit: number,
): Promise<Troubled> {
  const { rows } = await db.query<{ key: number; id: string; name: string; companyName: string }>(
    `select i.key, i.id, i.name, c.name as "companyName"
       from integration i
       join integration_state t on t.integration_key = i.key
       join company c on c.id = i.company_id
      where i.location_id = $1 and ${companySeenSql('i.company_id', '$2')} and i.enabled
        and t.state in ('refused', 'unconfirmed', 'silent')
      order by t.since desc, i.key limit $3`,
    [locationIn(scope), companiesIn(scope), limit + 1],
  )
  const shown = rows.slice(0, limit)
  const states = await loadStates(
    db,
    shown.map(({ key }) => key),
    rule,
  )
  const integrations = shown.flatMap(({ key, ...named }): TroubledIntegration[] => {
    const { state, since, cause } = states.get(key)!
    if (state !== 'refused' && state !== 'unconfirmed' && state !== 'silent') return []
    return cause.code === 'loading' ? [] : [{ ...named, state, since, cause }]
  })
  return { integrations, more: rows.length > limit }
}
