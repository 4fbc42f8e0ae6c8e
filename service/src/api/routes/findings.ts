import {
  findingListQuerySchema,
  findingPageSchema,
  type Task,
  taskListQuerySchema,
  taskPageSchema,
  taskSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import { getIntegration } from '../../integrations/integration.js'
import { changeTaskByPerson } from '../../preflight/by-person.js'
import { countFindings, listFindings } from '../../preflight/stored-findings.js'
import { countOpenTasks, countTasks, listTasks } from '../../tasks/list-tasks.js'
import { authorOf, scopeOf } from '../access.js'
import { byUuid, operations } from '../operation.js'
import { presentFinding, presentTask } from '../presenters/findings.js'
import { readRange } from '../read-range.js'

const byTask = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })

/** Findings of preflight, and the manual tasks that follow from orders. */
export function findingRoutes(scope: FastifyInstance): void {
  const tasks = operations(scope, 'Tasks')
  operations(scope, 'Integrations').get('/integrations/:id/findings', {
    id: 'listFindings',
    access: ['integrations:read', 'orders:read'],
    accountants: true,
    summary: 'Findings of preflight for its orders',
    params: byUuid,
    query: findingListQuerySchema,
    response: { 200: findingPageSchema },
    handle: async request => {
      const { key } = await getIntegration(request.db, scopeOf(request), request.params.id)
      const page = await listFindings(request.db, key, request.query)
      const counts = request.query.cursor === undefined ? await countFindings(request.db, key) : null
      return { ...mapPage(page, presentFinding), counts }
    },
  })

  tasks.get('/tasks', {
    id: 'listTasks',
    access: 'orders:read',
    accountants: true,
    summary: 'What an accountant has to do by hand',
    query: taskListQuerySchema,
    response: { 200: taskPageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const { count, limit, cursor, ...asked } = request.query
      const filter = { ...asked, ...(await readRange(request.db, scope, asked)) }
      const page = await listTasks(request.db, scope, { ...filter, limit, cursor })
      const total = count && { total: await countTasks(request.db, scope, filter) }
      const { open } = await countOpenTasks(request.db, scope)
      return { ...mapPage(page, presentTask), ...total, open }
    },
  })

  tasks.post('/tasks/:id/done', {
    id: 'completeTask',
    access: 'orders:write',
    accountants: true,
    summary: 'Mark a task as done',
    params: byTask,
    response: { 200: taskSchema },
    handle: request => changeTask(request, 'done'),
  })

  tasks.post('/tasks/:id/reopen', {
    id: 'reopenTask',
    access: 'orders:write',
    accountants: true,
    summary: 'Open a task again that was marked as done',
    params: byTask,
    response: { 200: taskSchema },
    handle: request => changeTask(request, 'open'),
  })
}

async function changeTask(
  request: FastifyRequest & { params: z.infer<typeof byTask> },
  to: 'done' | 'open',
): Promise<Task> {
  const by = authorOf(request)
  return presentTask(await changeTaskByPerson(request.db, scopeOf(request), request.params.id, { to, by }))
}
