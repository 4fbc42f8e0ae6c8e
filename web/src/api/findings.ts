import type { FindingPage, Task, TaskPage } from '@obmen/contract/rest'
import { type Filter, readList } from './request/queries.js'
import { request } from './request/request.js'

export function findingsQuery(integrationId: string, filter: Filter<'severity' | 'code'>) {
  return readList<FindingPage>(
    ['integrations', integrationId, 'findings'],
    `/integrations/${integrationId}/findings`,
    filter,
  )
}

export function tasksQuery(
  filter: Filter<'state' | 'companyId' | 'integrationId' | 'from' | 'to'> & { count?: true },
) {
  return readList<TaskPage>(['tasks'], '/tasks', filter)
}

export function finishTask(id: number): Promise<Task> {
  return request(`/tasks/${id}/done`, { method: 'POST', body: {} })
}

export function reopenTask(id: number): Promise<Task> {
  return request(`/tasks/${id}/reopen`, { method: 'POST', body: {} })
}
