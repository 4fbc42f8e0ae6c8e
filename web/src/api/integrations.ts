import type {
  Integration,
  IntegrationInput,
  IntegrationPatch,
  IntegrationWithPassword,
  Page,
  SeenValues,
  SettingsReading,
} from '@obmen/service/api-contract'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from './request.js'

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: ({ signal }) => request<Page<Integration>>('/integrations', { query: { limit: 500 }, signal }),
})

export function integrationQuery(id: string) {
  return queryOptions({
    queryKey: ['integrations', id],
    queryFn: ({ signal }) => request<Integration>(`/integrations/${id}`, { signal }),
  })
}

export function createIntegration(input: IntegrationInput): Promise<IntegrationWithPassword> {
  return request('/integrations', { method: 'POST', body: input })
}

export function patchIntegration(id: string, version: number, patch: IntegrationPatch): Promise<Integration> {
  return request(`/integrations/${id}`, { method: 'PATCH', body: patch, ifMatch: version })
}

export function deleteIntegration(id: string): Promise<void> {
  return request(`/integrations/${id}`, { method: 'DELETE' })
}

export function newPassword(id: string): Promise<IntegrationWithPassword> {
  return request(`/integrations/${id}/password`, { method: 'POST' })
}

/** What the server makes of settings that nobody saved yet, and how many orders they would send. */
export function readSettingsOnServer(
  settings: string,
  companyId: string | undefined,
  signal: AbortSignal,
): Promise<SettingsReading> {
  return request('/settings/read', {
    method: 'POST',
    body: { settings, ...(companyId === undefined ? {} : { companyId }) },
    signal,
  })
}

/** Statuses and gateways that recent orders of the location have. */
export const seenValuesQuery = queryOptions({
  queryKey: ['seen-values'],
  queryFn: ({ signal }) => request<SeenValues>('/seen-values', { signal }),
  staleTime: 60_000,
})

/** A password is told once: it stays in memory for the page that shows it, until the tab is closed or it is put away. */
export function keepPassword(queryClient: QueryClient, { id, password }: IntegrationWithPassword): void {
  queryClient.setQueryDefaults(['integration-password'], { gcTime: Number.POSITIVE_INFINITY })
  queryClient.setQueryData(['integration-password', id], password)
}

/** The password just made, if this tab made it. */
export function keptPasswordQuery(id: string) {
  return queryOptions<string | null>({
    queryKey: ['integration-password', id],
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}
