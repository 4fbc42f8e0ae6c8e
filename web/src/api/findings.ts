import type { FindingCode, Severity, TaskState } from '@obmen/contract'
import type { FindingPage, Task, TaskPage } from '@obmen/contract/rest'
import { readList } from './request/queries.js'
import { request } from './request/request.js'

export type FindingFilter = {
  severity?: Severity | undefined
  code?: FindingCode | undefined
  limit: number
  cursor?: string | undefined
}

export function findingsQuery(integrationId: string, filter: FindingFilter) {
  return readList<FindingPage>(
    ['integrations', integrationId, 'findings'],
    `/integrations/${integrationId}/findings`,
    filter,
  )
}

export type TaskFilter = {
  state?: TaskState | undefined
  companyId?: string | undefined
  limit: number
  cursor?: string | undefined
}

export function tasksQuery(filter: TaskFilter) {
  return readList<TaskPage>(['tasks'], '/tasks', filter)
}

export function finishTask(id: number): Promise<Task> {
  return request(`/tasks/${id}/done`, { method: 'POST', body: {} })
}
