import type { ExchangeOutcome } from './heading.js'
import { describeEnding } from './texts.js'

export type StepOutcome = 'running' | 'done' | 'failure' | 'refused' | 'cut'

/** One request of an exchange, in brief. */
interface Step {
  type: string | null
  mode: string | null
  outcome: StepOutcome
}

/** An exchange: all that one session of a 1C asked. */
export interface Exchange {
  id: number
  /** Null when the integration has been removed since. */
  integrationId: string | null
  /** Told also of a removed one. */
  integrationName: string | null
  startedAt: Date
  lastCallAt: Date
  /** From its first request to the end of its last. */
  durationMs: number
  /** The client's User-Agent. */
  client: string
  address: string
  /** The first hundred. */
  steps: Step[]
  ordersOffered: number
  ordersConfirmed: number
  outcome: ExchangeOutcome
  /** How it ended and what that means, Russian. */
  summary: string
}

export interface ExchangeRow {
  id: number
  integration_id: string | null
  integration_name: string | null
  opened_at: Date
  last_call_at: Date
  ended_at: Date
  user_agent: string
  address: string
  outcome: ExchangeOutcome
  orders_offered: number
  orders_confirmed: number
  failure: string | null
  queried: boolean
  steps: Step[]
}

/** From `exchange_session s`; steps by a lateral join, so that only a page's sessions are looked up. */
export const SELECT_EXCHANGE = `
  select s.id, i.id as integration_id, coalesce(i.name, r.name) as integration_name, s.opened_at, s.last_call_at,
         greatest(s.last_call_at, e.ended_at) as ended_at, s.user_agent, s.address, s.outcome, s.orders_offered,
         s.orders_confirmed, s.failure, e.queried, e.steps`
export const JOIN_EXCHANGE = `
  left join integration i on i.key = s.integration_key
  left join removed_integration r on r.key = s.integration_key
  cross join lateral (
    select coalesce(json_agg(json_build_object('type', type, 'mode', mode, 'outcome', outcome) order by id), '[]') as steps,
           coalesce(bool_or(type = 'sale' and mode = 'query'), false) as queried,
           max(at + duration_ms * interval '1 millisecond') as ended_at
      from (select * from journal_entry where session_id = s.id order by id limit 100) entry) e`

export function toExchange(row: ExchangeRow): Exchange {
  const ending = {
    outcome: row.outcome,
    ordersOffered: row.orders_offered,
    ordersConfirmed: row.orders_confirmed,
    failure: row.failure,
    queried: row.queried,
  }
  return {
    id: row.id,
    integrationId: row.integration_id,
    integrationName: row.integration_name,
    startedAt: row.opened_at,
    lastCallAt: row.last_call_at,
    durationMs: Math.max(0, row.ended_at.getTime() - row.opened_at.getTime()),
    client: row.user_agent,
    address: row.address,
    steps: row.steps,
    ordersOffered: row.orders_offered,
    ordersConfirmed: row.orders_confirmed,
    outcome: row.outcome,
    summary: describeEnding(ending),
  }
}
