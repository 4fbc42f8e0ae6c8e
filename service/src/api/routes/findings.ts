import {
  findingListQuerySchema,
  findingPageSchema,
  taskListQuerySchema,
  taskPageSchema,
  taskSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { getIntegration } from '../../integrations/integration.js'
import { finishByPerson } from '../../preflight/by-person.js'
import { countFindings, listFindings } from '../../preflight/stored-findings.js'
import { countOpenTasks, listTasks } from '../../tasks/list-tasks.js'
import { authorOf, scopeOf } from '../access.js'
import type { Api } from '../deps.js'
import { presentFinding, presentTask } from '../presenters/findings.js'

/** Findings of preflight, and the manual tasks that follow from orders. */
export function findingRoutes(api: Api): void {
  api.get(
    '/integrations/:id/findings',
    {
      config: { access: ['integrations:read', 'orders:read'], accountants: true },
      schema: {
        tags: ['Integrations'],
        summary: 'Findings of preflight for its orders',
        params: z.object({ id: uuidSchema }),
        querystring: findingListQuerySchema,
        response: { 200: findingPageSchema },
      },
    },
    async request => {
      const { key } = await getIntegration(request.db, scopeOf(request), request.params.id)
      const { items, next } = await listFindings(request.db, key, request.query)
      const counts = request.query.cursor === undefined ? await countFindings(request.db, key) : null
      return { items: items.map(presentFinding), next, counts }
    },
  )

  api.get(
    '/tasks',
    {
      config: { access: 'orders:read', accountants: true },
      schema: {
        tags: ['Tasks'],
        summary: 'What an accountant has to do by hand',
        querystring: taskListQuerySchema,
        response: { 200: taskPageSchema },
      },
    },
    async request => {
      const scope = scopeOf(request)
      const { items, next } = await listTasks(request.db, scope, request.query)
      return { items: items.map(presentTask), next, open: (await countOpenTasks(request.db, scope)).open }
    },
  )

  api.post(
    '/tasks/:id/done',
    {
      config: { access: 'orders:write', accountants: true },
      schema: {
        tags: ['Tasks'],
        summary: 'Mark a task as done',
        params: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: taskSchema },
      },
    },
    async request =>
      presentTask(await finishByPerson(request.db, scopeOf(request), request.params.id, authorOf(request))),
  )
}
