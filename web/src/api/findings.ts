import type { FindingCode, Severity, TaskState } from '@obmen/contract'
import type { FindingPage, Task, TaskPage } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

export interface FindingFilter {
  severity?: Severity | undefined
  code?: FindingCode | undefined
  limit: number
  cursor?: string | undefined
}

export function findingsQuery(integrationId: string, filter: FindingFilter) {
  return queryOptions({
    queryKey: ['integrations', integrationId, 'findings', filter],
    queryFn: ({ signal }) =>
      request<FindingPage>(`/integrations/${integrationId}/findings`, { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })
}

export interface TaskFilter {
  state?: TaskState | undefined
  companyId?: string | undefined
  limit: number
  cursor?: string | undefined
}

export function tasksQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: ['tasks', filter],
    queryFn: ({ signal }) => request<TaskPage>('/tasks', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function finishTask(id: number): Promise<Task> {
  return request(`/tasks/${id}/done`, { method: 'POST', body: {} })
}
