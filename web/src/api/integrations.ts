import type {
  DryRun,
  Facets,
  FileInspection,
  Integration,
  IntegrationChange,
  IntegrationInput,
  IntegrationPatch,
  IntegrationWithPassword,
  LatestDocuments,
  Page,
  SettingsReading,
} from '@obmen/contract/rest'
import type { Client } from '@obmen/contract/settings'
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import { allPages } from './request/all-pages.js'
import { linkUrl } from './request/base.js'
import { read, readList } from './request/queries.js'
import { request, requestBytes } from './request/request.js'
import { shownOnceQuery } from './request/shown-once.js'

const LONG_MS = 180_000

const RECALCULATING_POLL_MS = 2000

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: async ({ signal }): Promise<Page<Integration>> => ({
    items: await allPages<Integration>('/integrations', signal),
    next: null,
  }),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ recalculating }) => recalculating !== null) ? RECALCULATING_POLL_MS : false,
})

export function integrationQuery(id: string) {
  return queryOptions({
    ...read<Integration>(['integrations', id], `/integrations/${id}`),
    refetchInterval: ({ state }) => (state.data?.recalculating ? RECALCULATING_POLL_MS : false),
  })
}

export const latestDocumentsQuery = (id: string) =>
  read<LatestDocuments>(['integrations', id, 'latest-documents'], `/integrations/${id}/latest-documents`)

export function createIntegration(input: IntegrationInput): Promise<IntegrationWithPassword> {
  return request('/integrations', { method: 'POST', body: input })
}

export function patchIntegration(id: string, version: number, patch: IntegrationPatch): Promise<Integration> {
  return request(`/integrations/${id}`, { method: 'PATCH', body: patch, ifMatch: version })
}

export async function integrationSaved(queryClient: QueryClient, saved: Integration): Promise<void> {
  queryClient.setQueryData(integrationQuery(saved.id).queryKey, saved)
  await queryClient.invalidateQueries({ queryKey: ['integrations'] })
}

export function answerClient(id: string, client: Client): Promise<Integration> {
  return request(`/integrations/${id}/client`, { method: 'POST', body: { client } })
}

/** Orders placed before 1C was connected: send them again, or consider them loaded. */
export function settleEarlyOrders(id: string, resend: boolean): Promise<{ orders: number }> {
  return request(`/integrations/${id}/early-orders`, { method: 'POST', body: { resend } })
}

export function deleteIntegration(id: string): Promise<void> {
  return request(`/integrations/${id}`, { method: 'DELETE' })
}

export function newPassword(id: string): Promise<IntegrationWithPassword> {
  return request(`/integrations/${id}/password`, { method: 'POST' })
}

export function changesQuery(id: string, page: { limit: number; cursor?: string | undefined }) {
  return readList<Page<IntegrationChange>>(
    ['integrations', id, 'changes'],
    `/integrations/${id}/changes`,
    page,
  )
}

/** The XML that 1C's next query would return, at most `limit` orders, as bytes. */
export function packageQuery(id: string, limit: number) {
  return queryOptions({
    queryKey: ['integrations', id, 'package', limit],
    queryFn: ({ signal }) =>
      requestBytes(`/integrations/${id}/preview`, { query: { limit }, signal, timeoutMs: LONG_MS }),
  })
}

export function packageUrl(id: string): string {
  return linkUrl(`/integrations/${id}/preview`)
}

/** Simulates the integration's 1C over the next package. Repeated only by the person. */
export function dryRunQuery(id: string, limit: number) {
  return queryOptions({
    queryKey: ['integration-dry-run', id, limit],
    queryFn: ({ signal }) =>
      request<DryRun>(`/integrations/${id}/dry-run`, {
        method: 'POST',
        query: { limit },
        signal,
        timeoutMs: LONG_MS,
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** The server's reading of settings that are not saved yet, and how many orders would match. */
export function readSettingsOnServer(
  settings: string,
  { companyId, integrationId }: { companyId: string | undefined; integrationId?: string | undefined },
  signal: AbortSignal,
): Promise<SettingsReading> {
  return request('/integrations/settings:validate', {
    method: 'POST',
    body: {
      settings,
      ...(companyId === undefined ? {} : { companyId }),
      ...(integrationId === undefined ? {} : { integrationId }),
    },
    signal,
  })
}

/** Inspects a 1C file: its content and what it would change. The file is sent unchanged. */
export function inspectFile(id: string, file: File): Promise<FileInspection> {
  return request(`/integrations/${id}/uploads:inspect`, {
    method: 'POST',
    query: { name: file.name.slice(0, 200) },
    file,
    timeoutMs: INSPECTION_MS,
  })
}

const INSPECTION_MS = 600_000

export const facetsQuery = queryOptions({
  ...read<Facets>(['facets'], '/facets'),
  staleTime: 60_000,
})

/** The last password that this tab created, if any: a newer one may have been created elsewhere since. */
export function keptPasswordQuery(id: string) {
  return shownOnceQuery<Pick<IntegrationWithPassword, 'password' | 'passwordChangedAt'>>(
    'integration-password',
    id,
  )
}
