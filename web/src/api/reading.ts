import type {
  Reading,
  ReadingCheck,
  ReadingInput,
  ReconciliationOverview,
  ReconciliationPage,
} from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import type { Period } from '../components/filters/period.js'
import { isStatus } from './request/problem.js'
import { type Filter, readList } from './request/queries.js'
import { request } from './request/request.js'

const RUNNING_POLL_MS = 1500
const WAITING_POLL_MS = 15_000
/** A base wakes for half a minute, and the check asks it a dozen times. */
const CHECK_MS = 300_000

const path = (integrationId: string): string => `/integrations/${integrationId}/reading`

/** How a 1C is read; null if that is not set up. Live events do not tell how far a reading is. */
export function readingQuery(integrationId: string) {
  return queryOptions({
    queryKey: ['integrations', integrationId, 'reading'],
    queryFn: async ({ signal }): Promise<Reading | null> => {
      try {
        return await request<Reading>(path(integrationId), { signal })
      } catch (error) {
        if (isStatus(error, 404)) return null
        throw error
      }
    },
    refetchInterval: ({ state: { data } }) =>
      data ? (isBusy(data) ? RUNNING_POLL_MS : WAITING_POLL_MS) : false,
  })
}

/** It reads, or begins to at any moment. */
const isBusy = ({ state, nextAt }: Reading): boolean =>
  state === 'running' || (nextAt !== null && Date.parse(nextAt) <= Date.now())

export function putReading(integrationId: string, input: ReadingInput): Promise<Reading> {
  return request(path(integrationId), { method: 'PUT', body: input })
}

export function deleteReading(integrationId: string): Promise<void> {
  return request(path(integrationId), { method: 'DELETE' })
}

export function runReading(integrationId: string): Promise<Reading> {
  return request(`${path(integrationId)}:run`, { method: 'POST' })
}

/** Tries out a connection, with nothing stored; without a password the stored one is taken. */
export function checkReading(
  integrationId: string,
  input: Pick<ReadingInput, 'url' | 'login' | 'password' | 'organization'>,
): Promise<ReadingCheck> {
  return request(`${path(integrationId)}:check`, { method: 'POST', body: input, timeoutMs: CHECK_MS })
}

export function reconciliationQuery(integrationId: string, filter: Filter<'from' | 'to' | 'state'>) {
  return readList<ReconciliationPage>(
    ['integrations', integrationId, 'reconciliation'],
    `/integrations/${integrationId}/reconciliation`,
    filter,
  )
}

/** How all 1Cs that are read stand. */
export function reconciliationOverviewQuery({ from, to }: Period) {
  return readList<ReconciliationOverview>(['reconciliation'], '/reconciliation', { from, to })
}
